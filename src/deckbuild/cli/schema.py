"""`deckbuild schema KIND`: the JSON Schema of a kind of file, for editors and other programs."""

from __future__ import annotations

from typing import Annotated

import typer

from deckbuild.cli import complete
from deckbuild.cli.options import Json
from deckbuild.cli.output import show
from deckbuild.pipeline.start import KINDS, MANIFEST

NAMES = (*KINDS, MANIFEST)


def command(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help=f"One of {', '.join(NAMES)}.",
            callback=complete.must_be(NAMES),
            autocompletion=complete.among(NAMES),
        ),
    ],
    _: Json = False,
) -> None:
    """Print the JSON Schema (2020-12) of a kind of file."""
    from deckbuild.pipeline.start import schema_text

    show(schema_text(kind).rstrip("\n"))
