"""Real decks for outside judges: the project's session and one slide of every layout, in both brands."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from deckbuild.pipeline.look import Look
from deckbuild.pipeline.make import Made, make
from deckbuild.pipeline.plan import prepare
from deckbuild.pipeline.request import BuildRequest
from tests.support.scripts import script

ROOT = Path(__file__).parents[2]
EVERY_LAYOUT = ROOT / "tests" / "projects" / "every-layout"
BRANDS = ("worcestershire", "severn-vale")
FORMATS = ("pptx", "slides", "handout-3up")
VARIANTS = [
    (session, profile, brand)
    for session, profile in (("pathways-to-harm", "education"), ("every-layout", "everyone"))
    for brand in BRANDS
]


@dataclass(frozen=True)
class Printed:
    """A deck and all that was made of it."""

    made: Made
    files: Mapping[str, Path]
    """Format → file; `soffice` → the deck as LibreOffice prints it, where that is installed."""


@pytest.fixture(scope="session")
def every_layout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one slide of every layout, and this project's assets."""
    folder = tmp_path_factory.mktemp("every-layout")
    shutil.copytree(EVERY_LAYOUT, folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "assets", folder / "assets")
    return folder


@pytest.fixture(scope="session")
def print_variant(
    tmp_path_factory: pytest.TempPathFactory, every_layout: Path
) -> Callable[[str, str, str], Printed]:
    """Make a variant once in all formats, and print its deck with LibreOffice where that is installed."""
    done: dict[tuple[str, str, str], Printed] = {}
    soffice = script("soffice")

    def printed(session: str, profile: str, brand: str) -> Printed:
        key = (session, profile, brand)
        if key not in done:
            root = every_layout if session == "every-layout" else ROOT
            folder = tmp_path_factory.mktemp("-".join(key))
            request = BuildRequest(root, (session,), (profile,), FORMATS, brand=brand)
            done[key] = _printed(request, folder, soffice)
        return done[key]

    return printed


def _printed(request: BuildRequest, folder: Path, soffice: ModuleType) -> Printed:
    prepared = prepare(request)
    project, (variant,) = prepared.project, prepared.variants
    look = Look(
        project.brands[variant.brand],
        variant.session.language,
        lambda file: (project.root / file).read_bytes(),
    )
    made = make(variant, project, look, lambda _: None)
    # A slot of a local key is a warning: outside a trainer's session nobody fills it.
    assert [each for each in (*prepared.found, *look.findings, *made.findings) if each.code != "DB214"] == []
    files = {}
    for format_, content in made.contents.items():
        files[format_] = folder / ("deck.pptx" if format_ == "pptx" else f"{format_}.pdf")
        files[format_].write_bytes(content.data)
    if soffice.is_installed():
        files["soffice"] = soffice.to_pdf(files["pptx"], folder)
    return Printed(made, files)


@pytest.fixture(params=VARIANTS, ids="-".join)
def variant(request: pytest.FixtureRequest, print_variant: Callable[[str, str, str], Printed]) -> Printed:
    """Each of the four decks."""
    return print_variant(*request.param)
