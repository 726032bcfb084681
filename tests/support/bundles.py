"""Bundles for tests: a tiny one of invented files, and those that `release` makes of the small project."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from deckbuild.bundle.manifest import (
    MANIFEST,
    DeckEntry,
    FileEntry,
    Manifest,
    OutputEntry,
    ToolEntry,
    encoded,
)
from deckbuild.bundle.sums import SUMS, written
from deckbuild.link.archive import zip_archive
from deckbuild.model.parts import Member
from deckbuild.pipeline.release import Released, ReleaseRequest, release
from tests.support.small import SESSION, SMALL, write_project

LIGHT = {**SMALL, "decks/sessions/small.yaml": f"{SESSION}handouts: {{pack: [narrative]}}\n"}
"""The small project with a small pack."""
DECK, PAGES = "garden/school/garden-school.pptx", "garden/school/garden-school-slides.pdf"
FILES: Mapping[str, bytes] = {DECK: b"PK, but no deck: nothing opens it here", PAGES: b"%PDF-1.7 and no more"}


def manifest(files: Mapping[str, bytes] = FILES, **fields: object) -> Manifest:
    """Return the manifest of a bundle of some files, with other values of some fields."""
    values: dict[str, object] = {
        "form": 1,
        "version": "1.0.0",
        "project": "Gardens",
        "organisation": "Garden Society",
        "day": "2026-11-23",
        "day_from": "sessions",
        "allowed": [],
        "sessions": ["garden"],
        "decks": [deck_entry("school")],
        "outputs": [_output(path, data) for path, data in sorted(files.items())],
        "inputs": [FileEntry("decks/sessions/garden.yaml", 3, digest(b"abc"))],
        "reviews": [],
        "sources": [],
        "assets": [],
        "tool": ToolEntry("0.1.0", "3.11.0", "1.3.1", {"lxml": "5.3"}),
        **fields,
    }
    return Manifest(**values)  # type: ignore[arg-type]


def deck_entry(profile: str, version: str = "1.0.0") -> DeckEntry:
    """Return the entry of a deck."""
    agency = f"The {profile}"
    return DeckEntry("garden", profile, "A garden", agency, version, "2026-11-23", "Society", 3, ["words"])


def _output(path: str, data: bytes) -> OutputEntry:
    session, profile, name = path.split("/")
    kind = "pptx" if name.endswith(".pptx") else "slides"
    return OutputEntry(
        path=path,
        bytes=len(data),
        sha256=digest(data),
        session=session,
        profile=profile,
        format=kind,
        slides=3,
        content=digest(data),
    )


def digest(data: bytes) -> str:
    """Return a SHA-256 in hexadecimal."""
    return sha256(data).hexdigest()


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Return a bundle of members as they are."""
    return zip_archive([(name, Member.store(members[name])) for name in sorted(members)])


def tiny_members(files: Mapping[str, bytes] = FILES) -> dict[str, bytes]:
    """Return the members of a tiny bundle, SHA256SUMS among them."""
    members = {**files, MANIFEST: encoded(manifest(files)), "CHANGES.md": b"# Gardens\n"}
    return {**members, SUMS: written({name: digest(data) for name, data in members.items()})}


@cache
def tiny() -> bytes:
    """Return a tiny bundle in which all is right."""
    return zipped(tiny_members())


def released(
    folder: Path, version: str = "1.0.0", files: Mapping[str, str] = LIGHT, **more: object
) -> Released:
    """Write the small project into a folder, release it, and return the bundle; nothing may be wrong."""
    write_project(folder, files)
    result = release(ReleaseRequest(folder, version, **more))  # type: ignore[arg-type]
    assert [each.message for each in result.diagnostics if each.severity != "info"] == []
    assert result.bundle is not None
    return result.bundle
