"""`deckbuild slots`: what is still to be filled in for a place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from deckbuild.cli.options import Diagnostics, Json, Profiles, ProjectDir, Sessions
from deckbuild.cli.output import finish, show
from deckbuild.cli.tables import show_table

if TYPE_CHECKING:
    from deckbuild.pipeline.survey_slots import OpenSlots


def command(
    sessions: Sessions = None,
    profile: Profiles = None,
    project: ProjectDir = Path(),
    json: Json = False,
    diagnostics: Diagnostics = "text",
) -> None:
    """List the local keys that nobody has filled, and where they stand.

    A trainer fills them with `keys` of a local session; in a deck they show as [what they stand for].
    """
    from deckbuild.pipeline.survey import Question
    from deckbuild.pipeline.survey_slots import slots

    answer = slots(Question(project, tuple(sessions or ()), tuple(profile or ())))
    as_json = (lambda each: each.as_object()) if json else None
    raise typer.Exit(finish(answer, json=as_json, text=_show, form=diagnostics))


def _show(found: OpenSlots) -> None:
    if not found.slots:
        show("No slot is open.")
        return
    show_table(
        ["key", "type", "stands for", "decks"],
        [[each.key, each.type, each.explain, str(len(each.decks))] for each in found.slots],
        right=[3],
    )
    for each in found.slots:
        show(f"\n{each.key}")
        for place in each.places:
            show(f"  {place.slide or 'the session'}  {place.place}")
