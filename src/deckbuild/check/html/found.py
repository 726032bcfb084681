"""A page's HTML in, what it says in its `main`, in reading order, out."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser

from deckbuild.check.html.meant import Alt, Said, Words

_INLINE = frozenset(("a", "abbr", "b", "em", "i", "span", "strong", "sub", "sup"))
"""Elements that do not end a word."""
_SILENT = frozenset(("script", "style", "svg", "textarea", "title"))
"""Elements whose text is not read on, or is no text of the document."""


class Page(HTMLParser):
    """Reads a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.language = ""
        self.title = ""
        """Words of its first heading, wherever that stands."""
        self.said: list[Said] = []
        """Of its `main`: single words and alternative texts."""
        self._open: list[str] = []
        self._piece = ""
        self._heading: str | None = None
        self.feed(html)
        self.close()
        self._flush()

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Note an element that opens."""
        values = dict(attrs)
        if tag not in _INLINE:
            self._flush()
        if tag == "html":
            self.language = values.get("lang") or ""
        if tag == "h1" and self._heading is None:
            self._heading = ""
        if "main" in self._open and "svg" not in self._open:
            if tag == "img":
                self.said.append(Alt(values.get("alt") or ""))
            elif tag == "svg" and values.get("role") == "img":
                self.said.append(Alt(values.get("aria-label") or ""))
        if tag not in ("img", "br", "hr", "input", "meta", "link", "col", "wbr"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note an element that closes, with those in it that were left open."""
        if tag not in _INLINE:
            self._flush()
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if tag == "h1" and self._heading is not None and not self.title:
            self.title = " ".join(self._heading.split())

    def handle_data(self, data: str) -> None:
        """Note text."""
        if "h1" in self._open and not self.title and self._heading is not None:
            self._heading += data
        if "main" in self._open and not _SILENT.intersection(self._open):
            self._piece += data

    def _flush(self) -> None:
        self.said += [Words(word) for word in self._piece.split()]
        self._piece = ""
