"""`deckbuild matrix`: which slide is in which deck, what each deck covers, and what nobody uses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from deckbuild.cli.options import Diagnostics, Json, Profiles, ProjectDir, Sessions
from deckbuild.cli.output import finish, show
from deckbuild.cli.tables import show_table

if TYPE_CHECKING:
    from deckbuild.pipeline.survey_matrix import Matrix, SessionMatrix, Variant


BROUGHT = ("insert", "replace", "add")
"""Rules by which a profile or a local session brings a slide in."""


def command(
    sessions: Sessions = None,
    profile: Profiles = None,
    project: ProjectDir = Path(),
    json: Json = False,
    diagnostics: Diagnostics = "text",
) -> None:
    """Show which slides each deck has, and what nobody uses.

    A slide is “in”, or “out” with the kind of rule that decided; “in: insert” says that a profile or a local
    session brought it in, and “–” that nothing calls for it there. `deckbuild why SLIDE` tells all rules.
    """
    from deckbuild.pipeline.survey import Question
    from deckbuild.pipeline.survey_matrix import matrix

    answer = matrix(Question(project, tuple(sessions or ()), tuple(profile or ())))
    as_json = (lambda each: each.as_object()) if json else None
    raise typer.Exit(finish(answer, json=as_json, text=_show, form=diagnostics))


def _show(found: Matrix) -> None:
    for each in found.sessions:
        _show_session(each)
        show("")
    show("\n".join(_orphans(found)))


def _show_session(session: SessionMatrix) -> None:
    show(f"{session.id}: {session.title}\n")
    names = [each.profile for each in session.variants]
    called = [row for row in session.slides if any(each.names(row.id) for each in session.variants)]
    rows = [[slide.id, *(_cell(slide.id, each) for each in session.variants)] for slide in called]
    totals = ["slides", *(str(len(each.included)) for each in session.variants)]
    show_table(["slide", *names], [*rows, totals], indent="  ")
    others = len(session.slides) - len(called)
    if others:
        show(f"\n  {others} more slides of these modules are not called for; --json lists them.")
    if session.outcomes:
        show("")
        covered = [[id_, *(_covered(id_, each) for each in session.variants)] for id_ in session.outcomes]
        show_table(["slides for outcome", *names], covered, indent="  ")
    missing = [f"{slide} ({each.profile})" for each in session.variants for slide in each.mandatory_missing]
    if session.mandatory:
        show(f"\n  mandatory slides missing: {', '.join(missing) or 'none'}")


def _cell(slide: str, variant: Variant) -> str:
    verdict = variant.verdicts.get(slide)
    if verdict is None or not verdict.kind:
        return "–"
    if verdict.included:
        return f"in: {verdict.kind}" if verdict.kind in BROUGHT else "in"
    return f"out: {verdict.kind}"


def _covered(outcome: str, variant: Variant) -> str:
    count = len(variant.outcomes[outcome])
    return str(count) if count else "none"


def _orphans(found: Matrix) -> Iterator[str]:
    if not found.orphans:
        yield "No module and no slide is left unused."
        return
    yield "In no deck of the project:"
    for each in found.orphans:
        yield f"  {each.id}  {each.place}"
