"""Document + Template + Fonts → Paged: blocks become pieces, pieces fill pages, pages get their furniture.

Lengths in this package are points; boxes in what comes out are EMU, like everywhere in `model`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckbuild.diagnostics.diagnostic import Diagnostic
from deckbuild.fonts.library import Fonts
from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.dates import long_date
from deckbuild.model.deck import deck_footer
from deckbuild.model.document import Block, Document, Heading, Margin, Section
from deckbuild.model.paged import Page, Paged
from deckbuild.model.scene import Scene
from deckbuild.model.template import Template
from deckbuild.typeset.pages import booklet
from deckbuild.typeset.pages.blocks import lay
from deckbuild.typeset.pages.cover import cover
from deckbuild.typeset.pages.flow import pages
from deckbuild.typeset.pages.frame import crest, draw_frame
from deckbuild.typeset.pages.furniture import Furniture, Place, footer_height, footer_lines, header_height
from deckbuild.typeset.pages.memory import Memory
from deckbuild.typeset.pages.navigation import anchors, bookmarks
from deckbuild.typeset.pages.paper import Format, format_of
from deckbuild.typeset.pages.piece import Piece, Stack, bound
from deckbuild.typeset.pages.setting import Kit, Setting, kit_of, margin_of
from deckbuild.typeset.pages.sheet import Sheet, box
from deckbuild.typeset.pages.slide_pages import slide_anchors, slide_bookmarks, slide_pages
from deckbuild.typeset.pages.structure import Branch, frozen, number
from deckbuild.typeset.pages.title import title_block

UNDER_HEAD = 18.0
"""Points on A4 between the title block and what follows, at least."""
AT_TOP = 30.0
"""Points from the top of the body within which a part's heading begins its page."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """What stands on one page."""

    body: Piece
    top: float
    """Where the body begins."""
    head: Stack | None = None
    """The title block; None where the page has none."""
    bare: bool = False
    """True for a page without furniture: a cover."""


def paginate(
    document: Document,
    template: Template,
    fonts: Fonts,
    scenes: Mapping[str, Scene],
    memory: Memory | None = None,
) -> tuple[Paged, list[Diagnostic]]:
    """Return the document on pages, and what does not fit or cannot be set.

    *memory* has pages of other documents in the same template and fonts; None for none.

    Raises:
        KeyError: a slide of the document is not among *scenes*.
    """
    root = Branch("Document")
    if document.slide_pages:
        made = slide_pages(document, template, root)
        paged = whole(document, template, made, root)
        marks = tuple(slide_bookmarks(document, scenes))
        return replace(paged, anchors=tuple(slide_anchors(document)), bookmarks=marks), []
    return flowing(kit_of(document, template, fonts, scenes, memory or Memory()), root)


def flowing(kit: Kit, root: Branch) -> tuple[Paged, list[Diagnostic]]:
    """Return a document of blocks that flow."""
    document = kit.document
    footer = footer_lines(kit, format_of(document, 0, 0).measure)
    form = format_of(document, footer_height(kit, footer), header_height(kit))
    setting = Setting(kit, root, form.measure, lay, form.room, form.room, [], [])
    leaves, found = leaves_of(setting, form)
    number(root)
    sheets = draw(leaves, kit, form, Furniture(kit, form, footer))
    made = impose(sheets, form, len(leaves)) if is_booklet(document) else upright(sheets, form)
    paged = replace(
        whole(document, kit.template, made, root),
        anchors=anchors(each for sheet in sheets for each in sheet.anchors),
        bookmarks=bookmarks(setting.outline),
    )
    return paged, list(dict.fromkeys([*setting.found, *found]))


def leaves_of(setting: Setting, form: Format) -> tuple[list[Leaf], list[Diagnostic]]:
    """Return the pages: a cover where one is wanted, then what the blocks fill."""
    kit = setting.kit
    document = kit.document
    full = document.furniture == "full" and not document.frame
    begin = [Leaf(cover(setting, form), 0.0, bare=True)] if full and document.options.cover else []
    head = title_block(setting, named=is_named(document)) if full and not begin else None
    under = max(head.after, UNDER_HEAD * kit.unit) if head else 0.0
    top = form.first_top + head.height + under if head else form.top if full else form.first_top
    margin = margin_of(kit, setting.width) if has_margin(document.blocks) or document.wide_margin else 0.0
    setting = replace(setting, first=form.bottom - top, margin=margin)
    over = list(crest(setting)) if document.frame else []
    pieces = [*over, *bound(lay(document.blocks, setting))]
    stacks, found = pages(pieces, setting.first, form.room, document.kind)
    for count, each in enumerate(stacks):
        begin.append(
            Leaf(each, top_of(each, top if count == 0 else form.top, form, document), None if count else head)
        )
    return begin, found


