"""`deckbuild cache info|prune|clear`: what was made before and is kept, and how to be rid of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from deckbuild.cli import complete
from deckbuild.cli.options import Json, ProjectDir
from deckbuild.cli.output import show, show_json, tell
from deckbuild.pipeline.caches import CacheInfo, cache_info, clear_cache, prune_cache

DEEDS = ("info", "prune", "clear")
MEGABYTE = 1_000_000


def command(
    deed: Annotated[
        str,
        typer.Argument(
            metavar="WHAT",
            help="info: tell what is kept, and where. prune: throw away what was not used for longest, until "
            "the cache is no larger than its bound. clear: throw everything away.",
            callback=complete.must_be(DEEDS),
            autocompletion=complete.among(DEEDS),
        ),
    ] = "info",
    megabytes: Annotated[
        int | None,
        typer.Option("--megabytes", metavar="N", min=0, help="With prune: the bound, in place of the usual."),
    ] = None,
    project: ProjectDir = Path(),
    json: Json = False,
) -> None:
    """Tell what the cache of a project holds, or make it smaller. No output depends on it.

    WHAT is info (what is kept, and where), prune (throw away what was unused for longest, until the cache
    is no larger than its bound) or clear (throw all of it away).
    """
    if megabytes is not None and deed != "prune":
        raise typer.BadParameter("--megabytes goes with prune only.")
    match deed:
        case "prune":
            found = prune_cache(project, None if megabytes is None else megabytes * MEGABYTE)
        case "clear":
            found = clear_cache(project)
        case _:
            found = cache_info(project)
    if json:
        show_json(_object(found))
    else:
        show("\n".join(_lines(found)))
        for each in found.findings:
            tell(f"deckbuild: {each.message}")


def _lines(found: CacheInfo) -> list[str]:
    share = f" ({found.found / found.asked:.0%})" if found.asked else ""
    lines = [
        str(found.folder),
        f"{found.entries} entries, {_megabytes(found.size)} of at most {_megabytes(found.limit)}",
        f"looked for {found.asked} times, found {found.found} times{share}",
    ]
    return [*lines, f"{_megabytes(found.freed)} given back"] if found.freed else lines


def _megabytes(count: int) -> str:
    return f"{count / MEGABYTE:,.1f} MB"


def _object(found: CacheInfo) -> dict[str, object]:
    return {
        "folder": str(found.folder),
        "entries": found.entries,
        "size": found.size,
        "limit": found.limit,
        "asked": found.asked,
        "found": found.found,
        "freed": found.freed,
        "troubles": [each.message for each in found.findings],
    }
