"""Findings are values; hints name what was probably meant."""

import pytest

from deckbuild.diagnostics import did_you_mean, error, has_errors, warning
from deckbuild.model.origin import Origin

HERE = Origin("a.yaml")


def test_only_errors_stop_a_build():
    assert has_errors([warning("DB210", "long", HERE), error("DB101", "broken", HERE)])
    assert not has_errors([warning("DB210", "long", HERE)])
    assert not has_errors([])


def test_a_finding_keeps_what_it_was_given():
    found = error("DB104", "twice", HERE, ["Delete one."], [(HERE.at("a"), "the first")])
    assert (found.severity, found.hints, found.related, found.deck) == (
        "error",
        ("Delete one.",),
        ((Origin("a.yaml", ("a",)), "the first"),),
        "",
    )


@pytest.mark.parametrize(
    ("word", "words", "expected"),
    [
        ("titel", ["text", "title", "items"], ("Write `title`.",)),
        ("URL", ["url", "text"], ("Write `url`.",)),
        ("xyz", ["url", "text"], ("Use one of `text`, `url`.",)),
        ("xyz", [], ()),
    ],
)
def test_the_most_similar_word_is_named_or_else_all(word: str, words: list[str], expected: tuple[str, ...]):
    assert did_you_mean(word, words) == expected


def test_of_very_many_words_the_first_are_named():
    (hint,) = did_you_mean("?", [f"word-{n:02}" for n in range(40)])
    assert hint.startswith("Use one of `word-00`, `word-01`")
    assert hint.endswith("`word-19`, ….")
