"""Few scripts for a page: the settings of the installed Reflex's bundler, changed once."""

import pytest
from reflex.utils.frontend_skeleton import _compile_vite_config
from reflex_base.config import Config

from taskchat.ui.few_scripts import REMEDY, grouped

SETTINGS = _compile_vite_config(Config(app_name="taskchat"))


def test_the_groups_stand_once_before_those_of_reflex() -> None:
    changed = grouped(grouped(SETTINGS))

    assert changed.count(REMEDY) == 1
    assert changed.index(REMEDY) < changed.index("reflex-env")


def test_another_reflex_fails_the_build_with_a_sentence() -> None:
    with pytest.raises(ValueError, match=r"taskchat/ui/few_scripts\.py"):
        grouped("export default {}")
