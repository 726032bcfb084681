"""A made variant takes its place among the outputs, verified before where that is wanted."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.model.document import Document
from deckbuild.model.paged import Paged
from deckbuild.pipeline.formats import DECK, file_name
from deckbuild.pipeline.request import BuiltFile
from deckbuild.pipeline.write import write_together

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.pipeline.make import Made


def deliver(made: Made, output: Path, *, verify: bool) -> tuple[list[BuiltFile], list[Diagnostic]]:
    """Write the files of a variant to OUTPUT/<session>/<profile>/, and return them; or none, and why.

    With *verify* each is re-opened before it takes its place, and compared with its deck.
    """
    deck = made.deck
    folder = output / deck.session / deck.profile
    places = {folder / file_name(deck.session, deck.profile, name): name for name in made.contents}

    def examine(beside: Path, place: Path) -> list[Diagnostic]:
        return verified(beside, places[place], made, place.name) if verify else []

    contents = {place: made.contents[name].data for place, name in places.items()}
    written, refused = write_together(contents, examine)
    if refused:
        return [], refused
    return [_file(made, places[place], place, data, place in written) for place, data in contents.items()], []


def verified(path: Path, format_: str, made: Made, name: str) -> list[Diagnostic]:
    """Return every difference between a written file and its deck, and each rule of a package that it breaks.

    *name* is what messages call the file.
    """
    if format_ == DECK:
        from deckbuild.check.package import check_package
        from deckbuild.check.verify_deck import verify_deck

        broken = check_package(path, name=name)
        return broken or verify_deck(path, made.deck, made.scenes, name=name)
    scenes = {scene.id: scene for scene in made.scenes}
    match made.contents[format_].meant:
        case Paged() as paged:
            from deckbuild.check.verify_pdf import verify_pdf

            return verify_pdf(path, paged, scenes, name=name)
        case Document() as document:
            from deckbuild.check.verify_html import verify_html

            return verify_html(path, document, name=name)
        case None:
            return []


def _file(made: Made, format_: str, path: Path, data: bytes, written: bool) -> BuiltFile:
    return BuiltFile(
        path=path,
        session=made.deck.session,
        profile=made.deck.profile,
        format=format_,
        slides=len(made.slides),
        bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        written=written,
    )
