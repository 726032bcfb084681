"""From calls to slides: each call of a plan becomes its slide, with what the call says of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from deckbuild.assemble.walk import change_slide
from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.source import LOCAL, Notes

if TYPE_CHECKING:
    from deckbuild.assemble.shared import Shared
    from deckbuild.assemble.state import Call, Plan
    from deckbuild.model.source import LocalSession, Module, Slide
    from deckbuild.model.text import Paragraph


@dataclass(frozen=True, slots=True)
class ResolvedPart:
    """A part with its slides in place of its calls."""

    title: str
    slides: tuple[Slide, ...]


def resolve(
    plan: Plan, modules: Mapping[str, Module], local: LocalSession | None, shared: Shared
) -> tuple[ResolvedPart, ...]:
    """Return the parts of a plan with their slides; one that was not opened is left out."""
    own = local.slides if local else {}
    made = []
    for part in plan.parts:
        found = ((call, _slide(call.slide, modules, own)) for call in part.calls)
        slides = tuple(_called(slide, call, shared) for call, slide in found if slide is not None)
        made.append(ResolvedPart(part.title, slides))
    return tuple(made)


def _slide(id_: str, modules: Mapping[str, Module], own: Mapping[str, Slide]) -> Slide | None:
    module, _, name = id_.partition("/")
    return own.get(name) if module == LOCAL else modules[module].slides.get(name)


def _called(slide: Slide, call: Call, shared: Shared) -> Slide:
    """Return a slide as it is called: itself, where the call says no more."""
    if call.title is None and call.minutes is None and call.notes is None and slide.language is None:
        return slide
    said = (id(call.title), call.minutes, id(call.notes))
    return shared.once("call", slide, said, lambda: _overridden(slide, call))


def _overridden(slide: Slide, call: Call) -> Slide:
    """Return the slide with what the call says in place of what the module says."""
    slide = _in_language(slide)
    return replace(
        slide,
        title=slide.title if call.title is None else call.title,
        minutes=slide.minutes if call.minutes is None else call.minutes,
        notes=slide.notes if call.notes is None else _merged(slide.notes, call.notes),
    )


def _merged(notes: Notes, over: Notes) -> Notes:
    return Notes(
        over.purpose or notes.purpose,
        over.ask or notes.ask,
        over.say or notes.say,
        over.changed or notes.changed,
    )


def _in_language(slide: Slide) -> Slide:
    """Return the slide with its language on each run that has none of its own."""
    language = slide.language
    if language is None:
        return slide

    def change(paragraph: Paragraph) -> Paragraph:
        runs = (run if run.lang else replace(run, lang=language) for run in paragraph.runs)
        return replace(paragraph, runs=tuple(runs))

    return change_slide(slide, change)
