"""A module's file becomes a module with the slides that somebody uses."""

from pathlib import Path

import pytest

from deckbuild.model.origin import Origin
from deckbuild.model.source import Citation
from deckbuild.read.project import open_project
from tests.unit.read.given import MODULE, SESSION, faults, of_slide, project, read

PATH = "decks/modules/words.yaml"
USE_FIRST = {"decks/sessions/year.yaml": SESSION.replace("use: words", "use: words/first")}


def test_a_slide_is_read_whole(tmp_path: Path):
    more = (
        "    text: Water *early*.\n    minutes: 2.5\n"
        "    source: {ref: garden-2020, page: 165, as-quoted-by: shropshire, note: In part}\n"
        "    evidence: {status: second-hand, note: We did *not* see it.}\n"
    )
    project, found = read(tmp_path, {PATH: of_slide("statement", more)})
    assert found == []
    module = project.modules["words"]
    assert (module.id, module.title, module.owner, module.review) == (
        "words",
        "Words",
        "Garden Society",
        "2027-03-31",
    )
    slide = module.slides["first"]
    assert (slide.id, slide.layout, slide.title.text, slide.minutes) == (
        "words/first",
        "statement",
        "A slide",
        2.5,
    )
    assert slide.origin == Origin(PATH, ("slides", "first"))
    assert isinstance(slide.source, Citation)
    assert (slide.source.ref, slide.source.page, slide.source.as_quoted_by) == (
        "garden-2020",
        "165",
        "shropshire",
    )
    assert slide.source.note is not None
    assert slide.source.note.text == "In part"
    assert slide.evidence is not None
    assert (slide.evidence.status, slide.evidence.note.text) == ("second-hand", "We did not see it.")
    assert [each.text for each in (*slide.notes.purpose, *slide.notes.ask)] == ["To show it.", "What is it?"]
    assert (slide.notes.say, slide.notes.changed) == ((), ())


def test_slides_stand_in_the_order_of_the_file(tmp_path: Path):
    body = MODULE[MODULE.index("    layout") :]
    project, found = read(tmp_path, {PATH: f"{MODULE}  zoo:\n{body}  b:\n{body}"})
    assert (list(project.modules["words"].slides), found) == (["first", "zoo", "b"], [])


def test_a_slide_that_nobody_uses_costs_nothing_and_stops_nobody(tmp_path: Path):
    unused = "  second:\n    layout: picture-full\n    picture: {file: missing.png}\n"
    opened = open_project(project(tmp_path, {PATH: MODULE + unused, **USE_FIRST}))
    made = opened.with_slides({"words/first": [*opened.project.profiles.values()]})
    module = made.modules["words"]
    assert (list(module.heads), list(module.slides)) == (["first", "second"], ["first"])
    assert opened.reading.found == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("layout: statement", "layout: statment", "words.yaml:6:13 DB117"),
        ("layout: statement", "layout: [a]", "words.yaml:6:13 DB117"),
        ("layout: statement\n", "lay: statement\n", "words.yaml:6:5 DB111"),
        ("    text: Water early.\n", "", "words.yaml:6:5 DB111"),
        ("    text:", "    txt: a\n    text:", "words.yaml:8:5 DB110"),
        ("      ask: When do you water?\n", "", "words.yaml:10:7 DB111"),
        ("title: A statement", "title: A\n      # statement", None),
        ("title: A statement", "title: '# A'", "words.yaml:7:12 DB122"),
        ("text: Water early.", "text: '![](a.png)'", "words.yaml:8:11 DB120"),
        ("text: Water early.", "text: Water\n    minutes: -1", "words.yaml:9:14 DB115"),
        ("text: Water early.", "text: Water\n    source: sidebotham", "words.yaml:9:13 DB112"),
        ("text: Water early.", "text: Water\n    evidence: {status: sure, note: x}", "words.yaml:9:24 DB113"),
        ("review: 2027-03-31", "review: 2027-02-30", "words.yaml:3:9 DB115"),
        ("  first:", "  First:", "words.yaml:5:3 DB115"),
    ],
)
def test_a_fault_of_a_module_has_its_place(tmp_path: Path, old: str, new: str, expected: str | None):
    assert old in MODULE
    assert faults(tmp_path, {PATH: MODULE.replace(old, new)}) == ([expected] if expected else [])


def test_a_slide_that_is_no_mapping_is_found(tmp_path: Path):
    head, _, _ = MODULE.partition("    layout")
    assert faults(tmp_path, {PATH: f"{head.rstrip()} words\n"}) == ["words.yaml:5:10 DB112"]


def test_an_unknown_layout_gives_the_nearest(tmp_path: Path):
    _, found = read(tmp_path, {PATH: MODULE.replace("layout: statement", "layout: statment")})
    assert found[0].message == "`layout` wants the name of a slide layout, found “statment”"
    assert found[0].hints == ("Write `statement`.",)


def test_a_slide_that_the_module_does_not_have_is_found_at_the_call(tmp_path: Path):
    session = SESSION.replace("use: words", "use: words/frist")
    _, found = read(tmp_path, {"decks/sessions/year.yaml": session})
    assert [(each.code, each.message, each.hints) for each in found] == [
        ("DB202", "the module “words” has no slide “frist”", ("Write `words/first`.",))
    ]
    assert faults(tmp_path, {"decks/sessions/year.yaml": session}) == ["year.yaml:14:14 DB202"]
