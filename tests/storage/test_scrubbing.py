"""Blanking the words of purged tasks, and nobody else's."""

import json

import pytest

from taskchat.storage.scrubbing import BLANK, Scrubber, Words

SECRET = Words("id-1", "Call Dr. Weiß", "His number is 123\nAsk about the knee")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Created: Call Dr. Weiß", f"Created: {BLANK}"),
        ("created “call dr. weiß”.", f"created “{BLANK}”."),
        ("Call Dr. Weißenberg", "Call Dr. Weißenberg"),
        ("Ask about the knee", BLANK),
        ('{"title": "Call Dr. Weiß", "n": 1}', f'{{"title": "{BLANK}", "n": 1}}'),
        ('[{"output": "{\\"title\\": \\"Call Dr. Weiß\\"}"}]', f'[{{"output": "{{\\"title\\": \\"{BLANK}\\"}}"}}]'),
        ('{"id": "id-1", "title": "Call Dr. W…"}', f'{{"id": "id-1", "title": "{BLANK}"}}'),
        ('{"id": "id-2", "title": "Call Anna"}', '{"id": "id-2", "title": "Call Anna"}'),
        ("[not json: Call Dr. Weiß", f"[not json: {BLANK}"),
        ("", ""),
    ],
)
def test_only_the_purged_words_go(before: str, after: str) -> None:
    assert Scrubber([SECRET]).text(before) == after


def test_a_short_title_goes_only_where_it_stands_alone() -> None:
    scrubber = Scrubber([Words("id-1", "A", "")])

    assert json.loads(scrubber.json('{"t": "A", "said": "A day in May"}')) == {"t": BLANK, "said": "A day in May"}


def test_a_title_that_another_task_still_has_stays_but_for_its_own_record() -> None:
    scrubber = Scrubber([Words("id-1", "Milk", "", common=True)])

    scrubbed = json.loads(scrubber.json('[{"id": "id-1", "title": "Milk"}, {"id": "id-2", "title": "Milk"}]'))

    assert [each["title"] for each in scrubbed] == [BLANK, "Milk"]


def test_a_title_inside_a_longer_one_leaves_no_rest() -> None:
    scrubber = Scrubber([Words("1", "Call", ""), Words("2", "Call the lawyer", "")])

    assert scrubber.text("Done: Call the lawyer") == f"Done: {BLANK}"


def test_a_cut_title_goes_too() -> None:
    title = "a very long title " * 5

    assert Scrubber([Words("1", title, "")]).text(f'{{"title": "{title[:50].strip()}"}}') == f'{{"title": "{BLANK}"}}'


def test_nothing_purged_changes_nothing() -> None:
    text = '{"a":  ["spaces stay", 1.0]}'

    assert Scrubber([]).text(text) == text
