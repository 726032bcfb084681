"""A comparison as text, Markdown, JSON and a page."""

from __future__ import annotations

import json
import re

import pytest

from deckbuild.bundle.diff.compare import comparison
from deckbuild.bundle.diff.forms import FORMS, written
from deckbuild.bundle.diff.values import Comparison, DeckText, Field, SlideText
from deckbuild.pipeline import diff


def slide(name: str, **lines: str) -> SlideText:
    names: dict[str, Field] = {"title": "title", "text": "text", "pictures": "pictures"}
    return SlideText(f"a/{name}", "", {names[field]: (line,) for field, line in lines.items()})


def deck(*slides: SlideText) -> DeckText:
    return DeckText("Gardens", "The school", "1.0.0", slides)


OLD = deck(
    slide("one", title="One & all", text="Water <b>in</b> the morning", pictures="0a"),
    slide("two", title="Two"),
    slide("three", title="Three"),
    slide("four", title="Four"),
)
NEW = deck(
    slide("one", title="One & all", text="Water <b>in</b> the *evening*", pictures="0b"),
    slide("three", title="Three"),
    slide("two", title="Two"),
    slide("five", title="<script>alert(1)</script>", text="New"),
)


@pytest.fixture(scope="module")
def compared() -> Comparison:
    return comparison("old.zip", "new.zip", {"s/a": OLD, "s/b": OLD}, {"s/a": NEW, "s/b": NEW, "s/c": NEW})


def test_the_forms_that_the_command_names_are_those_that_there_are():
    assert diff.FORMS == FORMS


def test_there_is_no_other_form(compared: Comparison):
    with pytest.raises(ValueError, match="there is no form 'docx'"):
        written(compared, "docx")


def test_the_text_has_each_change_once_with_its_decks(compared: Comparison):
    assert written(compared, "text") == (
        "old.zip → new.zip\n"
        "1 deck added; slides: 2 added, 2 removed, 2 moved, 2 changed.\n"
        "deck added: s/c\n"
        "\n"
        "changed: “One & all” (a/one, slide 1)\n"
        "  in all 2 decks\n"
        "  Text:\n"
        "    Water <b>in</b> the [-morning-]{+*evening*+}\n"
        "  Picture: another\n"
        "\n"
        "removed: “Four” (a/four, was slide 4)\n"
        "  in all 2 decks\n"
        "\n"
        "moved: “Two” (a/two, slide 3, was 2)\n"
        "  in all 2 decks\n"
        "\n"
        "added: “<script>alert(1)</script>” (a/five, slide 4)\n"
        "  in all 2 decks\n"
        "  Text:\n"
        "    {+New+}\n"
    )


def test_decks_that_say_the_same_are_said_to():
    same = comparison("a.pptx", "b.pptx", {"a": OLD}, {"a": OLD})

    assert written(same, "text") == "a.pptx → b.pptx\nThe decks say the same.\n"
    assert json.loads(written(same, "json"))["differs"] is False


def test_markdown_marks_words_and_escapes_what_the_decks_say(compared: Comparison):
    text = written(compared, "markdown")

    assert "- Text: Water \\<b\\>in\\</b\\> the ~~morning~~ **\\*evening\\***" in text
    assert "## Added: “\\<script\\>alert(1)\\</script\\>”" in text


def test_json_has_every_deck_with_its_own_numbers(compared: Comparison):
    value = json.loads(written(compared, "json"))

    assert [each["name"] for each in value["decks"]] == ["s/a", "s/b"]
    assert value["decks"][0]["counts"] == {"added": 1, "removed": 1, "moved": 1, "changed": 1}
    first = value["decks"][1]["slides"][0]
    assert (first["id"], first["old-number"], first["new-number"]) == ("a/one", 1, 1)
    assert first["fields"][0] == {
        "field": "text",
        "lines": [
            [
                {"kind": "same", "text": "Water <b>in</b> the "},
                {"kind": "removed", "text": "morning"},
                {"kind": "added", "text": "*evening*"},
            ]
        ],
    }


def test_the_page_says_removed_and_added_in_words_and_runs_nothing(compared: Comparison):
    page = written(compared, "html")

    assert '<del><span class="said"> removed: </span>morning</del>' in page
    assert '<ins><span class="said"> added: </span>*evening*</ins>' in page
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "default-src 'none'" in page
    assert not re.search(r"(src|href|url)\s*[=(]", page)
    assert re.findall(r"<(?:h\d|main|th scope=\"row\")", page)[:2] == ["<main", "<h1"]
