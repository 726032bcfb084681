"""Bundles as files: where they are, how they are read and written; what is in them `bundle` knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics.errors import CannotRunError, FileError

if TYPE_CHECKING:
    from deckbuild.bundle.diff.values import DeckText
    from deckbuild.bundle.inspect import Bundle
    from deckbuild.diagnostics import Diagnostic

MOST_BYTES = 4_294_967_295
"""Of a bundle: a ZIP without the ZIP64 extension holds no more."""
VERSION = re.compile(r"(?=[0-9][^-]{0,40}(?:-[^-]{1,40})?\Z)[0-9A-Za-z]+(?:[.+-][0-9A-Za-z]+)*")
"""What a version looks like: 1.2.0, 2026.11, 1.3.0-rc.1. No full stop ends it: Windows takes no such name."""


def read_bundle(path: Path) -> tuple[Bundle | None, list[Diagnostic]]:
    """Return a bundle and what is wrong with it; None where nothing of it can be used.

    Raises:
        FileError: the system refuses to read it, or it is larger than any bundle.
    """
    from deckbuild.bundle.inspect import inspect

    return inspect(file_bytes(path), path.name)


def file_bytes(path: Path) -> bytes:
    """Return the bytes of a file that somebody named.

    Raises:
        FileError: the system refuses to read it, or it is larger than any bundle.
    """
    try:
        if not path.is_file():
            raise FileError(str(path), _no_file(path))
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as fault:
        raise FileError(str(path), getattr(fault, "strerror", None) or str(fault)) from fault
    if len(data) > MOST_BYTES:
        raise FileError(str(path), "it is larger than any bundle")
    return data


def _no_file(path: Path) -> str:
    if path.is_dir():
        return "it is a folder, and a file is wanted"
    return "it is no plain file" if path.exists() else "there is no such file"


def bundle_bytes(members: Mapping[str, bytes]) -> bytes:
    """Return a bundle of members. They are stored: what they hold is compressed, or small.

    Raises:
        CannotRunError: they are more than a ZIP holds.
    """
    from deckbuild.link.archive import zip_archive
    from deckbuild.model.parts import Member

    try:
        return zip_archive([(name, Member.store(members[name])) for name in sorted(members)])
    except ValueError as fault:
        raise CannotRunError(
            f"the release does not fit in one bundle: {fault}; name fewer sessions"
        ) from fault


def deck_texts(bundle: Bundle) -> tuple[dict[str, DeckText], list[Diagnostic]]:
    """Return what the decks of a bundle say, by `SESSION/PROFILE`, and those that cannot be read."""
    decks = {
        f"{each.session}/{each.profile}": (each.path, bundle.members[each.path])
        for each in bundle.manifest.outputs
        if each.format == "pptx" and each.path in bundle.members
    }
    return texts_of(bundle.name, decks)


def texts_of(
    document: str, decks: Mapping[str, tuple[str, bytes]]
) -> tuple[dict[str, DeckText], list[Diagnostic]]:
    """Return what decks say, by name, and those that cannot be read. *decks* have a path and bytes each."""
    from deckbuild.bundle.diff.reading import deck_text
    from deckbuild.bundle.inflate import BrokenPackageError
    from deckbuild.diagnostics import error
    from deckbuild.model.origin import Origin

    found, findings = {}, []
    for name, (path, data) in decks.items():
        try:
            found[name] = deck_text(data)
        except BrokenPackageError as fault:
            origin = Origin(document, (path,)) if document else Origin(path)
            findings.append(
                error("DB630", f"the deck cannot be read: {fault}", origin, ["Fetch or build it again."])
            )
    return found, findings


def earlier(folder: Path, stem: str, version: str) -> Path | None:
    """Return the bundle of the newest version before *version* in a folder; None where there is none."""
    found = {}
    for path in sorted(folder.glob("*.zip")) if folder.is_dir() else ():
        rest = path.name.removesuffix(".zip").removeprefix(f"{stem}-")
        if path.name.startswith(f"{stem}-") and VERSION.fullmatch(rest):
            found[_order(rest)] = path
    older = [each for each in found if each < _order(version)]
    return found[max(older)] if older else None


_Pieces = tuple[tuple[int, int, str], ...]


def _order(version: str) -> tuple[_Pieces, bool, _Pieces]:
    """Return what versions are sorted by: numbers as numbers, and 1.0.0-rc.1 before 1.0.0."""
    release, _, before = version.partition("-")
    return _pieces(release), not before, _pieces(before)


def _pieces(text: str) -> _Pieces:
    found = re.findall(r"\d+|[A-Za-z]+", text)
    return tuple((1, int(each), "") if each.isdecimal() else (0, 0, each) for each in found)
