"""What a shell completes: names of the project, on the way of no command but completion."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import typer

from deckbuild.cli.output import FORMS


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


def formats(incomplete: str) -> list[str]:
    """Return the formats that begin so."""
    from deckbuild.pipeline.formats import formats as known

    return [each for each in known() if each.startswith(incomplete)]


def forms(incomplete: str) -> list[str]:
    """Return the forms of findings that begin so."""
    return [each for each in FORMS if each.startswith(incomplete)]


def codes(incomplete: str) -> list[str]:
    """Return the codes of findings that begin so."""
    from deckbuild.diagnostics.codes import CODES

    return [each for each in CODES if each.startswith(incomplete.upper())]


def known_form(form: str) -> str:
    """Return the form of findings; see `one_of`."""
    return one_of(form, FORMS)


def one_of(word: str, words: Collection[str]) -> str:
    """Return the word.

    Raises:
        BadParameter: it is none of *words*; ends the command with the nearest.
    """
    if word not in words:
        from deckbuild.diagnostics import did_you_mean

        raise typer.BadParameter(f"there is no “{word}”. {' '.join(did_you_mean(word, words))}")
    return word


def _names(context: typer.Context, kind: str, incomplete: str) -> list[str]:
    from deckbuild.diagnostics.errors import CannotRunError
    from deckbuild.pipeline.survey_names import names

    folder = context.params.get("project")
    try:
        known = names(kind, Path(folder) if folder else Path())
    except CannotRunError:
        return []  # outside a project there is nothing to complete
    return [each for each in known if each.startswith(incomplete)]
