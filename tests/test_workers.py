"""Many processes for a long run, one for a short one."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from taskchat.config import ROOT
from tests.workers import MOST, pytest_xdist_auto_num_workers


def workers(*asked: str, keyword: str = "") -> int:
    invocation: Any = SimpleNamespace(dir=ROOT)
    config: Any = SimpleNamespace(args=asked, invocation_params=invocation, option=SimpleNamespace(keyword=keyword))
    return pytest_xdist_auto_num_workers(config)


@pytest.mark.parametrize("asked", ["tests", "tests/journeys", str(Path(ROOT, "tests"))])
def test_all_journeys_are_shared_out(asked: str) -> None:
    assert 2 <= workers(asked) <= MOST
    assert workers("tests/web", asked) == workers(asked)


@pytest.mark.parametrize("asked", ["tests/web", "tests/test_house.py", "tests/journeys/test_desk.py"])
def test_a_part_of_them_stays_in_one_process(asked: str) -> None:
    assert workers(asked) == 0
    assert workers("tests", keyword="headers") == 0
