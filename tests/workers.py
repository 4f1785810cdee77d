"""How many processes test at once, where `bin/test` leaves it to them, and which of them this one is."""

import os
from pathlib import Path

import pytest

JOURNEYS = Path(__file__).parent / "journeys"
NUMBER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
MOST = 8
"""A worker that walks journeys has a TaskChat and a Chromium: half a gigabyte."""


@pytest.hookimpl(optionalhook=True, tryfirst=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Two a core, as journeys mostly wait; none where not all of them are asked for: to start one takes seconds."""
    asked = [config.invocation_params.dir / path for path in config.args]
    is_long = any(JOURNEYS.is_relative_to(path) for path in asked) and not config.option.keyword
    return min(2 * (os.cpu_count() or 1), MOST) if is_long else 0
