"""The manifest of a bundle: what it holds, what it was made of and with; declared once, written as JSON.

The JSON Schema in `schemas/manifest.json` is made from these declarations. A reader takes no notice of fields
that it does not know, so that later versions may add some; `form` grows when a field changes its meaning.
"""

from __future__ import annotations

import json
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

FORM = 1
"""Number of the form that is written here."""
MANIFEST = "manifest.json"
"""Name of the member."""
MOST_BYTES = 64_000_000
"""Of a manifest that is read."""

Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Date = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Count = Annotated[int, Meta(ge=0)]


class Entry(Struct, frozen=True, rename="kebab"):
    """An object of the manifest."""


class FileEntry(Entry, frozen=True):
    """A file."""

    path: str
    """Its path with forward slashes: of an output in the bundle, of all else in the project."""
    bytes: Count
    """Its size."""
    sha256: Sha256
    """SHA-256 of its bytes, hexadecimal."""


class OutputEntry(FileEntry, frozen=True, kw_only=True):
    """A deck, or a document of its pack."""

    session: str
    """Id of the session."""
    profile: str
    """Id of the profile."""
    format: str
    """`pptx`, or the kind of document."""
    slides: Count
    """Slides of the deck."""
    content: Sha256
    """SHA-256 of what the file says whatever its compression is: its content digest, as `docs/release.md`
    defines it."""


class DeckEntry(Entry, frozen=True):
    """A session for a profile."""

    session: str
    """Id of the session."""
    profile: str
    """Id of the profile."""
    title: str
    """Of the session."""
    agency: str
    """Whom it is for."""
    version: str
    """Of the session."""
    date: Date
    """Of this version of the session."""
    owner: str
    """Who is responsible for the session."""
    slides: Count
    """Slides of the deck."""
    modules: list[str]
    """Ids of the modules that its slides come from, sorted."""


class ReviewEntry(Entry, frozen=True):
    """A day by which something must be read again."""

    kind: Literal["session", "module"]
    """What it is."""
    id: str
    """Its id."""
    title: str
    """Its title."""
    owner: str
    """Who is responsible for it."""
    review: Date
    """The day."""


class SourceEntry(Entry, frozen=True):
    """A source that a deck cites."""

    id: str
    """Id in the project's sources."""
    author: str
    """Who wrote it."""
    year: str
    """When it was published, or `undated`."""
    title: str
    """Its title."""
    publisher: str
    """Who published it."""
    licence: str
    """What its rights holder allows, in words."""
    url: str | None = None
    """Its address; null where it has none."""


class AssetEntry(FileEntry, frozen=True, kw_only=True):
    """A font or a picture."""

    kind: Literal["font", "picture"]
    """What it is."""
    licence: str
    """Identifier of the SPDX licence list, `LicenseRef-…` for another text, or `NOASSERTION`."""
    licence_file: str | None = None
    """The file that says so; null where none does."""


class ToolEntry(Entry, frozen=True):
    """What the bundle was made with."""

    deckbuild: str
    """Version of deckbuild."""
    python: str
    """Version of Python."""
    zlib: str
    """Version of the zlib that compressed. Another one can give other bytes with the same content."""
    dependencies: dict[str, str]
    """Package → version, of the packages that deckbuild uses."""


class SinceEntry(Entry, frozen=True):
    """The bundle that CHANGES.md compares with."""

    version: str
    """Its version."""
    sha256: Sha256
    """SHA-256 of its bytes."""


class Manifest(Entry, frozen=True, kw_only=True):
    """What a release bundle holds, and what it was made of and with."""

    form: Annotated[int, Meta(ge=1)]
    """Number of the form of the manifest: 1."""
    version: str
    """Of the release."""
    project: str
    """What the project is called."""
    organisation: str
    """Whose project it is."""
    day: Date
    """The day that review dates are held against."""
    day_from: Literal["option", "SOURCE_DATE_EPOCH", "sessions"]
    """Where the day is from: `--on`, the environment, or the newest date of the sessions."""
    allowed: list[str]
    """What `--allow` let pass, sorted."""
    sessions: list[str]
    """Ids of the sessions, in their order."""
    decks: list[DeckEntry]
    """In the order of the sessions and of each session's profiles."""
    outputs: list[OutputEntry]
    """All files of `sessions`, sorted by path."""
    inputs: list[FileEntry]
    """All files of the project that were read, sorted by path."""
    reviews: list[ReviewEntry]
    """Of the sessions, then of the modules in use, by id."""
    sources: list[SourceEntry]
    """By id."""
    assets: list[AssetEntry]
    """The fonts and pictures among the inputs."""
    tool: ToolEntry
    """What it was made with."""
    since: SinceEntry | None = None
    """Null for a first release."""


def encoded(manifest: Manifest) -> bytes:
    """Return a manifest as it stands in a bundle: sorted keys, one field a line."""
    value = msgspec.to_builtins(manifest)
    return (json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def decoded(data: bytes) -> Manifest | str:
    """Return the manifest, or in words why the bytes are none."""
    if len(data) > MOST_BYTES:
        return f"it has {len(data):,} bytes, of {MOST_BYTES:,} at most"
    try:
        form = msgspec.json.decode(data, type=_Form).form
        if form > FORM:
            return f"it is of form {form}, and this deckbuild knows {FORM}: take a newer one"
        return msgspec.json.decode(data, type=Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as fault:
        return str(fault)


class _Form(Struct):
    form: int
