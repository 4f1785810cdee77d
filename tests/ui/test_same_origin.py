"""One built page for every port: the client script of the installed Reflex, changed and put back."""

from pathlib import Path

import pytest
import reflex_base

from taskchat.ui.same_origin import REMEDY, as_it_came, kept_to_its_path

SCRIPT = (Path(reflex_base.__file__).parent / ".templates" / "web" / "utils" / "state.js").read_text("utf-8")


def test_the_remedy_stands_once_and_inside_get_backend_url() -> None:
    changed = kept_to_its_path(SCRIPT)

    assert changed.count(REMEDY) == 1
    assert changed.index("export const getBackendURL") < changed.index(REMEDY) < changed.index("isBackendDisabled")


def test_a_second_build_changes_nothing_more() -> None:
    assert kept_to_its_path(kept_to_its_path(SCRIPT)) == kept_to_its_path(SCRIPT)


def test_reflex_run_gets_the_script_as_it_came() -> None:
    assert as_it_came(kept_to_its_path(SCRIPT)) == SCRIPT


def test_another_reflex_fails_the_build_with_a_sentence() -> None:
    with pytest.raises(ValueError, match=r"taskchat/ui/same_origin\.py"):
        kept_to_its_path("export const getBackendURL = () => elsewhere;")
