"""Document properties: what the file says of itself (ECMA-376 part 2, 11; part 1, 22.2)."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.model.deck import Deck
from deckbuild.model.xmltext import DECLARATION, escape

CORE_SPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
APP_SPACES = (
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
)


def core_properties(deck: Deck, board: str) -> str:
    """Return title, subject, owner, dates, language and version of a deck; the dates are the session's."""
    author = deck.owner or board
    moment = f"{deck.date}T00:00:00Z"
    texts = (
        ("dc:title", deck.title),
        ("dc:subject", deck.subject),
        ("dc:creator", author),
        ("dc:description", deck.subtitle),
        ("cp:lastModifiedBy", author),
    )
    dates = "".join(
        f'<dcterms:{event} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{event}>'
        for event in ("created", "modified")
    )
    more = (("cp:category", deck.agency), ("dc:language", deck.language), ("cp:version", deck.version))
    inner = _elements(texts) + dates + _elements(more)
    return f"{DECLARATION}<cp:coreProperties {CORE_SPACES}>{inner}</cp:coreProperties>"


def _elements(texts: Sequence[tuple[str, str]]) -> str:
    return "".join(f"<{name}>{escape(text)}</{name}>" for name, text in texts if text)


def app_properties(titles: Sequence[str], board: str, theme: str) -> str:
    """Return the number of slides, and the names of theme and slides as the file's properties list them."""
    names = "".join(f"<vt:lpstr>{escape(name)}</vt:lpstr>" for name in (theme, *titles))
    return (
        f"{DECLARATION}<Properties {APP_SPACES}><PresentationFormat>Widescreen</PresentationFormat>"
        f"<Slides>{len(titles)}</Slides><Notes>{len(titles)}</Notes><HiddenSlides>0</HiddenSlides>"
        f'<HeadingPairs><vt:vector size="4" baseType="variant">{_pair("Theme", 1)}'
        f"{_pair('Slide Titles', len(titles))}</vt:vector></HeadingPairs>"
        f'<TitlesOfParts><vt:vector size="{len(titles) + 1}" baseType="lpstr">{names}</vt:vector>'
        "</TitlesOfParts>"
        f"<Company>{escape(board)}</Company><Application>deckbuild</Application></Properties>"
    )


def _pair(name: str, count: int) -> str:
    return (
        f"<vt:variant><vt:lpstr>{name}</vt:lpstr></vt:variant><vt:variant><vt:i4>{count}</vt:i4></vt:variant>"
    )
