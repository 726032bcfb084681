"""A profile's `footer` is the name of the board in every file of its pack, in place of the brand's."""

import zipfile
from html import escape
from pathlib import Path

import pypdf
import pytest

from deckbuild.pipeline import BuildRequest, build
from tests.support.small import SMALL, write_project

BRANDS_BOARD = "Worcestershire Safeguarding Children Board"
BOARD = "Garden & Orchard Board"
FORMATS = ("pptx", "handout-3up", "slides", "certificate", "html")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """Profile and format → file; the school names its board, the club does not."""
    school = {"decks/profiles/school.yaml": f"agency: The school\nfooter: {BOARD}\n"}
    project = write_project(tmp_path_factory.mktemp("project"), {**SMALL, **school})
    result = build(BuildRequest(project, formats=FORMATS, verify=True))
    assert [each for each in result.diagnostics if each.severity == "error"] == []
    return {(each.profile, each.format): each.path for each in result.files}


def shown(path: Path) -> str:
    """Return the words of a file; of a deck all its XML."""
    if path.suffix == ".pptx":
        with zipfile.ZipFile(path) as deck:
            parts = [deck.read(name).decode() for name in deck.namelist() if name.endswith(".xml")]
        return " ".join(parts)
    if path.suffix == ".html":
        return path.read_text(encoding="utf-8")
    return " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


@pytest.mark.parametrize("format_", FORMATS)
def test_the_pack_names_the_board_of_its_profile(files: dict[tuple[str, str], Path], format_: str):
    own, brands = shown(files["school", format_]), shown(files["club", format_])
    board = BOARD if format_ not in ("pptx", "html") else escape(BOARD)

    assert (board in own, board in brands) == (True, False)
    assert BRANDS_BOARD in brands


def test_each_slide_and_layout_of_a_deck_names_the_board(files: dict[tuple[str, str], Path]):
    def named(profile: str, board: str) -> set[str]:
        with zipfile.ZipFile(files[profile, "pptx"]) as deck:
            parts = [name for name in deck.namelist() if name.startswith(("ppt/slides/", "ppt/slideL"))]
            return {name for name in parts if board in deck.read(name).decode()}

    own = named("school", escape(BOARD))

    assert named("club", BRANDS_BOARD) <= own
    assert {name.split("/")[1] for name in own} == {"slides", "slideLayouts"}
    assert named("school", BRANDS_BOARD) == set()
