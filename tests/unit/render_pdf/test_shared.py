"""What documents have in common is drawn once, and no document shows that another was drawn before it."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from deckbuild.model.paged import Anchor, Element, Mark, Page, Paged, SceneNode
from deckbuild.model.units import SLIDE, Box, pt
from deckbuild.render.pdf import render
from deckbuild.render.pdf.fonts import Fonts
from tests.support.paged import made
from tests.unit.render_pdf.drawing import TEMPLATE, lines_node, paged
from tests.unit.render_pdf.sample import read, sample
from tests.unit.render_pdf.tagged import tree

SCENES = {scene.id: scene for scene in sample().scenes}
NAMES = (*tuple(SCENES)[:3], "sample/links")
PAGES = tuple(
    Page(SLIDE, (Mark(2 * n + 2, SceneNode(name, n + 1, Box(0, 0, pt(400), pt(225)))),), furniture=())
    for n, name in enumerate(NAMES)
)
TREE = tuple(Element(2 * n + 1, "Sect", (Element(2 * n + 2, "Div"),)) for n, _ in enumerate(NAMES))


def footer(words: str) -> tuple[Mark, ...]:
    return (Mark("Footer", lines_node(words, words)),)


def document(
    words: str = "Ours", first: Page | None = None, *, many: int = len(PAGES), **more: object
) -> Paged:
    """Return slides one to a page over a footer; *first* stands instead of the first page."""
    pages = [replace(each, furniture=footer(words)) for each in PAGES[:many]]
    if first:
        pages[0] = replace(first, furniture=footer(words))
    return paged(pages, Element(0, "Document", TREE[:many]), slide_footer=words, **more)


LINKED = tuple(Anchor(name, 0, 0, 0) for name in SCENES)
LONGER = Page(SLIDE, (*PAGES[0].marks, *(Mark(2, lines_node("more", "more")) for _ in range(40))))
VARIANTS = [
    document(),
    document("Theirs"),
    document(greyscale=True),
    document(language="cy"),
    document(anchors=LINKED),
    document(many=2),
    document(first=LONGER),
]


def fonts() -> Fonts:
    return Fonts(TEMPLATE.fonts, read)


def test_a_document_has_the_bytes_alone_that_it_has_after_others() -> None:
    alone = [render(each, SCENES, TEMPLATE, fonts()) for each in VARIANTS]
    shared = fonts()
    assert [render(each, SCENES, TEMPLATE, shared) for each in VARIANTS] == alone
    assert [render(each, SCENES, TEMPLATE, shared) for each in reversed(VARIANTS)] == alone[::-1]
    assert len(set(alone)) == len(alone)


def test_pages_of_every_kind_are_the_same_alone_and_again() -> None:
    chosen = made()
    first = render(chosen.paged, chosen.scenes, chosen.template, chosen.fonts)
    assert render(chosen.paged, chosen.scenes, chosen.template, chosen.fonts) == first


def test_what_changes_with_the_document_is_in_the_second_stream() -> None:
    streams = []
    for words in ("Ours", "Theirs"):
        with pikepdf.open(BytesIO(render(document(words), SCENES, TEMPLATE, fonts()))) as pdf:
            streams.append([[each.read_bytes() for each in page.Contents] for page in pdf.pages])
    for ours, theirs in zip(*streams, strict=True):
        assert ours[0] == theirs[0]
        assert ours[1] != theirs[1]


def test_a_page_with_more_objects_moves_no_number_of_those_after_it() -> None:
    def numbers(wanted: Paged) -> list[int]:
        with pikepdf.open(BytesIO(render(wanted, SCENES, TEMPLATE, fonts()))) as pdf:
            return [each.objgen[0] for each in pdf.Root.StructTreeRoot.K[0].K]

    one_more = Page(SLIDE, (*PAGES[0].marks, Mark(2, lines_node("more", "more"))))
    assert numbers(document(first=one_more)) == numbers(document())


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_slide_is_read_on_its_page(variant: Paged) -> None:
    heard = tree(render(variant, SCENES, TEMPLATE, fonts())).find("Sect")
    assert len(heard) == len(variant.pages)
    for section, name in zip(heard, NAMES, strict=False):
        assert section.text.startswith(SCENES[name].title.split()[0])
