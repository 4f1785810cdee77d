"""The pages know which build they are."""

from pathlib import Path

from taskchat.web.pages import built_version


def test_the_version_is_that_of_the_list_of_parts(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<link rel="modulepreload" href="/assets/manifest-58015913.js"/>')

    assert built_version(tmp_path) == "58015913"


def test_without_pages_there_is_no_version(tmp_path: Path) -> None:
    assert built_version(tmp_path) == ""
