"""From calls to slides: `use: MODULE` and `use: MODULE/SLIDE` become slides of the shared modules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckbuild.diagnostics import error
from deckbuild.model.origin import Origin

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.source import Module, Part, Slide, Use


@dataclass(frozen=True, slots=True)
class ResolvedPart:
    """A part with its slides in place of its calls."""

    title: str
    slides: tuple[Slide, ...]
    origin: Origin


def resolve(
    parts: tuple[Part, ...], modules: Mapping[str, Module], findings: list[Diagnostic]
) -> tuple[ResolvedPart, ...]:
    """Return the parts with their slides, in order; a slide called for again is left out, with a finding.

    A slide stands in a deck once: its id is what jumps, edited decks and the cache know it by.

    Raises:
        KeyError: a module or slide is not there; `read` has reported each call that leads nowhere.
    """
    seen: dict[str, Origin] = {}
    return tuple(
        ResolvedPart(
            part.title,
            tuple(
                slide
                for use in part.uses
                for slide in _slides(use, modules, findings)
                if _first(slide, use, seen, findings)
            ),
            part.origin,
        )
        for part in parts
    )


def _slides(use: Use, modules: Mapping[str, Module], findings: list[Diagnostic]) -> Iterator[Slide]:
    """Yield the slides that a call names."""
    module_id, _, name = use.target.partition("/")
    module = modules[module_id]
    if name:
        yield _overridden(module.slides[name], use)
    else:
        yield from _whole(module, use, findings)


def _whole(module: Module, use: Use, findings: list[Diagnostic]) -> Iterator[Slide]:
    """Yield all slides of a module; a title or minutes of the call's own would fit only one of them."""
    changed = [name for name, value in (("title", use.title), ("minutes", use.minutes)) if value is not None]
    if changed and len(module.slides) != 1:
        findings.extend(
            error(
                "DB212",
                f"`{name}` changes one slide, and the module “{module.id}” has {len(module.slides)}",
                use.origin.at(name),
                ("Name the one slide that is meant: `use: MODULE/SLIDE`.",),
            )
            for name in changed
        )
        yield from module.slides.values()
    else:
        yield from (_overridden(slide, use) for slide in module.slides.values())


def _overridden(slide: Slide, use: Use) -> Slide:
    """Return the slide with what the call says in place of what the module says."""
    return replace(
        slide,
        title=slide.title if use.title is None else use.title,
        minutes=slide.minutes if use.minutes is None else use.minutes,
    )


def _first(slide: Slide, use: Use, seen: dict[str, Origin], findings: list[Diagnostic]) -> bool:
    """Return whether the slide is new to the deck, and remember it."""
    place = use.origin.at("use")
    before = seen.setdefault(slide.id, place)
    if before == place:
        return True
    findings.append(
        error(
            "DB206",
            f"the slide “{slide.id}” stands in the session twice",
            place,
            ("Take one of the two calls out, or give the second text a slide of its own in the module.",),
            ((before, "the first call"),),
        )
    )
    return False
