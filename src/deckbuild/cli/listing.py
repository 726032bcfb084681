"""`deckbuild list`: what a project has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from deckbuild.cli import complete
from deckbuild.cli.options import Diagnostics, Json, ProjectDir
from deckbuild.cli.output import finish, show
from deckbuild.cli.tables import show_table

if TYPE_CHECKING:
    from deckbuild.pipeline.survey_listing import Entry

COLUMNS: Mapping[str, Sequence[str]] = {
    "sessions": ("id", "title", "profiles", "minutes", "brand", "version", "review"),
    "modules": ("id", "title", "slides", "used-by", "version", "review"),
    "profiles": ("id", "agency", "tags", "brand", "used-by"),
    "brands": ("id", "name", "used-by"),
    "layouts": ("id", "fields", "doc"),
}
"""Kind → what its table shows, in this order; `--json` has more."""
MANY = 6
"""Names in a cell before they are only counted."""
REQUIRED = {True: "required", False: ""}
NUMBERS = ("minutes",)


def command(
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="[KIND]",
            help=f"One of {', '.join(COLUMNS)}. Without it: all but the layouts.",
            callback=complete.must_be(COLUMNS),
            autocompletion=complete.among(COLUMNS),
        ),
    ] = None,
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID]…",
            help="Show these entries alone, with all that is known of them.",
            autocompletion=complete.entries,
        ),
    ] = None,
    project: ProjectDir = Path(),
    json: Json = False,
    diagnostics: Diagnostics = "text",
) -> None:
    """List sessions, modules, profiles, brands or slide layouts.

    With a KIND and IDs: tell all that is known of these, such as the fields of a slide layout.
    """
    from deckbuild.pipeline.survey_listing import listing

    kinds = [kind] if kind else [each for each in COLUMNS if each != "layouts"]
    answer = listing(project, kinds, ids or ())
    show_ = _show_whole if ids else _show
    raise typer.Exit(finish(answer, json=dict if json else None, text=show_, form=diagnostics))


def _show(lists: Mapping[str, Sequence[Entry]]) -> None:
    for n, (kind, entries) in enumerate(lists.items()):
        if len(lists) > 1:
            show(f"{'' if n == 0 else chr(10)}{kind}")
        columns = COLUMNS[kind]
        rows = [[_cell(each.get(column)) for column in columns] for each in entries]
        right = [n for n, column in enumerate(columns) if column in NUMBERS]
        if rows:
            show_table(columns, rows, right=right, indent="  " if len(lists) > 1 else "")
        else:
            show("  none" if len(lists) > 1 else "none")


def _show_whole(lists: Mapping[str, Sequence[Entry]]) -> None:
    """Print each entry with all its values, and a layout with a table of its fields."""
    for n, entry in enumerate(each for entries in lists.values() for each in entries):
        show(f"{'' if n == 0 else chr(10)}{entry['id']}")
        for name, value in entry.items():
            if isinstance(value, list) and value and isinstance(value[0], dict):
                rows = [
                    [each["name"], each["kind"], REQUIRED[each["required"]], each["doc"]] for each in value
                ]
                show_table(("field", "kind", "", "what it is"), rows, indent="  ")
            elif name != "id":
                show(f"  {name}: {_whole(value)}")


def _whole(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} = {each}" for name, each in value.items()) or "–"
    return ", ".join(map(str, value)) or "–" if isinstance(value, list) else _cell(value)


def _cell(value: object) -> str:
    if isinstance(value, list | tuple):
        names = [str(each["name"]) if isinstance(each, dict) else str(each) for each in value]
        if len(names) > MANY:
            return f"{len(names)}"
        return ", ".join(names) or "–"
    return "–" if value in (None, "") else str(value)
