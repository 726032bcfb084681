"""A version and sessions in, one bundle out: decks, packs, and the records by which anybody can check them.

Everything is built anew, in a folder of its own and without the cache, and every file is re-opened and
compared with its session before it counts. A bundle holds nothing of a clock, a path or a user.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from deckbuild.diagnostics import Diagnostic, error, has_errors
from deckbuild.diagnostics.errors import CannotRunError
from deckbuild.model.dataclasses import replace
from deckbuild.model.origin import NOWHERE, Origin
from deckbuild.pipeline.bundles import VERSION, bundle_bytes, deck_texts, earlier, read_bundle
from deckbuild.pipeline.inputs import Input, changed, prepared_with_inputs
from deckbuild.pipeline.release_rules import Day, check_allowances, refusals, release_day
from deckbuild.pipeline.request import BuildRequest, Report, Step

if TYPE_CHECKING:
    from deckbuild.bundle.diff.values import Comparison, DeckText
    from deckbuild.bundle.inspect import Bundle
    from deckbuild.bundle.manifest import Manifest
    from deckbuild.diagnostics import SourceMap
    from deckbuild.model.deck import Deck
    from deckbuild.pipeline.plan import Prepared
    from deckbuild.pipeline.request import BuildResult

FOLDER = "releases"
"""Folder of bundles in the project's output folder."""
ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class ReleaseRequest:
    """What to release."""

    project: Path
    """A folder of the project: the one with `decks/deckbuild.yaml`, or any below it."""
    version: str
    """Such as 1.2.0; see `bundles.VERSION`."""
    sessions: tuple[str, ...] = ()
    """Ids; empty for all sessions of the project."""
    output: Path | None = None
    """Folder of the bundle; None for `releases` in the project's output folder."""
    since: Path | None = None
    """The bundle to compare with; None for the newest earlier one in the folder."""
    allow: tuple[str, ...] = ()
    """`slot:KEY` and `review:ID` that do not keep the release from being made."""
    on: str | None = None
    """The day that reviews are held against, ISO 8601; None for the rule of `release_rules`."""
    epoch: str | None = None
    """`SOURCE_DATE_EPOCH`; None where it is not set."""
    spdx: bool = False
    """Whether a list of fonts and pictures in SPDX goes into the bundle."""


@dataclass(frozen=True, slots=True)
class Released:
    """A bundle that stands."""

    path: Path
    version: str
    bytes: int
    sha256: str
    members: int
    outputs: int
    since: str | None
    """Version of the bundle that CHANGES.md compares with; None for a first release."""
    written: bool
    """False where it stood there already."""


@dataclass(frozen=True, slots=True)
class ReleaseResult:
    """What became of a release."""

    root: Path
    bundle: Released | None
    """None where it was refused."""
    diagnostics: tuple[Diagnostic, ...]
    places: SourceMap
    could_run: bool = True


def release(request: ReleaseRequest, report: Report = lambda _: None) -> ReleaseResult:
    """Make a bundle, and return it and what was found. *report* takes each step as it begins.

    Raises:
        CannotRunError: the request cannot be understood, there is no project, or a file cannot be read.
    """
    if not VERSION.fullmatch(request.version):
        raise CannotRunError(
            f"the version “{request.version[:80]}”: wanted a digit, then letters and digits with single full "
            "stops between them, and a hyphen before what is not final, such as 1.2.0, 2026.11 or 1.3.0-rc.1"
        )
    check_allowances(request.allow)
    named = [each for each in request.sessions if each.endswith(ENDINGS)]
    if named:
        raise CannotRunError(f"{named[0]} is a local session; a release holds the project’s own sessions")
    report(Step(0, 0, "reading the project"))
    with tempfile.TemporaryDirectory(prefix="deckbuild-") as folder:
        asked = BuildRequest(
            request.project, request.sessions, pack=True, output=Path(folder), verify=True, cache=False
        )
        prepared, inputs = prepared_with_inputs(asked)
        return _Release(request, prepared, inputs).made(asked, report)


class _Planned(NamedTuple):
    """What is known before anything is built."""

    day: Day
    decks: list[Deck]
    """In the order of the variants."""
    refusals: list[Diagnostic]
    """Why nothing of it is to be released, and warnings."""


