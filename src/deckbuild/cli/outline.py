"""`deckbuild outline SESSION --profile P`: a deck as text, in its order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from deckbuild.cli.options import Diagnostics, Json, OneProfile, OneSession, ProjectDir
from deckbuild.cli.output import finish, show

if TYPE_CHECKING:
    from deckbuild.pipeline.survey_outline import Outline


def command(
    session: OneSession,
    profile: OneProfile = None,
    notes: Annotated[bool, typer.Option("--notes", help="With the speaker notes.")] = False,
    project: ProjectDir = Path(),
    json: Json = False,
    diagnostics: Diagnostics = "text",
) -> None:
    """Print an assembled deck as text: parts, slides, words, and minutes.

    --profile may be left out where the session has one profile, and with a local session.
    """
    from deckbuild.pipeline.survey_outline import outline

    answer = outline(project, session, profile)

    def text(found: Outline) -> None:
        show("\n".join(_lines(found, notes=notes)))

    as_json = (lambda each: each.as_object(notes=notes)) if json else None
    raise typer.Exit(finish(answer, json=as_json, text=text, form=diagnostics))


def _lines(found: Outline, *, notes: bool) -> Iterator[str]:
    yield f"# {found.title}"
    if found.subtitle:
        yield found.subtitle
    yield f"{found.name} for {found.agency}, version {found.version}, {found.slides} slides, {found.time}"
    for part in found.parts:
        yield f"\n## {part.title} ({part.time})"
        for slide in part.slides:
            minutes = f", {slide.time}" if slide.time else ""
            yield f"\n{slide.number}. {slide.title}  [{slide.id}, {slide.layout}{minutes}]"
            yield from (f"   {line}" for line in slide.text)
            if notes and slide.notes:
                yield "   Notes:"
                yield from (f"     {line}" for line in slide.notes)
