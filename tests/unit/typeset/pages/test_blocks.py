"""Margins, panels, rows, slides, grids, pictures and ruled lines."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckbuild.model.document import (
    Grid,
    Heading,
    Margin,
    PageOptions,
    Panel,
    PictureBlock,
    Row,
    RuledLines,
    Section,
    SlideBlock,
)
from deckbuild.model.paged import Page, Paged, SceneNode
from deckbuild.model.scene import ConnectorNode, PictureNode, ShapeNode
from deckbuild.model.source import Picture
from deckbuild.model.text import plain
from deckbuild.model.units import Box, to_pt
from tests.unit.typeset.pages.given import (
    MM,
    lines,
    marks,
    node_of,
    of_role,
    page_of,
    pages,
    said,
    shown,
    text,
)

GUIDE = (
    Heading(3, plain("4 A slide"), "a/one"),
    Margin((text("0:20", style="time"),), (text("Purpose of it"), lines(3))),
)


def scenes(page: Page) -> list[SceneNode]:
    return [mark.node for mark in page.marks if isinstance(mark.node, SceneNode)]


def rules(page: Page) -> list[ConnectorNode]:
    """Return the lines to write on."""
    return [
        mark.node for mark in page.marks if mark.owner == "Layout" and isinstance(mark.node, ConnectorNode)
    ]


def left(made: Paged, words: str) -> float:
    return to_pt(node_of(made, words).box.x)


def test_what_is_in_the_margin_stands_left_of_the_text_level_with_its_heading():
    made = pages(Section(GUIDE))
    assert left(made, "0:20") == pytest.approx(18 * MM, abs=0.1)
    assert left(made, "4 A slide") == left(made, "Purpose") > left(made, "0:20") + 40 * MM
    beside = [node_of(made, words).lines[0].baseline for words in ("0:20", "4 A slide")]
    assert beside[0] == pytest.approx(beside[1], abs=1)


def test_the_heading_is_read_before_what_is_in_the_margin():
    made = pages(Section(GUIDE))
    (section,) = of_role(made, "Sect")
    assert [said(made, kid)[:9] for kid in section.kids] == ["4 A slide", "0:20", "Purpose o", "Children "]


@pytest.mark.parametrize("options", [PageOptions(paper="A5"), PageOptions(large_print=True)])
def test_where_there_is_no_margin_it_stands_over_the_text(options: PageOptions):
    made = pages(Section(GUIDE), options=options)
    assert left(made, "0:20") == left(made, "Purpose")
    heights = [node_of(made, words).lines[0].baseline for words in ("4 A slide", "0:20", "Purpose")]
    assert heights == sorted(heights)


def test_a_body_flows_on_and_its_aside_stays_with_its_beginning():
    made = pages(*(text(f"Line {n}") for n in range(14)), Margin((text("0:20"),), (lines(60),)))
    assert page_of(made, "0:20") == page_of(made, "Children") == 0
    assert len(made.pages) > 1
    assert left(made, "Line 0") == left(made, "Children")


def test_reading_matter_stands_beside_a_wide_margin_that_headings_begin_in():
    made = pages(Heading(2, plain("Part")), Heading(3, plain("Slide")), lines(2), wide_margin=True)
    assert left(made, "Part") == left(made, "Slide") == pytest.approx(18 * MM, abs=0.1)
    assert left(made, "Children") > 60 * MM


def test_panels_side_by_side_are_of_one_height_and_read_one_after_the_other():
    made = pages(Row(((Panel((lines(4),)),), (Panel((text("Short"),)),)), (1.0, 1.0)))
    grounds = [mark.node.box for mark in made.pages[0].marks if mark.owner == "Background"]
    assert len(grounds) == 2
    assert grounds[0].h == grounds[1].h
    assert grounds[0].right < grounds[1].x
    assert [said(made, each)[:5] for each in of_role(made, "Div")] == ["Child", "Short"]


def test_a_row_is_not_parted():
    for before in range(15, 30):
        made = pages(
            *(text(f"Line {n}") for n in range(before)), Row(((lines(4),), (text("End"),)), (2.0, 1.0))
        )
        assert page_of(made, "Children") == page_of(made, "End")
        paragraph = next(each for each in of_role(made, "P") if said(made, each).startswith("Children"))
        assert len(marks(made, paragraph)) == 1


def test_lines_beside_a_slide_are_8_mm_apart_and_the_last_is_level_with_its_foot():
    made = pages(Row(((SlideBlock("a/one", 1),), (RuledLines(),)), (0.56, 0.44)), furniture="none")
    (slide,) = scenes(made.pages[0])
    heights = [to_pt(rule.start[1]) for rule in rules(made.pages[0])]
    steps = {round((b - a) / MM, 2) for a, b in pairwise(heights)}
    assert steps == {8.0}
    assert heights[-1] == pytest.approx(to_pt(slide.box.bottom), abs=0.1)
    assert len(heights) == int(to_pt(slide.box.h) / (8 * MM))


def test_a_number_of_lines_is_drawn_as_given():
    assert len(rules(pages(RuledLines(5), furniture="none").pages[0])) == 5


@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (2, 1), (3, 1), (3, 2), (3, 3)])
@pytest.mark.parametrize("options", [PageOptions(), PageOptions(paper="A5"), PageOptions(large_print=True)])
def test_a_grid_fills_pages_with_slides_of_one_size_that_keep_their_proportions(
    rows: int, columns: int, options: PageOptions
):
    count = rows * columns * 2 + 1
    cells = tuple((Heading(3, plain(f"{n} Title")), SlideBlock(f"a/{n}", n)) for n in range(count))
    made = pages(Grid(cells, rows, columns), options=options)
    assert [len(scenes(page)) for page in made.pages] == [rows * columns, rows * columns, 1]
    for page in made.pages:
        boxes = [node.box for node in scenes(page)]
        assert {(box.w, box.h) for box in boxes} == {(boxes[0].w, boxes[0].h)}
        assert all(box.w / box.h == pytest.approx(16 / 9, rel=0.001) for box in boxes)
        assert all(box.right <= page.size.w - 15 * MM * 12700 for box in boxes)
        assert not any(overlap(a, b) for n, a in enumerate(boxes) for b in boxes[:n])
        assert all(box.bottom < page.size.h - 15 * MM * 12700 for box in boxes)


def overlap(a: Box, b: Box) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def test_slides_of_a_row_of_a_grid_begin_at_one_height_whatever_their_titles_take():
    cells = tuple((Heading(3, plain(words * 6)), SlideBlock(words, 1)) for words in ("a ", "many words "))
    made = pages(Grid(cells, 2, 2))
    assert len({node.box.y for node in scenes(made.pages[0])}) == 1


def test_a_slide_has_a_hairline_frame_and_its_place_can_be_linked_to():
    made = pages(SlideBlock("a/one", 1, 0.5))
    (slide,) = scenes(made.pages[0])
    frames = [
        mark.node.box
        for mark in made.pages[0].marks
        if mark.owner == "Layout" and isinstance(mark.node, ShapeNode) and mark.node.stroke
    ]
    assert slide.box in frames
    (place,) = [each for each in made.anchors if each.key == "a/one"]
    assert (place.page, place.x, place.y) == (0, slide.box.x, slide.box.y)


def picture(alt: str | None) -> Picture:
    return Picture("a.png", alt, "image/png", (400, 200), b"")


def test_a_picture_keeps_its_proportions_and_its_caption_its_place_under_it():
    made = pages(PictureBlock(picture("Hands"), plain("Four hands"), 0.5))
    (figure,) = of_role(made, "Figure")
    (mark,) = marks(made, figure)
    assert figure.alt == "Hands"
    assert isinstance(mark.node, PictureNode)
    assert mark.node.box.w == pytest.approx(2 * mark.node.box.h, rel=0.001)
    assert node_of(made, "Four hands").box.y >= mark.node.box.bottom
    assert [each.role for each in of_role(made, "Div")[0].kids] == ["Figure", "Caption"]


def test_a_decorative_picture_is_no_content():
    made = pages(PictureBlock(picture(None)))
    assert of_role(made, "Figure") == []
    assert any(mark.owner == "Layout" and isinstance(mark.node, PictureNode) for mark in made.pages[0].marks)


def test_a_high_picture_leaves_half_of_the_page():
    made = pages(PictureBlock(Picture("a.png", "Tall", "image/png", (100, 900), b"")))
    (mark,) = marks(made, of_role(made, "Figure")[0])
    assert mark.node.box.h < made.pages[0].size.h / 2
    assert shown(made.pages[0])


def test_a_row_higher_than_a_page_goes_on_column_by_column():
    made = pages(Row(((lines(90),), (lines(70),)), (1.0, 1.0)))
    first, second = (each for each in of_role(made, "P") if said(made, each).startswith("Children"))
    over = [[mark.leaf for mark in marks(made, each)] for each in (first, second)]
    assert over == [list(range(1, len(made.pages) + 1)), list(range(1, len(made.pages)))]
    assert len(said(made, first)) > len(said(made, second))


def test_many_lines_to_write_on_go_on_on_the_next_page():
    made = pages(text("Notes"), RuledLines(40))
    counts = [sum(to_pt(rule.end[0] - rule.start[0]) > 400 for rule in rules(page)) for page in made.pages]
    # The first page has a hairline under its band.
    assert sum(counts) - 1 == 40
    assert min(counts) > 5


def test_an_aside_that_has_no_room_takes_its_body_to_the_next_page():
    aside = tuple(text(f"Aside {n}") for n in range(6))
    for before in range(20, 28):
        made = pages(*(text(f"Line {n}") for n in range(before)), Margin(aside, (lines(3),)))
        assert page_of(made, "Aside 0") == page_of(made, "Aside 5") == page_of(made, "Children")


def test_a_panel_in_the_margins_body_begins_level_with_the_aside():
    made = pages(Margin((text("0:20"),), (Panel((lines(2),)),)))
    beside = [node_of(made, words).lines[0].baseline for words in ("0:20", "Children")]
    assert beside[0] == pytest.approx(beside[1], abs=1)


def test_a_quotation_over_two_pages_keeps_its_rule_on_both():
    made = pages(text("Quoted. " * 700, style="quotation"))
    assert len(made.pages) > 1
    for page in made.pages:
        heights = [to_pt(rule.end[1] - rule.start[1]) for rule in rules(page)]
        assert max(heights) > 100


def test_the_small_line_over_a_heading_is_read_before_it_and_stays_with_it():
    for before in range(18, 30):
        part = Heading(2, plain("Part"), eyebrow="Part 1 · 20 minutes")
        made = pages(*(text(f"Line {n}") for n in range(before)), part, lines(3))
        assert page_of(made, "Part 1") == page_of(made, "Part")
    roles = [each.role for each in made.structure.kids if said(made, each).startswith("Part")]
    assert roles == ["P", "H2"]


def test_lines_to_write_on_fill_the_room_under_the_slide_of_a_cell():
    cells = tuple((Heading(3, plain(f"{n} Title")), SlideBlock(f"a/{n}", n), RuledLines()) for n in range(3))
    made = pages(Grid(cells, 3, 1), furniture="none", options=PageOptions(paper="US-Letter"))
    slides = scenes(made.pages[0])
    heights = sorted(rule.start[1] for rule in rules(made.pages[0]))
    for slide, following in zip(slides, (*slides[1:], None), strict=True):
        end = following.box.y if following else made.pages[0].size.h
        assert any(slide.box.bottom < height < end for height in heights) or slide.box.h > 0.25 * end