def top_of(body: Stack, top: float, form: Format, document: Document) -> float:
    """Return where a page's body begins: in a frame so that it stands in the middle."""
    return top + max(0.0, form.bottom - top - body.height) / 2 if document.frame else top


def is_named(document: Document) -> bool:
    """Return whether the blocks hold the document's title."""
    return any(isinstance(block, Heading) and block.level == 1 for block in document.blocks)


def has_margin(blocks: Iterable[Block]) -> bool:
    """Return whether something stands in a margin."""
    return any(
        isinstance(block, Margin) or (isinstance(block, Section) and has_margin(block.blocks))
        for block in blocks
    )


def is_booklet(document: Document) -> bool:
    """Return whether two pages go on a side of a sheet."""
    return document.options.paper == "A5-booklet"


def draw(leaves: list[Leaf], kit: Kit, form: Format, furniture: Furniture) -> list[Sheet]:
    """Return every page drawn, in reading order."""
    booked = is_booklet(kit.document)
    spots = booklet.spots(len(leaves)) if booked else [booklet.Spot(n, False) for n in range(len(leaves))]
    sheets: list[Sheet] = []
    part = ""
    for leaf, (page, spot) in enumerate(zip(leaves, spots, strict=True), 1):
        sheet = Sheet(spot.side, leaf)
        x = form.width if spot.right else 0.0
        part = draw_page(page, sheet, form, furniture, x, part, len(leaves))
        sheets.append(sheet)
    return sheets


def draw_page(
    page: Leaf, sheet: Sheet, form: Format, furniture: Furniture, x: float, part: str, count: int
) -> str:
    """Draw one page, and return the part that goes on on the next."""
    document = furniture.kit.document
    if document.frame:
        draw_frame(sheet, form, x)
    if page.bare:
        page.body.draw(sheet, x, page.top)
        return part
    if page.head:
        page.head.draw(sheet, x + form.side, form.first_top)
    page.body.draw(sheet, x + form.side, page.top)
    begins = [title for y, title in sheet.parts if y <= page.top + AT_TOP or not part]
    if document.furniture != "none":
        said = (begins[0] if begins else part) if has_header(document, page, sheet.leaf) else None
        sheet.furniture = furniture.marks(Place(x, sheet.leaf, count, said))
    return sheet.parts[-1][1] if sheet.parts else part


def has_header(document: Document, page: Leaf, leaf: int) -> bool:
    """Return whether a page has a running header: those that begin with anything else do not."""
    bare_first = document.furniture == "first-bare" and leaf == 1
    return page.head is None and not bare_first


def upright(sheets: list[Sheet], form: Format) -> tuple[Page, ...]:
    """Return each page as it is."""
    size = box(0, 0, form.width, form.height)
    return tuple(Page(size, sheet.all_marks(), furniture=sheet.furniture) for sheet in sheets)


def impose(sheets: list[Sheet], form: Format, count: int) -> tuple[Page, ...]:
    """Return the sides of a booklet's sheets."""
    size = box(0, 0, 2 * form.width, form.height)
    return tuple(
        Page(
            size,
            tuple(mark for leaf in pair if leaf <= count for mark in sheets[leaf - 1].marks),
            booklet.label(pair, count),
            tuple(mark for leaf in pair if leaf <= count for mark in sheets[leaf - 1].furniture),
        )
        for pair in booklet.sides(count)
    )


def whole(document: Document, template: Template, made: tuple[Page, ...], root: Branch) -> Paged:
    """Return the pages with what a reader shows of the document."""
    return Paged(
        title=f"{document.title} – {document.agency} – {document.name}",
        author=document.owner,
        subject=document.subject,
        language=document.language,
        date=document.date,
        greyscale=document.options.greyscale,
        pages=made,
        structure=frozen(root),
        slide_date=long_date(document.date),
        slide_footer=deck_footer(document.marking, document.board or template.footer, document.title),
    )
