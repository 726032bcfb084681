"""Papers, covers, furniture, booklets, slides one to a page, bookmarks."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.model.document import Field, FieldBlock, Heading, PageOptions, Paper, SlideBlock, TextBlock
from deckbuild.model.paged import SceneNode
from deckbuild.model.scene import Scene
from deckbuild.model.text import plain
from deckbuild.model.units import to_pt
from deckbuild.typeset.pages import paginate
from deckbuild.typeset.pages.booklet import sides, spots
from tests.support.brands import fonts, template
from tests.unit.typeset.pages.given import (
    MM,
    document,
    lines,
    marks,
    node_of,
    of_role,
    page_of,
    paged,
    pages,
    said,
    shown,
    text,
)

PARTS = (
    Heading(2, plain("First part")),
    lines(60),
    Heading(2, plain("Second part"), "second"),
    lines(90),
)


@pytest.mark.parametrize(
    ("paper", "landscape", "size"),
    [
        ("A4", False, (210, 297)),
        ("A4", True, (297, 210)),
        ("A5", False, (148, 210)),
        ("A5-booklet", False, (297, 210)),
        ("US-Letter", False, (215.9, 279.4)),
    ],
)
def test_pages_are_as_large_as_the_paper(paper: Paper, landscape: bool, size: tuple[float, float]):
    made = pages(text(), options=PageOptions(paper=paper), landscape=landscape)
    box = made.pages[0].size
    assert (to_pt(box.w) / MM, to_pt(box.h) / MM) == pytest.approx(size, abs=0.01)


def test_the_first_page_has_the_title_and_the_others_session_and_part():
    made = pages(*PARTS)
    assert shown(made.pages[0], "Header") == []
    assert shown(made.pages[1], "Header") == ["Noticing neglect", "First part"]
    assert shown(made.pages[-1], "Header") == ["Noticing neglect", "Second part"]
    (title,) = of_role(made, "H1")
    assert said(made, title) == "Noticing neglect"


def test_a_page_that_begins_with_a_part_says_that_part():
    made = pages(Heading(2, plain("First part")), lines(8), Heading(2, plain("Second part")), lines(200))
    assert shown(made.pages[1], "Header")[1] == "Second part"


def test_every_page_says_board_version_date_and_its_number_of_how_many():
    made = pages(*PARTS)
    for number, page in enumerate(made.pages, 1):
        words = " ".join(shown(page, "Footer"))
        assert "Grey Board" in words
        assert f"Version 1.2 · 23 November 2026 · Page {number} of {len(made.pages)}" in words


@pytest.mark.parametrize("paper", ["A4", "A5", "US-Letter"])
@pytest.mark.parametrize("large", [False, True])
def test_the_marking_is_on_every_page_and_nothing_of_the_footer_overlaps(paper: Paper, large: bool):
    options = PageOptions(paper=paper, large_print=large)
    made = pages(*PARTS, options=options, marking="OFFICIAL-SENSITIVE")
    for page in made.pages:
        lines_ = [
            line
            for mark in page.furniture
            if mark.owner == "Footer"
            for line in getattr(mark.node, "lines", ())
        ]
        assert "OFFICIAL-SENSITIVE" in [line.text for line in lines_]
        for baseline in {line.baseline for line in lines_}:
            spans = sorted(
                (line.segments[0].x, line.segments[-1].x + line.segments[-1].width)
                for line in lines_
                if line.baseline == baseline
            )
            assert all(a[1] < b[0] for a, b in pairwise(spans))


def test_a_long_part_is_shortened_in_the_header_and_whole_in_its_heading():
    words = (
        "What the national analysis says about families in which several problems meet, and how such "
        "problems add up over the years"
    )
    made = pages(Heading(2, plain(words)), lines(90))
    session, part = shown(made.pages[1], "Header")
    assert session == "Noticing neglect"
    assert part.endswith(" …")
    assert words.startswith(part.removesuffix(" …"))


def test_without_furniture_a_page_has_only_its_blocks():
    made = pages(text("Words"), furniture="none")
    assert shown(made.pages[0], "Header", "Footer") == []
    assert shown(made.pages[0]) == ["Words"]


def test_a_bare_first_page_has_a_footer_and_no_title():
    made = pages(Heading(1, plain("Own title")), lines(120), furniture="first-bare")
    assert shown(made.pages[0], "Header") == []
    assert shown(made.pages[0], "Footer") != []
    assert shown(made.pages[1], "Header") == ["Noticing neglect"]
    assert [said(made, each) for each in of_role(made, "H1")] == ["Own title"]


def test_a_title_among_the_blocks_is_the_only_one():
    made = pages(Heading(1, plain("Evaluation")), text())
    assert [said(made, each) for each in of_role(made, "H1")] == ["Evaluation"]


@pytest.mark.parametrize("ground", ["ground", "deep"])
def test_a_cover_has_the_title_and_no_furniture(ground: str):
    made = pages(*PARTS, options=PageOptions(cover=True), marking="OFFICIAL")
    cover = shown(made.pages[0])
    assert {
        "Noticing neglect",
        "What to see and what to say",
        "Reading handout",
        "Schools",
        "OFFICIAL",
    } <= set(cover)
    assert shown(made.pages[0], "Header", "Footer") == []
    assert [said(made, each) for each in of_role(made, "H1")] == ["Noticing neglect"]
    assert page_of(made, "First part") == 1
    assert shown(made.pages[1], "Header") == ["Noticing neglect", "First part"]


def test_a_frame_stands_around_words_in_the_middle_of_their_page():
    made = pages(
        Heading(1, plain("Certificate")), text("Words"), frame=True, landscape=True, furniture="none"
    )
    node = node_of(made, "Certificate")
    line = node.lines[0]
    middle = line.segments[0].x + sum(each.width for each in line.segments) / 2
    assert middle == pytest.approx(made.pages[0].size.w / 2, rel=0.001)
    strokes = [mark.node.stroke.colour for mark in made.pages[0].marks if getattr(mark.node, "stroke", None)]
    assert "brand" in strokes


@given(st.integers(1, 60))
def test_a_booklet_has_every_page_once_and_no_more_blanks_than_the_fold_needs(count: int):
    placed = [page for pair in sides(count) for page in pair]
    assert sorted(placed) == list(range(1, len(placed) + 1))
    assert len(placed) % 4 == 0
    assert len(placed) - count < 4
    # Folded, each leaf has page n on its front and n + 1 on its back: two sides of one half of a sheet.
    for number in range(1, len(placed), 2):
        front, back = spots(len(placed))[number - 1 : number + 1]
        assert front.side // 2 == back.side // 2
        assert front.right
        assert not back.right


def test_the_outer_side_of_a_booklet_has_the_last_page_left_and_the_first_right():
    assert sides(8) == [(8, 1), (2, 7), (6, 3), (4, 5)]
    assert sides(3) == [(4, 1), (2, 3)]


def test_a_booklet_is_read_in_the_order_of_its_pages():
    made = pages(*PARTS, lines(200), options=PageOptions(paper="A5-booklet"))
    assert len(made.pages) > 2
    for element in of_role(made, "P"):
        leaves = [mark.leaf for mark in marks(made, element)]
        assert leaves == sorted(leaves)
        texts = said(made, element)
        assert texts == texts.strip() or len(leaves) == 0
    labels = [page.label for page in made.pages]
    assert labels[0].endswith("1")
    assert made.pages[0].size.w > made.pages[0].size.h
    (place,) = [each for each in made.anchors if each.key == "second"]
    assert page_of(made, "Second part") == place.page


def test_bookmarks_follow_the_headings_and_none_is_more_than_one_level_deeper():
    made = pages(
        Heading(2, plain("A")),
        Heading(4, plain("A deep")),
        Heading(3, plain("A.1"), "a1"),
        Heading(2, plain("B")),
    )
    assert [(each.title, each.level) for each in made.bookmarks] == [
        ("Noticing neglect", 0),
        ("A", 1),
        ("A deep", 2),
        ("A.1", 2),
        ("B", 1),
    ]
    assert {each.key for each in made.bookmarks} <= {each.key for each in made.anchors}


def test_a_place_with_two_claims_is_the_first():
    made = pages(Heading(2, plain("Slide"), "a/one"), SlideBlock("a/one", 1))
    (place,) = [each for each in made.anchors if each.key == "a/one"]
    assert place.y == node_of(made, "Slide").box.y


def slides(*blocks: SlideBlock) -> tuple:
    scene = {
        block.slide: Scene(block.slide, "bullets", f"Title of {block.slide}", (), (), "en-GB")
        for block in blocks
    }
    return paginate(document(*blocks, slide_pages=True, furniture="none"), template(), fonts(), scene)


def test_slides_one_to_a_page_are_sections_whose_titles_are_headings():
    made, found = slides(
        SlideBlock("a", 1, opens="Part one"), SlideBlock("b", 2), SlideBlock("c", 3, opens="Part two")
    )
    assert found == []
    assert [each.role for each in made.structure.kids] == ["Sect"] * 3
    nodes = [page.marks[0].node for page in made.pages]
    assert all(
        isinstance(node, SceneNode) and node.box == page.size
        for node, page in zip(nodes, made.pages, strict=True)
    )
    assert [node.title for node in nodes] == ["H1", "H2", "H2"]
    assert made.pages[0].size == template().size
    assert [(each.title, each.level) for each in made.bookmarks] == [
        ("Part one", 0),
        ("Title of a", 1),
        ("Title of b", 1),
        ("Part two", 0),
        ("Title of c", 1),
    ]
    assert {each.key: each.page for each in made.anchors if each.key in "abc"} == {"a": 0, "b": 1, "c": 2}


def test_a_slide_that_is_not_there_is_a_fault_of_the_program():
    with pytest.raises(KeyError):
        paginate(document(SlideBlock("a", 1), slide_pages=True), template(), fonts(), {})


def test_greyscale_is_left_to_who_draws():
    made, _ = paged(text(), options=PageOptions(greyscale=True))
    assert made.greyscale


@pytest.mark.parametrize("words", [4, 24, 40])
@pytest.mark.parametrize("options", [PageOptions(), PageOptions(paper="A5"), PageOptions(large_print=True)])
def test_a_title_of_any_length_stays_clear_of_the_name_on_a_cover(words: int, options: PageOptions):
    title = " ".join(["Safeguarding children"] * (words // 2))
    made = pages(text(), title=title, options=replace(options, cover=True))
    name, heading = node_of(made, "Safeguarding Board"), node_of(made, title)
    ground = next(mark.node.box for mark in made.pages[0].marks if mark.owner == "Background")
    assert name.box.bottom < heading.box.y
    assert heading.box.bottom < ground.bottom < node_of(made, "Reading handout").box.y


def test_a_label_on_a_certificate_stands_closer_to_what_it_names_than_to_what_is_over_it():
    made = pages(
        TextBlock((plain("Two hours"),), align="ctr"),
        TextBlock((plain("What people can do"),), "label", align="ctr"),
        TextBlock((plain("See more"), plain("Say more")), listed=True),
        FieldBlock((Field("day", "date", "Date"),)),
        landscape=True,
        furniture="none",
        frame=True,
    )
    hours, label, entry, end, field = (
        node_of(made, words).box for words in ("Two hours", "What people", "See more", "Say more", "Date")
    )
    assert label.y - hours.bottom >= 2 * (entry.y - label.bottom)
    assert field.y - end.bottom > 4 * (end.y - entry.bottom)
