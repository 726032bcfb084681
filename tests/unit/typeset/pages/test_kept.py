"""What stays together on a page and what need not; and documents that are set smaller to stay on a few."""

import pytest

from deckbuild.model.document import ChartBlock, Heading, PageBreak, Panel
from deckbuild.model.source import Chart, Series
from deckbuild.model.text import plain
from deckbuild.typeset.pages.styles import SMALL_PAPER
from tests.unit.typeset.pages.given import lines, node_of, page_of, pages, shown, text

CHART = Chart("column", ("A", "B"), (Series("One", (1.0, 2.0)), Series("Two", (2.0, 1.0))), "Two columns.")


@pytest.mark.parametrize("charts", range(2, 8))
def test_a_chart_takes_its_heading_along_and_not_the_one_after_it(charts: int):
    blocks = []
    for number in range(charts):
        blocks += [Heading(2, plain(f"Chart {number}")), ChartBlock(CHART, source=plain(f"Source {number}"))]

    made = pages(*blocks)

    for number in range(charts):
        assert page_of(made, f"Chart {number}") == page_of(made, f"Source {number}")
    # Under the title block there is room for one, on every other page for two.
    assert len(made.pages) == 1 + charts // 2


def test_a_chart_that_leaves_no_room_for_its_heading_is_parted_from_its_table_and_not_from_the_heading():
    # Alone it just fits on a page; its heading's height more than that does not.
    heading, parted = Heading(2, plain("Chart")), 0
    for count in range(20, 60):
        names = tuple(f"Category {n}" for n in range(count))
        rows = Chart("pie", names, (Series("Part", (1.0,) * count),), "A pie")
        made = pages(text("Before"), PageBreak(), heading, ChartBlock(rows, plain("Caption")))

        assert page_of(made, "Chart") == page_of(made, "Caption") == 1
        parted += len(made.pages) > 2
    assert 0 < parted < 40


@pytest.mark.parametrize("count", range(20, 60, 3))
def test_a_line_between_two_headings_may_end_a_page(count: int):
    sections = [
        each
        for number in range(count)
        for each in (Heading(2, plain(f"Heading {number}")), text(f"Line {number}"))
    ]

    made = pages(*sections)

    assert not any(shown(page)[-1].startswith("Heading") for page in made.pages)
    full = max(len(shown(page)) for page in made.pages[1:])
    assert all(len(shown(page)) >= full - 1 for page in made.pages[1:-1])


def test_the_running_header_says_what_the_heading_wants_it_to_say():
    heading = Heading(2, plain("7 A part"), running="A part")

    made = pages(heading, lines(80))

    assert "A part" in shown(made.pages[1], "Header")
    assert "7 A part" not in shown(made.pages[1], "Header")


def test_a_compact_document_is_set_as_small_paper_is_and_its_boxes_stand_closer():
    usual, compact = (
        pages(*(Panel((text(f"Box {number}"),)) for number in range(3)), compact=each)
        for each in (False, True)
    )

    assert node_of(compact, "Box 1").styles[0].size == SMALL_PAPER[0]
    apart = [node_of(made, "Box 2").box.y - node_of(made, "Box 1").box.y for made in (usual, compact)]
    assert apart[1] < 0.8 * apart[0]