@dataclass(frozen=True, slots=True)
class _Release:
    """A release on its way."""

    request: ReleaseRequest
    prepared: Prepared
    inputs: dict[str, Input]

    def made(self, asked: BuildRequest, report: Report) -> ReleaseResult:
        """Hold the project against the rules, build it, and write the bundle."""
        from deckbuild.pipeline.build import build

        project = self.prepared.project
        planned = None if has_errors(self.prepared.found) else self._planned()
        if planned and has_errors(planned.refusals):
            return self._result(None, [*self.prepared.found, *planned.refusals], project.places)
        built = build(asked, report)
        found = list(built.diagnostics)
        if planned is None or not built.could_run or has_errors(found):
            return self._result(None, found, built.places, could_run=built.could_run)
        found += [*planned.refusals, *map(_meanwhile, changed(project.root, self.inputs))]
        if has_errors(found):
            return self._result(None, found, built.places)
        report(Step(1, 1, "comparing with the last release"))
        folder = self.request.output or project.output / FOLDER
        released, more = self._bundle(built, planned, folder.resolve())
        return self._result(released, [*found, *more], built.places)

    def _planned(self) -> _Planned:
        """Assemble the decks, and see what of them may not be released."""
        from deckbuild.pipeline.plan import assembled

        project = self.prepared.project
        assemblies = [(each.name, assembled(each, project)) for each in self.prepared.variants]
        found = [replace(each, deck=name) for name, assembly in assemblies for each in assembly.findings]
        sessions, modules = project.sessions.values(), project.modules.values()
        day = release_day(self.request.on, self.request.epoch, sessions)
        refused = refusals(found, sessions, modules, day.iso, self.request.allow)
        return _Planned(day, [assembly.deck for _, assembly in assemblies], refused)

    def _result(
        self,
        bundle: Released | None,
        found: Sequence[Diagnostic],
        places: SourceMap,
        *,
        could_run: bool = True,
    ) -> ReleaseResult:
        return ReleaseResult(self.prepared.project.root, bundle, tuple(found), places, could_run)

    def _bundle(
        self, built: BuildResult, planned: _Planned, folder: Path
    ) -> tuple[Released | None, list[Diagnostic]]:
        """Write the bundle into a folder, and return it; None, and why, where it is refused."""
        from deckbuild.bundle.diff.compare import comparison

        stem = self._stem()
        path = self.request.since or earlier(folder, stem, self.request.version)
        before, found = read_bundle(path) if path else (None, [])
        if has_errors(found):
            return None, found
        from deckbuild.pipeline.release_manifest import manifest_of, outputs_of

        outputs = outputs_of(built)
        manifest = manifest_of(
            self.request,
            self.prepared.project,
            planned.decks,
            planned.day,
            self.inputs,
            built,
            outputs,
            before,
        )
        compared: Comparison | None = None
        if before:
            older, found = deck_texts(before)
            newer, more = _own_texts(manifest, outputs)
            compared = comparison(before.manifest.version, manifest.version, older, newer)
            found += more
        members = self._members(manifest, outputs, before, compared)
        if has_errors(found):
            return None, found
        return _written(folder / f"{stem}-{self.request.version}.zip", manifest, members)

    def _members(
        self,
        manifest: Manifest,
        outputs: dict[str, bytes],
        before: Bundle | None,
        compared: Comparison | None,
    ) -> dict[str, bytes]:
        """Return all members of the bundle, by name."""
        from deckbuild.bundle import changes, provenance, spdx, sums
        from deckbuild.bundle import manifest as records
        from deckbuild.pipeline.release_documents import document_changes
        from deckbuild.pipeline.release_manifest import assets

        members = dict(outputs)
        members[records.MANIFEST] = records.encoded(manifest)
        members[changes.CHANGES] = (
            changes.changes(
                manifest, before.manifest, compared, document_changes(before, manifest, outputs, compared)
            )
            if before and compared
            else changes.changes(manifest, None, None)
        )
        if self.request.spdx:
            members[spdx.SPDX] = spdx.document(manifest, assets(self.prepared.project.root, self.inputs))
        members[provenance.PROVENANCE] = provenance.statement(manifest, _digests(members))
        members[sums.SUMS] = sums.written(_digests(members))
        return members

    def _stem(self) -> str:
        """Return what bundles of these sessions are called, before the version."""
        if self.request.sessions:
            return "+".join(dict.fromkeys(self.request.sessions))
        return re.sub(r"[^a-z0-9]+", "-", self.prepared.project.name.casefold()).strip("-") or "release"


def _digests(members: dict[str, bytes]) -> dict[str, str]:
    return {name: sha256(data).hexdigest() for name, data in members.items()}


def _meanwhile(path: str) -> Diagnostic:
    return error(
        "DB605", f"{path} was changed while the release was built", Origin(path), ["Release once more."]
    )


def _own_texts(manifest: Manifest, outputs: dict[str, bytes]) -> tuple[dict[str, DeckText], list[Diagnostic]]:
    from deckbuild.pipeline.bundles import texts_of

    decks = {
        f"{each.session}/{each.profile}": (each.path, outputs[each.path])
        for each in manifest.outputs
        if each.format == "pptx"
    }
    return texts_of("", decks)


def _written(
    path: Path, manifest: Manifest, members: dict[str, bytes]
) -> tuple[Released | None, list[Diagnostic]]:
    from deckbuild.pipeline.write import write_together

    data = bundle_bytes(members)
    if path.is_file() and path.read_bytes() != data:
        message = f"{path.name} is there already, with other bytes"
        hints = ["Give the release another version.", "Choose another folder with `--output`."]
        return None, [error("DB604", message, NOWHERE, hints)]
    new, refused = write_together({path: data}, lambda _, __: [])
    if refused:
        return None, refused
    since = manifest.since.version if manifest.since else None
    digest = sha256(data).hexdigest()
    made = Released(
        path, manifest.version, len(data), digest, len(members), len(manifest.outputs), since, path in new
    )
    return made, []
