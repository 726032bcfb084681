"""What a session says of its documents: handouts, briefing, exercises, and lines for some profiles."""

from pathlib import Path

import pytest

from deckbuild.model.origin import Origin
from deckbuild.model.source import Handouts, Profile, Session, Slide
from tests.unit.read.given import MODULE, SESSION, faults, read

PATH = "decks/sessions/year.yaml"
PROFILE = "decks/profiles/everyone.yaml"
BOX = "  - {heading: Heading, text: Words.}\n"


def session(folder: Path, more: str) -> Session:
    project, found = read(folder, {PATH: SESSION + more})
    assert found == []
    return project.sessions["year"]


def profile(folder: Path, more: str) -> Profile:
    project, found = read(folder, {PROFILE: "agency: Everyone\nkeys:\n  agency.place: here\n" + more})
    assert found == []
    return project.profiles["everyone"]


def slide(folder: Path, more: str) -> Slide:
    project, found = read(folder, {"decks/modules/words.yaml": MODULE + more})
    assert found == []
    return project.modules["words"].slides["first"]


def test_handouts_may_be_a_list_of_kinds_or_a_mapping(tmp_path: Path):
    listed = session(tmp_path, "handouts: [slides]\n").handouts
    mapped = session(
        tmp_path,
        "handouts:\n  kinds: [slides]\n  pack: [narrative, html]\n  paper: A5-booklet\n"
        "  greyscale: true\n  cover: false\n  large-print: true\n",
    ).handouts

    place = Origin(PATH, ("handouts",))
    assert listed == Handouts(kinds=("slides",), kinds_origin=place)
    assert mapped == Handouts(
        ("slides",),
        ("narrative", "html"),
        "A5-booklet",
        greyscale=True,
        cover=False,
        large_print=True,
        kinds_origin=place.at("kinds"),
        pack_origin=place.at("pack"),
    )


def test_what_is_not_written_of_handouts_is_open(tmp_path: Path):
    assert session(tmp_path, "").handouts.kinds == ("handout-3up",)
    made = session(tmp_path, "handouts: {greyscale: true}\n").handouts
    assert (made.kinds, made.pack, made.paper, made.cover) == (None, None, None, None)


def test_what_a_profile_writes_of_handouts_wins_field_by_field(tmp_path: Path):
    ours = profile(tmp_path, "handouts: {large-print: true, greyscale: false}\n").handouts
    shared = session(tmp_path, "handouts: {kinds: [slides], greyscale: true, paper: A5}\n").handouts

    made = ours.over(shared)

    assert (made.kinds, made.paper, made.greyscale, made.large_print) == (("slides",), "A5", False, True)
    assert made.kinds_origin == shared.kinds_origin


def test_a_session_says_level_marking_materials_and_questions(tmp_path: Path):
    made = session(
        tmp_path,
        "level: Introductory\nmarking: OFFICIAL\nmaterials:\n  - Pens\n  - {text: Spades, only: [everyone]}\n"
        "evaluation: [What was *missing*?]\naction-plan: [Watering]\n",
    )

    assert (made.level, made.marking) == ("Introductory", "OFFICIAL")
    assert [(each.text, each.when and each.when.only) for each in made.materials] == [
        ("Pens", None),
        ("Spades", ("everyone",)),
    ]
    assert ([each.text for each in made.evaluation], [each.text for each in made.actions]) == (
        ["What was missing?"],
        ["Watering"],
    )


def test_a_briefing_has_boxes_of_text_and_slides(tmp_path: Path):
    boxes = BOX * 6 + "  - {heading: Last, slides: [words/first]}\n"
    made = session(tmp_path, f"briefing:\n{boxes}").briefing

    assert [(each.heading.text, [p.text for p in each.text], each.slides) for each in made[5:]] == [
        ("Heading", ["Words."], ()),
        ("Last", [], ("words/first",)),
    ]
    assert made[6].origin == Origin(PATH, ("briefing", 6))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (f"briefing:\n{BOX * 6}", "year.yaml:16:3 DB114"),
        (f"briefing:\n{BOX * 8}", "year.yaml:16:3 DB114"),
        (f"briefing:\n{BOX * 6}  - heading: Empty\n", "year.yaml:22:5 DB111"),
        ("briefing:\n  - {heading: H, slides: [words]}\n", "year.yaml:16:27 DB115"),
        ("handouts:\n  paper: A3\n", "year.yaml:16:10 DB113"),
        ("handouts:\n  greyscale: perhaps\n", "year.yaml:16:14 DB112"),
        ("handouts:\n  large_print: true\n", "year.yaml:16:3 DB110"),
        ("handouts: slides\n", "year.yaml:15:11 DB112"),
        ("materials: Pens\n", "year.yaml:15:12 DB112"),
        ("materials: [{text: Pens, for: us}]\n", "year.yaml:15:26 DB110"),
        ("level: For {{ agency.place }}\n", "year.yaml:15:8 DB123"),
    ],
)
def test_a_fault_of_the_documents_is_told_at_its_place(tmp_path: Path, more: str, expected: str):
    assert expected in faults(tmp_path, {PATH: SESSION + more})


def test_an_exercise_has_instructions_answers_and_materials(tmp_path: Path):
    made = slide(
        tmp_path,
        "    exercise:\n      instructions:\n        - Form pairs.\n"
        "        - {text: Dig., only: [everyone]}\n      answers: |\n        - Beans\n"
        "      materials: [Spades]\n",
    ).exercise

    assert made is not None
    assert [(each.text, each.when is None) for each in made.instructions] == [
        ("Form pairs.", True),
        ("Dig.", False),
    ]
    assert [(each.text, each.marker) for each in made.answers] == [("Beans", "bullet")]
    assert [each.text for each in made.materials] == ["Spades"]


def test_an_exercise_without_instructions_is_a_fault(tmp_path: Path):
    more = "    exercise:\n      answers: Beans\n"

    assert faults(tmp_path, {"decks/modules/words.yaml": MODULE + more}) == ["words.yaml:13:7 DB111"]
