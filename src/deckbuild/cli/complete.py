"""What a shell completes: names of the project, on the way of no command but completion."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import typer


def sessions(context: typer.Context, incomplete: str) -> list[str]:
    """Return the sessions whose id begins so."""
    return _names(context, "sessions", incomplete)


def profiles(context: typer.Context, incomplete: str) -> list[str]:
    """Return the profiles whose id begins so."""
    return _names(context, "profiles", incomplete)


def brands(context: typer.Context, incomplete: str) -> list[str]:
    """Return the brands whose id begins so."""
    return _names(context, "brands", incomplete)


def slides(context: typer.Context, incomplete: str) -> list[str]:
    """Return the slides whose id begins so."""
    return _names(context, "slides", incomplete)


def entries(context: typer.Context, incomplete: str) -> list[str]:
    """Return the names of the kind before that begin so."""
    return _names(context, context.params.get("kind") or "sessions", incomplete)


def formats(incomplete: str) -> list[str]:
    """Return the formats that begin so."""
    from deckbuild.pipeline.formats import formats as known

    return [each for each in known() if each.startswith(incomplete)]


def codes(incomplete: str) -> list[str]:
    """Return the codes of findings that begin so."""
    from deckbuild.diagnostics.codes import CODES

    return [each for each in CODES if each.startswith(incomplete.upper())]


def among(words: Collection[str]) -> Callable[[str], list[str]]:
    """Return what completes a word of a fixed list."""

    def beginning(incomplete: str) -> list[str]:
        return [each for each in words if each.startswith(incomplete)]

    return beginning


def must_be(words: Collection[str]) -> Callable[[str | None], str | None]:
    """Return what accepts a word of a fixed list, and ends the command at any other with the nearest."""

    def known(word: str | None) -> str | None:
        if word is not None and word not in words:
            from deckbuild.diagnostics import did_you_mean

            raise typer.BadParameter(f"there is no “{word}”. {' '.join(did_you_mean(word, words))}")
        return word

    return known


def _names(context: typer.Context, kind: str, incomplete: str) -> list[str]:
    from deckbuild.diagnostics.errors import CannotRunError
    from deckbuild.pipeline.survey_files import names

    folder = context.params.get("project")
    try:
        known = names(kind, Path(folder) if folder else Path())
    except CannotRunError:
        return []  # outside a project there is nothing to complete
    return [each for each in known if each.startswith(incomplete)]


COMPLETE: Mapping[str, Callable[..., list[str]]] = {  # type: ignore[explicit-any]  # Typer looks what each takes
    "sessions": sessions,
    "profiles": profiles,
    "brands": brands,
    "slides": slides,
    "entries": entries,
    "formats": formats,
    "codes": codes,
}
"""What declarations of options and arguments call it → what completes their words."""
