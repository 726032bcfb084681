"""The kind `handout-3up`: three slides a page, each to be found again, with lines for notes."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from deckbuild.model.deck import DeckPart
from deckbuild.model.text import plain
from deckbuild.render.pdf import render
from tests.unit.render_pdf.looking import bookmarks, find, images, letters, links
from tests.unit.render_pdf.sample import ADDRESS, Sample, sample

MM = 72 / 25.4


def handout(chosen: Sample) -> bytes:
    return render("handout-3up", chosen.deck, chosen.scenes, chosen.template, chosen.fonts)


@pytest.fixture(params=["worcestershire", "severn-vale"], scope="module")
def case(request: pytest.FixtureRequest) -> tuple[Sample, bytes]:
    chosen = sample(request.param)
    return chosen, handout(chosen)


def text(data: bytes, page: int) -> str:
    return "".join(each.letter for each in letters(data, page))


def test_pages_are_a4_with_three_slides_each(case: tuple[Sample, bytes]) -> None:
    chosen, data = case
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) == -(-len(chosen.scenes) // 3)
        for page in pdf.pages:
            assert [round(float(edge) / MM) for edge in page.MediaBox] == [0, 0, 210, 297]
        shown = [len(page.Resources.XObject) for page in pdf.pages]
    assert shown == [3] * (len(shown) - 1) + [len(chosen.scenes) - 3 * (len(shown) - 1)]


def test_each_slide_has_its_number_and_title_beside_it(case: tuple[Sample, bytes]) -> None:
    chosen, data = case
    for number, scene in enumerate(chosen.scenes, 1):
        assert f"{number} {scene.title} " in text(data, (number - 1) // 3)


def test_the_first_page_names_session_agency_date_and_board(case: tuple[Sample, bytes]) -> None:
    chosen, data = case
    found = text(data, 0)
    mark = chosen.template.wordmark
    assert mark is not None
    for words in (
        chosen.deck.title,
        chosen.deck.subtitle,
        "Multi-agency",
        "Handout · 23 November 2026",
        *mark.lines,
    ):
        assert f"{words} " in found


def test_later_pages_carry_session_and_part_and_every_page_its_number(case: tuple[Sample, bytes]) -> None:
    chosen, data = case
    count = -(-len(chosen.scenes) // 3)
    assert text(data, 1).startswith(f"{chosen.deck.title} Welcome ")
    assert text(data, 4).startswith(f"{chosen.deck.title} Drawings, charts and tables ")
    for page in range(count):
        end = f"{chosen.template.footer} Version 1.0.0 · 23 November 2026 Page {page + 1} of {count} "
        assert text(data, page).endswith(end)


def test_everything_stands_within_the_margins(case: tuple[Sample, bytes]) -> None:
    _, data = case
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = len(pdf.pages)
    for page in range(pages):
        found = [each for each in letters(data, page) if each.letter != " "]
        assert min(each.x for each in found) >= 18 * MM - 0.1
        assert max(each.x for each in found) <= (210 - 18) * MM
        assert min(each.y for each in found) >= 18 * MM
        assert max(each.y for each in found) <= (297 - 18) * MM + 0.1


def test_bookmarks_are_parts_and_slides(case: tuple[Sample, bytes]) -> None:
    chosen, data = case
    wanted = [(part.title, [slide.title.text for slide in part.slides]) for part in chosen.deck.parts]
    assert bookmarks(data) == wanted


def test_links_on_the_small_slides_are_live(case: tuple[Sample, bytes]) -> None:
    chosen, data = case
    ids = [scene.id for scene in chosen.scenes]
    found = links(data, ids.index("sample/links") // 3)
    assert [each.leads_to for each in found] == [ADDRESS, ids.index("sample/cards") // 3]
    left, bottom, right, top = found[0].area
    assert 18 * MM < left < right < 120 * MM
    assert 1 < top - bottom < 15


def test_each_picture_is_in_the_file_once(case: tuple[Sample, bytes]) -> None:
    _, data = case
    assert len(images(data)) == 4  # three pictures, and the mask of the one that has transparency


def test_the_title_and_language_are_the_documents(case: tuple[Sample, bytes]) -> None:
    chosen, data = case
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.docinfo["/Title"] == f"{chosen.deck.title} – {chosen.deck.agency} – handout"
        assert pdf.Root.Lang == "en-GB"


def test_a_very_long_title_is_set_smaller_and_whole() -> None:
    chosen = sample()
    title = "A title of very many words " * 6 + "that ends here"
    first, *rest = chosen.scenes
    long = Sample(chosen.deck, (replace(first, title=title), *rest), chosen.template, chosen.fonts)
    data = handout(long)
    assert f"1 {title} " in text(data, 0)
    assert max(each.x for each in letters(data, 0) if each.letter != " ") < (210 - 18) * MM


def test_a_long_session_title_takes_two_lines() -> None:
    chosen = sample()
    deck = replace(
        chosen.deck, title="Pathways to harm, pathways to protection, and the way from the one to the other"
    )
    data = handout(Sample(deck, chosen.scenes, chosen.template, chosen.fonts))
    page = letters(data, 0)
    assert find(page, "the one to the other")[0].y - find(page, "Pathways to harm, pathways")[
        0
    ].y == pytest.approx(27)
    assert deck.title in text(data, 0)


def test_long_titles_on_the_first_page_make_its_slides_smaller_not_overlap() -> None:
    chosen = sample()
    deck = replace(
        chosen.deck, title="Pathways to harm and protection " * 5, subtitle="And what they teach us " * 12
    )
    data = handout(Sample(deck, chosen.scenes, chosen.template, chosen.fonts))
    page = letters(data, 0)
    rows = [find(page, f"{number} {chosen.scenes[number - 1].title} ")[0].y for number in (1, 2, 3)]
    last_of_first = max(each.y for each in page if rows[0] < each.y < rows[1] - 1)
    assert last_of_first < rows[1] - 3 * MM
    assert max(each.y for each in page if each.y < (297 - 26) * MM) < (297 - 28) * MM


def test_scenes_of_another_deck_are_refused() -> None:
    chosen = sample()
    with pytest.raises(ValueError, match="22 scenes are not the 23 slides of sample"):
        handout(Sample(chosen.deck, chosen.scenes[1:], chosen.template, chosen.fonts))


def test_a_part_without_slides_has_no_bookmark() -> None:
    chosen = sample()
    deck = replace(chosen.deck, parts=(DeckPart("Empty", ()), *chosen.deck.parts))
    data = handout(Sample(deck, chosen.scenes, chosen.template, chosen.fonts))
    assert [part for part, _ in bookmarks(data)] == [part.title for part in chosen.deck.parts]


def test_a_jump_to_a_slide_that_is_not_in_the_deck_is_refused() -> None:
    chosen = sample()
    parts = tuple(
        replace(part, slides=tuple(slide for slide in part.slides if slide.id != "sample/cards"))
        for part in chosen.deck.parts
    )
    scenes = tuple(scene for scene in chosen.scenes if scene.id != "sample/cards")
    deck = replace(chosen.deck, parts=parts, subtitle=plain("").text)
    with pytest.raises(ValueError, match="sample/cards"):
        handout(Sample(deck, scenes, chosen.template, chosen.fonts))
