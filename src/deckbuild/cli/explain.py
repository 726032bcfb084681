"""`deckbuild explain CODE`: what a finding means, how it looks in a file, and what to write instead.

`deckbuild explain --why SLIDE`: why a slide was made anew when it last was.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from deckbuild.cli import complete
from deckbuild.cli.options import Json, Profiles, ProjectDir
from deckbuild.cli.output import COULD_NOT_RUN, finish, show, show_json, tell
from deckbuild.diagnostics import did_you_mean
from deckbuild.diagnostics.codes import CODES, Code
from deckbuild.diagnostics.examples import EXAMPLES, Example

if TYPE_CHECKING:
    from deckbuild.pipeline.why_made import MadeSlide, MadeStep

WIDTH = 79


def command(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE]", help="Code of a finding, such as DB301.", autocompletion=complete.codes
        ),
    ] = None,
    why: Annotated[
        str | None,
        typer.Option(
            "--why",
            metavar="SLIDE",
            help="Tell why this slide, such as neglect/signs, was last laid out and compiled.",
            autocompletion=complete.slides,
        ),
    ] = None,
    session: Annotated[
        list[str] | None,
        typer.Option(
            "--session",
            metavar="SESSION",
            help="With --why: id of a session; may be given several times. Without it: all with the slide.",
            autocompletion=complete.sessions,
        ),
    ] = None,
    profile: Profiles = None,
    project: ProjectDir = Path(),
    json: Json = False,
) -> None:
    """Explain the CODE of a finding; or, with --why, what of its inputs had a slide made anew."""
    if (code is None) == (why is None):
        raise typer.BadParameter("give either the CODE of a finding, or --why and a slide.")
    if why is not None:
        from deckbuild.pipeline.survey import Question
        from deckbuild.pipeline.why_made import why_made

        answer = why_made(why, Question(project, tuple(session or ()), tuple(profile or ())))
        as_json = (lambda made: _why_object(why, made)) if json else None
        raise typer.Exit(finish(answer, json=as_json, text=lambda made: _show_why(why, made)))
    assert code is not None
    _explain(code, json=json)


def _explain(code: str, *, json: bool) -> None:
    entry = CODES.get(code.upper())
    if entry is None:
        hints = "".join(f"\n  hint: {hint}" for hint in did_you_mean(code.upper(), CODES))
        tell(f"deckbuild: there is no code “{code}”{hints}")
        raise typer.Exit(COULD_NOT_RUN)
    example = EXAMPLES.get(entry.code)
    if json:
        show_json(_object(entry, example))
    else:
        show("\n".join(_lines(entry, example)))


def _why_object(slide: str, made: Sequence[MadeSlide]) -> dict[str, object]:
    return {"slide": slide, "variants": [each.as_object() for each in made]}


def _show_why(slide: str, made: Sequence[MadeSlide]) -> None:
    decks: dict[tuple[str, ...], list[str]] = {}
    """What is said → of which decks."""
    for each in made:
        like = f", as for {each.like}" if each.like else ""
        decks.setdefault(tuple(map(_sentence, each.steps)), []).append(f"{each.session}/{each.profile}{like}")
    show(slide)
    for said, names in decks.items():
        show("\n" + "\n".join(names))
        for sentence in said or ("not built since the cache is there",):
            show(f"  {sentence}")


def _sentence(step: MadeStep) -> str:
    from deckbuild.pipeline.why_made import STEPS

    done = STEPS[step.step]
    match step.reason:
        case "new":
            return f"{done} for the first time"
        case "lost":
            return f"{done} anew because what had been made was no longer in the cache"
        case _:
            return f"{done} anew because of {'; '.join(step.changed)}"


def _lines(entry: Code, example: Example | None) -> Iterator[str]:
    yield f"{entry.code}: {entry.title}\n"
    yield textwrap.fill(entry.explanation, WIDTH)
    if example is not None:
        yield f"\nFor example{f', in {example.file}' if example.file else ''}:\n"
        yield _indented(example.wrong, example)
        yield "\nInstead:\n"
        yield _indented(example.right, example)


def _indented(text: str, example: Example) -> str:
    words = text.rstrip() if example.language else textwrap.fill(text, WIDTH - 4)
    return textwrap.indent(words, "    ")


def _object(entry: Code, example: Example | None) -> dict[str, object]:
    shown = example and {"file": example.file or None, "wrong": example.wrong, "right": example.right}
    return {"code": entry.code, "title": entry.title, "explanation": entry.explanation, "example": shown}
