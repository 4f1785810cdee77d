"""What is loaded when it is first shown."""

from taskchat.ui.design.later import later
from taskchat.ui.tasks.editor import editor


def test_the_script_of_a_part_is_asked_for_when_it_is_drawn() -> None:
    part = later(editor)

    (loader,) = part._get_all_dynamic_imports()
    assert "ClientSide(() => import('$/app_components/taskchat/ui/tasks/editor')" in loader
    assert all(one.tag is None for one in part._get_imports()["$/app_components/taskchat/ui/tasks/editor"])


def test_one_part_shown_in_two_places_is_one_script() -> None:
    assert type(later(editor)) is type(later(editor))
