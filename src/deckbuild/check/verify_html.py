"""Re-opens a written page for browsers and compares it with its document; a difference is an error.

The page may say more than the document, such as “Contents”, but must say all of it, in its order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from deckbuild.check.html.found import Page
from deckbuild.check.html.meant import Alt, Said, Words, said
from deckbuild.diagnostics import error
from deckbuild.model.origin import Origin

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.document import Document


def verify_html(path: Path, document: Document, *, name: str | None = None) -> list[Diagnostic]:
    """Return every difference between a written page and its document; *name* is what messages call it."""
    place = Origin(name or path.name)
    try:
        page = Page(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as fault:
        return [error("DB401", f"the page cannot be opened again: {fault}", place)]
    return [error(code, message, place) for code, message in _differences(page, document)]


def _differences(page: Page, document: Document) -> Iterator[tuple[str, str]]:
    if page.language != document.language:
        yield "DB410", f"the language should be “{document.language}” and is “{page.language}”"
    if page.title != " ".join(document.title.split()):
        yield "DB410", f"the title should be “{document.title}” and is “{page.title}”"
    meant = list(said(document.blocks))
    yield from _first_lost(
        "DB404", [each for each in meant if isinstance(each, Words)], _of(page.said, Words)
    )
    yield from _first_lost("DB411", [each for each in meant if isinstance(each, Alt)], _of(page.said, Alt))


def _of(found: Sequence[Said], kind: type[Said]) -> list[str]:
    return [each.text for each in found if isinstance(each, kind)]


def _first_lost(code: str, meant: Sequence[Said], found: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the first piece that the page does not say after the one before it."""
    at, before = 0, ""
    for each in meant:
        words = each.text.split() if isinstance(each, Words) else [each.text]
        start = next(
            (n for n in range(at, len(found) - len(words) + 1) if list(found[n : n + len(words)]) == words),
            None,
        )
        if start is None:
            after = f" after “{_short(before)}”" if before else ""
            yield code, f"“{_short(each.text)}” does not stand in the page{after}"
            return
        at, before = start + len(words), each.text


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
