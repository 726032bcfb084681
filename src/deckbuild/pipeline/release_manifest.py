"""What was read, built and decided for a release in, the manifest of its bundle out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckbuild.bundle.inspect import Bundle
    from deckbuild.bundle.manifest import (
        AssetEntry,
        DeckEntry,
        Manifest,
        OutputEntry,
        ReviewEntry,
        SourceEntry,
    )
    from deckbuild.bundle.spdx import Asset
    from deckbuild.model.deck import Deck
    from deckbuild.model.source import Module, Session
    from deckbuild.pipeline.inputs import Input
    from deckbuild.pipeline.release import ReleaseRequest
    from deckbuild.pipeline.release_rules import Day
    from deckbuild.pipeline.request import BuildResult
    from deckbuild.read.project import Project

MOST_LICENCE = 200_000
"""Bytes of a file that is read for a licence."""


def outputs_of(built: BuildResult) -> dict[str, bytes]:
    """Return the files of a build, by their path in the bundle."""
    return {f"{each.session}/{each.profile}/{each.path.name}": each.path.read_bytes() for each in built.files}


def manifest_of(
    request: ReleaseRequest,
    project: Project,
    decks: list[Deck],
    day: Day,
    inputs: dict[str, Input],
    built: BuildResult,
    outputs: dict[str, bytes],
    before: Bundle | None,
) -> Manifest:
    """Return the manifest.

    Args:
        request: What was asked for.
        project: What was read.
        decks: The decks that are released.
        day: What reviews were held against.
        inputs: The files that were read.
        built: What was built.
        outputs: The files of *built* by their path in the bundle.
        before: The bundle that it is compared with; None for a first release.
    """
    from deckbuild.bundle.manifest import FORM, FileEntry, Manifest, SinceEntry
    from deckbuild.bundle.tool import tool

    return Manifest(
        form=FORM,
        version=request.version,
        project=project.name,
        organisation=project.organisation,
        day=day.iso,
        day_from=day.source,
        allowed=sorted(set(request.allow)),
        sessions=list(project.sessions),
        decks=[_deck(each) for each in decks],
        outputs=sorted(_outputs(built, outputs), key=lambda each: each.path),
        inputs=[FileEntry(path, each.bytes, each.sha256) for path, each in inputs.items()],
        reviews=[
            *(_review("session", each) for each in project.sessions.values()),
            *(_review("module", each) for _, each in sorted(project.modules.items())),
        ],
        sources=_sources(decks),
        assets=_assets(project.root, inputs),
        tool=tool(),
        since=SinceEntry(before.manifest.version, before.sha256) if before else None,
    )


def _deck(deck: Deck) -> DeckEntry:
    from deckbuild.bundle.manifest import DeckEntry

    return DeckEntry(
        session=deck.session,
        profile=deck.profile,
        title=deck.title,
        agency=deck.agency,
        version=deck.version,
        date=deck.date,
        owner=deck.owner,
        slides=len(deck.slides),
        modules=sorted({each.id.partition("/")[0] for each in deck.slides}),
    )


def _outputs(built: BuildResult, outputs: dict[str, bytes]) -> list[OutputEntry]:
    from deckbuild.bundle.content import content_digest
    from deckbuild.bundle.manifest import OutputEntry

    return [
        OutputEntry(
            path=path,
            bytes=each.bytes,
            sha256=each.sha256,
            session=each.session,
            profile=each.profile,
            format=each.format,
            slides=each.slides,
            content=content_digest(path, outputs[path]),
        )
        for path, each in zip(outputs, built.files, strict=True)
    ]


def _review(kind: str, each: Session | Module) -> ReviewEntry:
    from deckbuild.bundle.manifest import ReviewEntry

    return ReviewEntry(
        "session" if kind == "session" else "module", each.id, each.title, each.owner, each.review
    )


def _sources(decks: list[Deck]) -> list[SourceEntry]:
    from deckbuild.bundle.manifest import SourceEntry

    cited = {id_: each for deck in decks for id_, each in deck.references.items()}
    return [
        SourceEntry(id_, each.author, each.year, each.title, each.publisher, each.licence, each.url)
        for id_, each in sorted(cited.items())
    ]


def _assets(root: Path, inputs: dict[str, Input]) -> list[AssetEntry]:
    from deckbuild.bundle.licences import FONTS
    from deckbuild.bundle.manifest import AssetEntry

    return [
        AssetEntry(
            path=each.path,
            bytes=inputs[each.path].bytes,
            sha256=inputs[each.path].sha256,
            kind="font" if each.path.lower().endswith(FONTS) else "picture",
            licence=each.licence.id,
            licence_file=each.licence.file,
        )
        for each in assets(root, inputs)
    ]


def assets(root: Path, inputs: dict[str, Input]) -> list[Asset]:
    """Return the fonts and pictures among the files that were read, with their licences."""
    from deckbuild.bundle.licences import FONTS, PICTURES, licence
    from deckbuild.bundle.spdx import Asset

    def text(path: str) -> str | None:
        place = root / path
        if not place.is_file() or place.stat().st_size > MOST_LICENCE:
            return None
        return place.read_text(encoding="utf-8", errors="replace")

    return [
        Asset(path, (root / path).read_bytes(), licence(path, text))
        for path in inputs
        if path.lower().endswith((*FONTS, *PICTURES))
    ]
