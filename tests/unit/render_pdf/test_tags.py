"""Nothing is drawn that belongs to nothing, and drawings are shown with everything that they hold."""

import pytest

from deckbuild.model.text import Link
from deckbuild.render.pdf.colours import inks
from deckbuild.render.pdf.pen import Line, Pen
from deckbuild.render.pdf.tags import Branch, LinkArea, Sheet

INKS = inks({"ink": "000000"}, grey=False)
EDGE = Line("ink", 1)


def sheet(width: float = 100, height: float = 100) -> Sheet:
    return Sheet(INKS, (width, height))


def draw(pen: Pen) -> None:
    pen.rect((10, 20, 30, 40), "ink")


def body(of: Sheet) -> list[str]:
    return of.stream().decode().splitlines()


def test_content_belongs_to_an_element_and_is_numbered_on_its_sheet() -> None:
    page, heading, text = sheet(), Branch("H1"), Branch("P")
    for branch in (heading, text, text):
        with page.content(branch) as pen:
            draw(pen)
    assert (heading.kids, text.kids, page.marks) == ([0], [1, 2], 3)
    assert [line for line in body(page) if "BDC" in line or "EMC" in line] == [
        "/H1 <</MCID 0>> BDC",
        "EMC",
        "/P <</MCID 1>> BDC",
        "EMC",
        "/P <</MCID 2>> BDC",
        "EMC",
    ]


def test_a_pen_draws_no_more_once_its_element_is_closed() -> None:
    page = sheet()
    with page.content(Branch("P")) as pen:
        draw(pen)
    with pytest.raises(ValueError, match="drawn after its element was closed"):
        draw(pen)
    assert body(page)[-1] == "EMC"


def test_a_piece_of_a_page_cannot_belong_to_two_elements() -> None:
    page = sheet()
    with (
        page.content(Branch("P")),
        pytest.raises(ValueError, match="begun before what stands open was closed"),
        page.artifact("Layout"),
    ):
        pass


def test_headers_and_footers_say_what_they_are() -> None:
    page = sheet()
    for kind in ("Header", "Layout", "Footer"):
        with page.artifact(kind) as pen:  # type: ignore[arg-type]
            draw(pen)
    assert [line for line in body(page) if "BDC" in line] == [
        "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC",
        "/Artifact <</Type/Layout>> BDC",
        "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC",
    ]


def test_a_background_says_how_large_it_is() -> None:
    page = sheet(200, 100)
    with page.artifact("Background") as pen:
        draw(pen)
    assert body(page)[0] == "/Artifact <</Type/Background/BBox[0 0 200.00 100.00]>> BDC"


def test_a_rectangle_counts_from_the_lower_left() -> None:
    assert sheet(200, 100).rectangle((10, 20, 30, 40)) == (10, 40, 40, 80)


def test_a_drawing_is_shown_scaled_with_its_marks_after_those_before() -> None:
    small = sheet(50, 50)
    root, figure = Branch("Div"), Branch("Figure", alt="It", box=(0, 0, 50, 50))
    root.kids.append(figure)
    with small.content(figure) as pen:
        draw(pen)
    figure.kids.append(LinkArea(Link("https://a.org"), "a", (10, 10, 20, 20)))
    drawing = small.drawing(root)

    page, owner = sheet(), Branch("Sect")
    for left in (0, 50):
        page.show(owner, drawing, (left, 0, 25, 25))

    [first, second] = owner.kids
    assert isinstance(first, Branch)
    assert isinstance(second, Branch)
    assert (first.kids[0], second.kids[0], page.marks) == (0, 1, 2)
    assert (first.box, second.box) == ((0, 75, 25, 100), (50, 75, 75, 100))
    assert [kid.area for kid in (first.kids[1], second.kids[1]) if isinstance(kid, LinkArea)] == [
        (5, 80, 10, 85),
        (55, 80, 60, 85),
    ]
    assert body(page)[0] == "q 0.50000 0 0 0.50000 0.00 75.00 cm 0 0 50.00 50.00 re W n"
    assert [line for line in body(page) if "MCID" in line] == [
        "/Figure <</MCID 0>> BDC",
        "/Figure <</MCID 1>> BDC",
    ]
    assert (figure.kids[0], figure.box) == (0, (0, 0, 50, 50))


def test_a_dash_ends_with_its_line() -> None:
    page = sheet()
    with page.artifact("Layout") as pen:
        pen.line((0, 0), (10, 0), Line("ink", 1, (3, 2)))
        pen.line((0, 0), (10, 0), EDGE)
    assert "[3.00 2.00] 0 d" in body(page)[1]
    assert body(page)[2] == "[] 0 d"
    assert " d" not in body(page)[3]
