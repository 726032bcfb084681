"""The nearest name, or the names that there are."""

import pytest

from deckbuild.diagnostics import did_you_mean


@pytest.mark.parametrize(
    ("word", "words", "expected"),
    [
        ("subtitel", ["title", "subtitle", "brand"], ("Write `subtitle`.",)),
        ("not_available", ["url", "not-available"], ("Write `not-available`.",)),
        ("Title", ["title", "brand"], ("Write `title`.",)),
        ("POLICE", ["police", "health"], ("Write `police`.",)),
        ("teh", ["the", "health"], ("Write `the`.",)),
        ("scr/overveiw", ["scr/overview", "scr/what-is"], ("Write `scr/overview`.",)),
        ("overview", ["scr/overview", "scr/what-is"], ("Write `scr/overview`.",)),
        ("polcie", ["police"], ("Write `police`.",)),
        ("xyz", ["police", "health"], ("Use one of `health`, `police`.",)),
        (
            "xyz",
            [f"n{n:02}" for n in range(25)],
            (f"Use one of {', '.join(f'`n{n:02}`' for n in range(20))}, ….",),
        ),
        ("xyz", [], ()),
    ],
)
def test_the_hint_names_the_nearest_word_or_those_that_there_are(
    word: str, words: list[str], expected: tuple[str, ...]
):
    assert did_you_mean(word, words) == expected
