"""The deck with a slide of every layout, assembled once for all tests of the pack."""

import shutil

import pytest

from deckbuild.model.deck import Deck
from deckbuild.pipeline import BuildRequest
from deckbuild.pipeline.plan import assembled, prepare
from tests.support.files import ROOT


@pytest.fixture(scope="session")
def every_layout(tmp_path_factory: pytest.TempPathFactory) -> Deck:
    folder = tmp_path_factory.mktemp("every-layout")
    shutil.copytree(ROOT / "tests/projects/every-layout", folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "assets", folder / "assets")
    prepared = prepare(BuildRequest(folder, formats=("pptx",)))
    [variant] = prepared.variants
    return assembled(variant, prepared.project).deck
