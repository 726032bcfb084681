"""HTML as text whose escaping cannot be forgotten: words in, `Markup` out (HTML Living Standard, 13.1).

`Markup` is a type of its own for the type checker: words become it by `words` alone, elements by `tag`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NewType

Markup = NewType("Markup", str)
"""Text that is HTML already."""

NOTHING = Markup("")

VOID = frozenset(("br", "col", "hr", "img", "input", "link", "meta"))
"""Elements without content or end tag (13.1.2)."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Letters that HTML may not hold (13.1.4), but for those outside the Basic Multilingual Plane."""


def clean(text: str) -> str:
    """Return *text* with a mark that shows in place of each letter that HTML may not hold."""
    text = _FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if text.isascii() or max(text) < "\U0001fffe":
        return text
    return "".join("\ufffd" if ord(each) & 0xFFFE == 0xFFFE else each for each in text)


def words(text: str) -> Markup:
    """Return words as the content of an element."""
    return Markup(clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def tag(name: str, /, *inner: Markup, **attributes: str | None) -> Markup:
    """Return an element on one line.

    An attribute is left out where its value is None. Its name loses an underscore at its end, and has hyphens
    for the others: `class_`, `aria_label`.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    start = f"<{name}{written}>"
    return Markup(start if name in VOID else f"{start}{''.join(inner)}</{name}>")


def _value(text: str) -> str:
    return words(text).replace('"', "&quot;")


def lines(parts: Iterable[Markup]) -> Markup:
    """Return blocks one below the other; those that are empty are left out."""
    return Markup("\n".join(part for part in parts if part))


def block(name: str, /, *inner: Markup, **attributes: str | None) -> Markup:
    """Return an element whose content stands on lines of its own."""
    return tag(name, Markup(f"\n{lines(inner)}\n"), **attributes)


def run_in(parts: Iterable[Markup]) -> Markup:
    """Return parts of a line, one after the other."""
    return Markup("".join(parts))
