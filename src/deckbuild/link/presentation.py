"""The presentation part and its companions: slides in order, sections, sizes, views (ECMA-376 1, 19.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deckbuild.link.ids import section_id
from deckbuild.model.deck import Deck, DeckPart
from deckbuild.model.parts import TemplateParts
from deckbuild.model.xmltext import DECLARATION, A, P, R, quoted

MASTER_ID = 2**31
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
P14 = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'


def presentation(
    deck: Deck,
    template: TemplateParts,
    ids: Mapping[str, int],
    relations: Sequence[str],
    *,
    master: str,
    notes: str,
) -> str:
    """Return the presentation part.

    *ids* are the slides' by their names, in the order of the deck, and *relations* the relationship ids of
    the slides in that order; *master* and *notes* are those of the masters.
    """
    slides = "".join(
        f'<p:sldId id="{number}" r:id="{relation}"/>'
        for number, relation in zip(ids.values(), relations, strict=True)
    )
    size, page = template.size, template.notes_size
    return (
        f'{DECLARATION}<p:presentation {A} {R} {P} saveSubsetFonts="1" autoCompressPictures="0">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{MASTER_ID}" r:id="{master}"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes}"/></p:notesMasterIdLst>'
        f"<p:sldIdLst>{slides}</p:sldIdLst>"
        f'<p:sldSz cx="{size.w}" cy="{size.h}"/><p:notesSz cx="{page.w}" cy="{page.h}"/>'
        f"<p:defaultTextStyle>{template.text_style}</p:defaultTextStyle>"
        f"{_sections(deck, ids)}</p:presentation>"
    )


def _sections(deck: Deck, ids: Mapping[str, int]) -> str:
    """Return PowerPoint's sections, one for each part of the session ([MS-PPTX] 2.6.1)."""
    listed = "".join(
        _section(part, section_id(deck.session, number, part.title), ids)
        for number, part in enumerate(deck.parts, 1)
        if part.slides
    )
    sections = f"<p14:sectionLst {P14}>{listed}</p14:sectionLst>"
    return f'<p:extLst><p:ext uri="{SECTIONS}">{sections}</p:ext></p:extLst>'


def _section(part: DeckPart, guid: str, ids: Mapping[str, int]) -> str:
    slides = "".join(f'<p14:sldId id="{ids[slide.id]}"/>' for slide in part.slides)
    return (
        f'<p14:section name={quoted(part.title)} id="{guid}">'
        f"<p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>"
    )


def presentation_properties() -> str:
    """Return the properties of the presentation, which leave everything to PowerPoint."""
    return f"{DECLARATION}<p:presentationPr {A} {R} {P}/>"


def view_properties() -> str:
    """Return how the deck opens: the slide above, and room for the trainer's notes below it."""
    return (
        f'{DECLARATION}<p:viewPr {A} {R} {P} lastView="sldView"><p:normalViewPr>'
        '<p:restoredLeft sz="15620"/><p:restoredTop sz="72000"/></p:normalViewPr>'
        '<p:notesTextViewPr><p:cViewPr><p:scale><a:sx n="1" d="1"/><a:sy n="1" d="1"/></p:scale>'
        '<p:origin x="0" y="0"/></p:cViewPr></p:notesTextViewPr>'
        '<p:gridSpacing cx="72008" cy="72008"/></p:viewPr>'
    )
