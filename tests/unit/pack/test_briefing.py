"""Seven boxes on a page or two, and what is said where there are none."""

from dataclasses import replace

from deckbuild.model.deck import BriefingBox, Deck, DeckPart, DeckSlide
from deckbuild.model.document import Block, Heading, PageOptions, Panel, Row, TextBlock
from deckbuild.model.origin import Origin
from deckbuild.model.source import Card, Reference, Table
from deckbuild.model.text import Link, Paragraph, Run, plain
from deckbuild.pack import compose
from deckbuild.pack.walk import paragraphs
from tests.unit.pack.sessions import composed, deck, slide

A4 = PageOptions()
BOX = BriefingBox(plain("Background"), (plain("A few words."),))
BOOK = Reference(
    "book", "Ann Author", "2020", "A book", "A press", "https://example.org/book", "", "Author 2020"
)


def briefing(
    *boxes: BriefingBox, slides: tuple[DeckSlide, ...] = (), options: PageOptions = A4
) -> list[Block]:
    parts = DeckPart("All", (slide("one", fields={"text": (plain("Of the slide"),)}), *slides))
    a_deck: Deck = deck(parts, briefing=boxes, references={"book": BOOK})
    return list(compose("seven-minute-briefing", a_deck, options)[0].blocks)


def columns_of(block: Block) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return what stands at the left and at the right in a box."""
    assert isinstance(block, Panel)
    [row] = block.blocks
    assert isinstance(row, Row)
    aside, words = row.columns
    return aside, words


def texts(block: Block) -> list[str]:
    return [each.text for each in paragraphs((block,))]


def test_a_box_has_its_numbered_heading_beside_its_text_and_the_words_of_its_slides():
    [panel] = briefing(replace(BOX, slides=("m/one",)))

    (heading,), words = columns_of(panel)
    assert isinstance(heading, Heading)
    assert (heading.level, heading.text.text, heading.running) == (2, "1 Background", "Background")
    assert [each.text for each in paragraphs(words)] == ["A few words.", "About one", "Of the slide"]


def test_the_heading_of_a_box_speaks_for_its_only_slide():
    [panel] = briefing(BriefingBox(plain("Background"), slides=("m/one",)))

    assert texts(panel) == ["1 Background", "Of the slide"]


def test_a_title_that_is_the_boxs_heading_with_a_number_is_not_repeated():
    two = slide("two", title=plain("1 Background"), fields={"text": (plain("Of another"),)})

    [panel] = briefing(BriefingBox(plain("Background"), slides=("m/two", "m/one")), slides=(two,))

    assert texts(panel) == ["1 Background", "Of another", "About one", "Of the slide"]


def test_boxes_stand_in_their_order_each_with_its_number():
    boxes = briefing(*(replace(BOX, heading=plain(f"Box {n}")) for n in range(1, 8)))

    assert [texts(each)[0] for each in boxes] == [f"{n} Box {n}" for n in range(1, 8)]


def test_headings_stand_over_the_words_on_small_paper_and_in_large_print():
    for options in (PageOptions(paper="A5"), PageOptions(large_print=True)):
        [panel] = briefing(BOX, options=options)
        assert isinstance(panel, Panel)
        assert [type(each) for each in panel.blocks] == [Heading, TextBlock]


def test_a_table_of_many_columns_has_the_width_of_its_box():
    cells = tuple(plain(each) for each in "ABCD")
    many = slide("many", layout="table", fields={"table": Table(cells, (cells,), "Letters")})
    few = slide("few", layout="table", fields={"table": Table(cells[:3], (cells[:3],), "Letters")})
    boxes = (BriefingBox(plain("Box"), slides=(each,)) for each in ("m/many", "m/few"))

    wide, narrow = briefing(*boxes, slides=(many, few))

    assert isinstance(wide, Panel)
    assert isinstance(wide.blocks[0], Heading)
    assert columns_of(narrow)


def test_a_large_figure_stands_under_the_heading_and_one_that_comes_later_is_only_bold():
    figure = slide("figure", layout="key-figure", fields={"figure": "53%", "text": (plain("A sentence"),)})
    box = BriefingBox(plain("Box"), slides=("m/figure",))

    alone, later = briefing(box, replace(box, text=(plain("First"),)), slides=(figure,))

    assert columns_of(alone)[0][1] == TextBlock((plain("53%"),), "display")
    assert TextBlock((Paragraph((Run("53%", bold=True),)),), "lead") in columns_of(later)[1]


def test_cards_in_a_box_run_on_after_their_headings():
    cards = (Card(plain("Sun"), (plain("Six hours"),)), Card(plain("Rain"), (plain("Often", level=1),)))
    a_slide = slide("cards", layout="cards", fields={"cards": cards})

    [panel] = briefing(BriefingBox(plain("Box"), slides=("m/cards",)), slides=(a_slide,))

    assert texts(panel) == ["1 Box", "Sun. Six hours", "Rain", "Often"]


def test_sources_stand_once_at_the_end_with_the_numbers_of_their_boxes():
    line = Paragraph((Run("Source: Author 2020, p. 4"),))
    two = slide("two", fields={"text": (plain("Of another"),)}, source_line=line, cites=("book",))
    box = BriefingBox(plain("Box"), slides=("m/two",))

    *boxes, sources = briefing(box, BOX, box, slides=(two,))

    assert texts(boxes[0]) == ["1 Box", "Of another"]
    assert texts(sources) == ["Sources: Author 2020 (1, 3)"]
    assert Run("Author 2020", link=Link("https://example.org/book")) in next(paragraphs((sources,))).runs


def test_a_session_without_boxes_has_no_briefing():
    session = Origin("decks/sessions/s.yaml")

    _, [finding] = compose("seven-minute-briefing", deck(origin=session), A4)

    assert (finding.code, finding.severity, finding.origin) == ("DB223", "error", session)


def test_a_briefing_is_set_a_little_smaller():
    assert composed("seven-minute-briefing", deck(briefing=(BOX,))).compact


def test_a_briefing_has_no_cover_whatever_the_session_wants_for_its_handouts():
    made, _ = compose("seven-minute-briefing", deck(briefing=(BOX,)), PageOptions(cover=True, greyscale=True))

    assert made.options == PageOptions(greyscale=True)
