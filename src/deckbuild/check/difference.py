"""The first place where two values differ, in words short enough for one line."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

ROOM = 60
"""Letters of a text to show around a difference."""


def difference(wanted: object, found: object) -> tuple[str, str]:
    """Return what is wanted and what is found where the two first differ; "nothing" where one has ended."""
    wants, haves = _entries(wanted), _entries(found)
    if wants is None or haves is None:
        return _quoted(wanted, found)
    for want, have in zip(wants, haves, strict=False):
        if want != have:
            return difference(want, have)
    shorter = min(len(wants), len(haves))
    if len(wants) > shorter:
        return _whole(wants[shorter]), "nothing"
    return "nothing", _whole(haves[shorter])


def _entries(value: object) -> tuple[object, ...] | None:
    """Return what a compound value holds; None for a simple one."""
    if isinstance(value, tuple):
        return value
    if is_dataclass(value):
        return tuple(getattr(value, each.name) for each in fields(value))
    return None


def _whole(value: object) -> str:
    """Return an entry in words, by its first text where it holds several things."""
    entries = _entries(value)
    while entries:
        value = entries[0]
        entries = _entries(value)
    return _quoted(value, value)[0]


def _quoted(wanted: object, found: object) -> tuple[str, str]:
    if not isinstance(wanted, str) or not isinstance(found, str):
        return str(wanted), str(found)
    pairs = zip(wanted, found, strict=False)
    same = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(wanted), len(found)))
    start = max(0, same - ROOM // 2)
    return _excerpt(wanted, start), _excerpt(found, start)


def _excerpt(text: str, start: int) -> str:
    piece = text[start : start + ROOM].replace("\n", " ¶ ")
    return f"“{'…' if start else ''}{piece}{'…' if len(text) > start + ROOM else ''}”"
