"""Pages that several documents have are set once, and each document is what it is alone."""

from deckbuild.model.document import Block, Document, Grid, Heading, PageOptions, Row, RuledLines, SlideBlock
from deckbuild.model.paged import Paged
from deckbuild.model.text import plain
from deckbuild.typeset.pages import Memory, paginate
from tests.support.brands import ARIMO, fonts, template
from tests.unit.typeset.pages.given import document, elements, shown

TEMPLATE, FONTS = template(ARIMO), fonts(ARIMO)


def cell(number: int, title: str = "", part: str = "") -> tuple[Block, ...]:
    row = Row(((SlideBlock(f"m/s{number}", number),), (RuledLines(),)), (0.56, 0.44))
    headings = (Heading(3, plain(title or f"{number} Slide"), f"m/s{number}"), row)
    return (Heading(2, plain(part), f"part-{number}"), *headings) if part else headings


def handout(count: int = 12, changed: int = 0, **more: object) -> Document:
    """Return slides three to a page, of which one may have another title."""
    cells = tuple(
        cell(n, "Another" if n == changed else "", "Part" if n == 1 else "") for n in range(1, count + 1)
    )
    return document(Grid(cells, 3, 1), kind="handout-3up", **more)


def made(wanted: Document, memory: Memory | None = None) -> Paged:
    paged, found = paginate(wanted, TEMPLATE, FONTS, {}, memory)
    assert found == []
    return paged


def test_a_document_is_the_same_alone_and_after_others() -> None:
    wanted = [
        handout(),
        handout(changed=5),
        handout(agency="Police"),
        handout(count=14),
        handout(title="Another session"),
        handout(options=PageOptions(large_print=True)),
        handout(options=PageOptions(paper="A5-booklet")),
        handout(options=PageOptions(cover=True)),
        handout(marking="OFFICIAL"),
    ]
    alone = [made(each) for each in wanted]
    memory = Memory()
    assert [made(each, memory) for each in wanted] == alone
    assert [made(each, memory) for each in reversed(wanted)] == alone[::-1]


def test_a_page_that_two_documents_have_is_one_value() -> None:
    memory = Memory()
    first, second = made(handout(), memory), made(handout(changed=5, agency="Police"), memory)
    assert [a.marks is b.marks for a, b in zip(first.pages, second.pages, strict=True)] == [
        False,  # the agency
        False,  # slide 5
        True,
        True,
    ]
    assert all(a.furniture is b.furniture for a, b in zip(first.pages, second.pages, strict=True))
    same = {id(each) for each in elements(first.structure)} & {
        id(each) for each in elements(second.structure)
    }
    assert len(same) > 6 * 2


def test_the_footer_is_the_document_s_own() -> None:
    memory = Memory()
    ours, theirs = made(handout(board="Our board"), memory), made(handout(board="Their board"), memory)
    for paged, board, other in ((ours, "Our", "Their"), (theirs, "Their", "Our")):
        for page in paged.pages:
            words = " ".join(shown(page, "Footer"))
            assert board in words
            assert other not in words


def test_what_is_remembered_has_a_bound() -> None:
    memory = Memory()
    for number in range(40):
        made(handout(changed=1 + number % 12, title=f"Session {number}"), memory)
    for kept, most in ((memory.pages, 30), (memory.sizes, 100), (memory.furniture, 64)):
        assert len(list(kept.values())) <= most
