"""How PDF writes things: strings, names and numbers in, their bytes or letters out (ISO 32000-1, 7.3)."""

from __future__ import annotations

from functools import cache

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the page's lower left corner."""

REGULAR = frozenset(range(0x21, 0x7F)) - frozenset(b"()<>[]{}/%#")
"""Bytes that a name holds as they are (7.3.5)."""


def text(value: str) -> bytes:
    """Return a text string: in ASCII where that will do, otherwise in UTF-16 (7.9.2.2)."""
    if value.isascii() and value.isprintable():
        escaped = value.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return b"(" + escaped.encode("ascii") + b")"
    return b"<FEFF" + value.encode("utf-16-be").hex().upper().encode("ascii") + b">"


@cache
def name(value: str) -> bytes:
    """Return a name with its slash; letters beyond ASCII are UTF-8."""
    return b"/" + b"".join(
        bytes((each,)) if each in REGULAR else b"#%02X" % each for each in value.encode("utf-8")
    )


def number(value: float) -> str:
    """Return a length as PDF writes it, to a hundredth of a point."""
    return f"{value:.2f}"


def rectangle(area: Rectangle) -> bytes:
    """Return a rectangle (7.9.5)."""
    return f"[{' '.join(f'{edge:.2f}' for edge in area)}]".encode("ascii")


def reference(target: int) -> bytes:
    """Return an indirect reference to an object by its number."""
    return b"%d 0 R" % target
