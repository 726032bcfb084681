"""Which documents a deck gets, and how they are printed."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from deckbuild.model.document import PageOptions
from deckbuild.pack import KINDS
from deckbuild.pipeline import BuildRequest, build, formats
from deckbuild.pipeline.formats import file_name
from deckbuild.pipeline.plan import prepare
from tests.support.small import SESSION, SMALL, write_project

SMALL_SESSION = "decks/sessions/small.yaml"
CLUB = "decks/profiles/club.yaml"
BOXES = "\nbriefing:" + "".join(f"\n  - {{heading: Box {n}, text: Words.}}" for n in range(7)) + "\n"
BRIEFING = "seven-minute-briefing"


def project(folder: Path, session: str = "", club: str = "", *, assets: bool = False) -> Path:
    """Write the small project, with more in its session and in the club's profile."""
    files = {
        SMALL_SESSION: SESSION.replace("minutes: 60\n", f"minutes: 60\n{session}"),
        CLUB: f"agency: The club\n{club}",
    }
    return write_project(folder, {**SMALL, **files}, assets=assets)


def variants(folder: Path, **request: object):
    return {each.profile.id: each for each in prepare(BuildRequest(folder, **request)).variants}


def test_without_a_word_a_deck_gets_one_handout(tmp_path: Path):
    found = variants(project(tmp_path, session="handouts: {cover: true}\n"))

    assert found["school"].formats == ("pptx", "handout-3up")


def test_a_pack_is_the_deck_and_every_kind_where_nothing_lists_it(tmp_path: Path):
    found = variants(project(tmp_path), pack=True)

    assert found["school"].formats == tuple(formats()) == ("pptx", *KINDS)
    assert found["school"].named == {}


def test_a_pack_is_what_the_session_lists_and_what_the_profile_lists_in_its_place(tmp_path: Path):
    folder = project(
        tmp_path,
        "handouts: {kinds: [slides], pack: [narrative, html]}\n",
        "handouts: {pack: [certificate]}\n",
    )

    packs = {name: each.formats for name, each in variants(folder, pack=True).items()}
    kinds = {name: each.formats for name, each in variants(folder).items()}

    assert packs == {"school": ("pptx", "narrative", "html"), "club": ("pptx", "certificate")}
    assert kinds == {"school": ("pptx", "slides"), "club": ("pptx", "slides")}


def test_how_pages_are_printed_is_the_profiles_word_field_by_field(tmp_path: Path):
    folder = project(
        tmp_path,
        "handouts: {paper: A5, greyscale: true}\n",
        "handouts: {large-print: true, greyscale: false}\n",
    )

    options = {name: each.options for name, each in variants(folder).items()}

    assert options == {
        "school": PageOptions("A5", greyscale=True),
        "club": PageOptions("A5", greyscale=False, large_print=True),
    }


@pytest.mark.parametrize(
    ("session", "club", "place"),
    [
        ("handouts: {kinds: [slides, slide]}\n", "", (SMALL_SESSION, 11, 28)),
        ("handouts: {pack: [slide]}\n", "", (SMALL_SESSION, 11, 19)),
        ("", "handouts: {pack: [slide]}\n", (CLUB, 2, 19)),
    ],
)
def test_a_kind_that_there_is_not_is_found_at_its_name(
    tmp_path: Path, session: str, club: str, place: tuple[str, int, int]
):
    result = build(BuildRequest(project(tmp_path, session, club)))

    (found,) = [each for each in result.diagnostics if each.code == "DB504"]
    at = result.places.place(found.origin)
    assert (found.origin.document, at.line, at.column) == place
    assert found.hints == ("Write `slides`.",)


def test_a_pack_leaves_out_what_the_session_has_not_the_matter_for(tmp_path: Path):
    folder = project(tmp_path, assets=True)
    request = BuildRequest(folder, profiles=("club",), output=tmp_path / "out", pack=True)

    without = {each.format for each in build(request).files}
    session = folder / SMALL_SESSION
    session.write_text(session.read_text(encoding="utf-8") + BOXES, encoding="utf-8")
    with_boxes = {each.format for each in build(request).files}

    assert with_boxes == set(formats())
    assert with_boxes - without == {BRIEFING}


def test_a_kind_that_is_named_and_cannot_be_made_is_an_error_at_its_name(tmp_path: Path):
    folder = project(tmp_path, f"handouts: [{BRIEFING}]\n", assets=True)
    request = BuildRequest(folder, profiles=("club",), output=tmp_path / "out")

    result = build(request)

    (found,) = result.diagnostics
    at = result.places.place(found.origin)
    assert (found.code, at.line, at.column) == ("DB223", 11, 12)
    assert (result.files, result.could_run) == ((), True)


def test_a_kind_of_the_command_that_cannot_be_made_is_an_error(tmp_path: Path):
    folder = project(tmp_path, assets=True)
    request = BuildRequest(folder, profiles=("club",), formats=("pptx", BRIEFING), output=tmp_path / "out")

    result = build(request)

    assert [(each.code, each.deck) for each in result.diagnostics] == [("DB223", "small/club")]
    assert result.files == ()


def test_files_are_named_by_session_profile_and_kind():
    assert [file_name("s", "p", each) for each in ("pptx", "html", "sign-in-sheet")] == [
        "s-p.pptx",
        "s-p-html.html",
        "s-p-sign-in-sheet.pdf",
    ]


def test_a_marking_is_first_in_the_foot_of_every_slide(tmp_path: Path):
    folder = project(tmp_path, "marking: OFFICIAL\n", assets=True)
    request = BuildRequest(folder, profiles=("club",), formats=("pptx",), output=tmp_path / "out")

    (file,) = build(request).files

    with ZipFile(file.path) as package:
        slide = package.read("ppt/slides/slide3.xml").decode()
    board = "Worcestershire Safeguarding Children Board"
    assert f"<a:t>OFFICIAL · {board} · A small session</a:t>" in slide


def test_every_kind_is_described_with_the_command():
    text = (Path(__file__).parents[3] / "docs/commands.md").read_text(encoding="utf-8")
    described = text.partition("| kind | what it is | for |")[2].partition("\n\n")[0]

    handouts = [each for each in KINDS if each.startswith("handout-")]
    assert [each for each in KINDS if each not in handouts and f"| `{each}` |" not in described] == []
    assert f"`{handouts[0]}` … `{handouts[-1]}`" in described
