"""What a build of a project finds, without writing anything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from deckbuild.diagnostics import Diagnostic, SourceMap, has_errors
from deckbuild.pipeline import BuildRequest
from deckbuild.pipeline.handouts import unknown_handouts
from deckbuild.pipeline.look import Look
from deckbuild.pipeline.make import make
from deckbuild.pipeline.plan import prepare


def diagnose(project: Path, *sessions: str) -> tuple[list[Diagnostic], SourceMap]:
    """Return what a build of the sessions (all where none is named) finds, and where everything stands."""
    prepared = prepare(BuildRequest(project, sessions))
    found = [*prepared.found, *unknown_handouts(prepared.project)]
    if has_errors(found):
        return found, prepared.project.places
    looks: dict[tuple[str, str], Look] = {}
    for variant in prepared.variants:
        kind = (variant.brand, variant.session.language)
        if kind not in looks:
            brand = prepared.project.brands[variant.brand]
            looks[kind] = Look(brand, variant.session.language, lambda path: (project / path).read_bytes())
        found += make(replace(variant, formats=()), prepared.project, looks[kind], lambda _: None).findings
    return found, prepared.project.places
