"""Six decks of other programs, restated in the session language, build without a finding in both brands."""

import shutil
from pathlib import Path

import pytest
from pptx import Presentation

from deckbuild.pipeline import BuildRequest, build

ROOT = Path(__file__).parents[2]
PROJECTS = ROOT / "tests" / "projects"

TITLES = {
    "from-deck": """
        Title | A section | A list of two kinds
        Nested list: not nested | Nested list: three levels | Nested list: nested in the middle
        Nested list: with inline styles
        Hello style | Inline style | CAP theorem
        Table test | Multiple tables (1 of 2) | Multiple tables (2 of 2) | Table with complex content
        A picture and words | A second picture | With a link
    """,
    "from-json2pptx": """
        Product launch strategy | Executive summary
        Market analysis | Total addressable market | Competitive landscape | Our differentiation
        Go-to-market plan | Revenue projections | Investment breakdown | Launch timeline
        Product readiness assessment | Key risks and mitigations | Success metrics
        Questions?
    """,
    "from-marp": """
        Hello, I’m Marp CLI! | Watch and preview | Thumbs up | marp-core
    """,
    "from-md2pptx": """
        Card test | Horizontal cards | Horizontal cards, no bullets above | Three cards with three levels
        Just bullets
        Some additional WLM-related information | IEAOPTxx INITIMP=
        Percentile goal transaction ending buckets (1 of 3)
        Percentile goal transaction ending buckets (2 of 3)
        Percentile goal transaction ending buckets (3 of 3)
        Service class periods | Reports on service class periods
    """,
    "from-presenterm": """
        Introducing presenterm | Customizability | An example of how to configure a footer | Headers
        Code highlighting | Dynamic code highlighting | Snippet execution
        Images | Column layouts | After the columns | Text formatting | Block quotations | Caution | Tables
        The end
    """,
    "from-rmarkdown": """
        Markdown features
        Inline formatting | Lists | A formula in words | Hyperlinks | Block quotations
        Picture from a file | Picture with a caption | Picture with a link beside it | Tables
        Columns | Speaker notes | Templates
    """,
}
"""Project → titles of its slides, as far as the samples have them in the samples' words and order."""


def test_every_restated_deck_is_built_here():
    assert sorted(each.name for each in PROJECTS.glob("from-*")) == sorted(TITLES)


@pytest.mark.parametrize("brand", ["worcestershire", "severn-vale"])
@pytest.mark.parametrize("name", TITLES)
def test_a_deck_of_another_program_can_be_restated(tmp_path: Path, name: str, brand: str):
    shutil.copytree(PROJECTS / name, tmp_path, dirs_exist_ok=True)
    shutil.copytree(ROOT / "assets", tmp_path / "assets")

    result = build(BuildRequest(tmp_path, formats=("pptx", "handout-3up"), brand=brand, verify=True))

    assert [f"{each.code} {each.message}" for each in result.diagnostics] == []
    deck = Presentation(str(result.files[0].path))
    titles = [slide.shapes.title.text for slide in deck.slides if slide.shapes.title is not None]
    assert titles == [
        title.strip() for line in TITLES[name].split("\n") for title in line.split("|") if title.strip()
    ]
