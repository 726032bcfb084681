"""A bundle in, whether it is what was released out; on request it is built again and compared."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics import Diagnostic, SourceMap, error, has_errors, warning
from deckbuild.model.origin import NOWHERE, Origin
from deckbuild.pipeline.bundles import file_bytes, read_bundle, texts_of
from deckbuild.pipeline.inputs import prepared_with_inputs
from deckbuild.pipeline.request import BuildRequest, Report, Step
from deckbuild.pipeline.survey import Answer

if TYPE_CHECKING:
    from deckbuild.bundle.inspect import Bundle
    from deckbuild.bundle.manifest import Manifest, OutputEntry, ToolEntry
    from deckbuild.pipeline.inputs import Input


@dataclass(frozen=True, slots=True)
class Checked:
    """What a bundle is, and how much of it is as it was."""

    name: str
    version: str
    """Empty where the manifest cannot be read."""
    sha256: str
    outputs: int
    whole: bool
    """Whether all of it agrees."""
    rebuilt: Rebuilt | None = None
    """None where nothing was built."""

    def as_object(self) -> dict[str, object]:
        """Return it for JSON."""
        rebuilt = self.rebuilt and {
            "same": self.rebuilt.same,
            "same-content": self.rebuilt.same_content,
            "different": self.rebuilt.different,
        }
        return {
            "bundle": self.name,
            "version": self.version,
            "sha256": self.sha256,
            "outputs": self.outputs,
            "whole": self.whole,
            "rebuilt": rebuilt,
        }


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many outputs came out as they are in the bundle."""

    same: int
    """Byte for byte."""
    same_content: int
    """In other bytes."""
    different: int
    """Others, and those that only one of the two has."""


def verify(bundle: Path, project: Path | None = None, report: Report = lambda _: None) -> Answer[Checked]:
    """Return what is wrong with a bundle. With *project*, a folder of it, it is built again and compared.

    Raises:
        CannotRunError: the file cannot be read, or there is no project.
    """
    found, findings = read_bundle(bundle)
    if found is None:
        digest = sha256(file_bytes(bundle)).hexdigest()
        return Answer(Checked(bundle.name, "", digest, 0, whole=False), tuple(findings), SourceMap())
    whole = not has_errors(findings)
    rebuilt, places = None, SourceMap()
    if project is not None:
        rebuilt, more, places = _rebuilt(found, project, report)
        findings += more
    version, outputs = found.manifest.version, len(found.manifest.outputs)
    checked = Checked(bundle.name, version, found.sha256, outputs, whole=whole, rebuilt=rebuilt)
    return Answer(checked, tuple(findings), places)


def _rebuilt(
    bundle: Bundle, project: Path, report: Report
) -> tuple[Rebuilt | None, list[Diagnostic], SourceMap]:
    """Build what a bundle holds again, and return how it compares; None where it cannot be built."""
    from deckbuild.pipeline.build import build

    report(Step(0, 0, "reading the project"))
    with tempfile.TemporaryDirectory(prefix="deckbuild-") as folder:
        output = Path(folder)
        request = BuildRequest(
            project, tuple(bundle.manifest.sessions), pack=True, output=output, cache=False
        )
        _, inputs = prepared_with_inputs(request)
        findings = _sources(bundle.manifest, inputs)
        built = build(request, report)
        wrong = [each for each in built.diagnostics if each.severity == "error"]
        if wrong:
            return None, [*findings, *wrong], built.places
        files = {
            f"{each.session}/{each.profile}/{each.path.name}": each.path.read_bytes() for each in built.files
        }
    counts: Counter[str] = Counter()
    for entry in bundle.manifest.outputs:
        finding = _compared(bundle, entry, files.get(entry.path))
        counts["same" if finding is None else finding.code] += 1
        findings += [] if finding is None else [finding]
    for path in sorted(files.keys() - {each.path for each in bundle.manifest.outputs}):
        counts["DB621"] += 1
        findings.append(error("DB621", f"“{path}” is built, and is not in the bundle", Origin(bundle.name)))
    return Rebuilt(counts["same"], counts["DB622"], counts["DB621"]), findings, built.places


def _sources(manifest: Manifest, inputs: dict[str, Input]) -> list[Diagnostic]:
    """Return a warning for each file of the project that is not the one the bundle was built of."""
    meant = {each.path: each.sha256 for each in manifest.inputs}
    hint = [f"Check out the state that {manifest.version} was released from."]
    found = []
    for path in sorted({*meant, *inputs}):
        if path not in inputs:
            message = f"{path} is not read any more, and the release was built of it"
        elif path not in meant:
            message = f"{path} is read now, and the release was not built of it"
        elif inputs[path].sha256 != meant[path]:
            message = f"{path} is not what the release was built of"
        else:
            continue
        found.append(warning("DB620", message, Origin(path) if path in inputs else NOWHERE, hint))
    return found


def _compared(bundle: Bundle, entry: OutputEntry, data: bytes | None) -> Diagnostic | None:
    """Return how a rebuilt file differs from the one in the bundle; None where it does not."""
    from deckbuild.bundle.content import content_digest

    origin = Origin(bundle.name, (entry.path,))
    if data is None:
        return error("DB621", f"“{entry.path}” is in the bundle, and is not built", origin)
    if sha256(data).hexdigest() == entry.sha256:
        return None
    by = _other_tools(bundle.manifest.tool)
    if content_digest(entry.path, data) == entry.content:
        message = f"“{entry.path}” has the same content in other bytes{by}"
        return Diagnostic("DB622", "info", message, origin)
    how = _difference(bundle, entry, data)
    return error("DB621", f"“{entry.path}” is built otherwise{how}{by}", origin)


def _other_tools(made_with: ToolEntry) -> str:
    """Return in words which versions here are not those that a bundle was made with; empty where all are."""
    from deckbuild.bundle.tool import tool

    was, is_ = _versions(made_with), _versions(tool())
    told = [
        f"{name} {was.get(name, 'none')}, here {is_.get(name, 'none')}"
        for name in {**was, **is_}
        if was.get(name) != is_.get(name)
    ]
    return f"; it was made with {'; '.join(told)}" if told else ""


def _versions(tool: ToolEntry) -> dict[str, str]:
    return {"deckbuild": tool.deckbuild, "Python": tool.python, "zlib": tool.zlib, **tool.dependencies}


def _difference(bundle: Bundle, entry: OutputEntry, data: bytes) -> str:
    """Return in words how a deck differs; empty where it is none, or says the same."""
    from deckbuild.bundle.diff.compare import deck_change
    from deckbuild.bundle.diff.wording import deed

    old = bundle.members.get(entry.path)
    if entry.format != "pptx" or old is None:
        return ""
    texts, _ = texts_of("", {"old": (entry.path, old), "new": (entry.path, data)})
    if len(texts) < 2:
        return ""
    changed = deck_change(entry.path, texts["old"], texts["new"]).slides
    told = [f"“{each.change.title}” {deed(each.change)}" for each in changed[:3]]
    more = f" and {len(changed) - 3} more" if len(changed) > 3 else ""
    return f": {', '.join(told)}{more}" if told else ""
