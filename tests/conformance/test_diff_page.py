"""What a browser, screen readers' rules and the W3C's checker make of a comparison as a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.bundle.diff.compare import comparison
from deckbuild.bundle.diff.forms import written
from tests.support.browser import View, axe, chromium, opened
from tests.support.w3c import checker, messages
from tests.unit.bundle.test_forms import NEW, OLD

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of two sets of decks with changes of every kind."""
    file = tmp_path_factory.mktemp("diff") / "diff.html"
    compared = comparison(
        "old.zip", "new.zip", {"s/a": OLD, "s/b": OLD}, {"s/a": NEW, "s/b": NEW, "s/c": NEW}
    )
    file.write_text(written(compared, "html"), encoding="utf-8")
    return file


def test_the_w3c_finds_the_page_valid(page: Path, tmp_path: Path):
    assert messages(checker(tmp_path), [page]) == []


@pytest.mark.needs_chromium
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_sticks_out(page: Path, width: int):
    script = axe()
    with chromium() as browser, opened(browser, page, View(width)) as shown:
        shown.evaluate(script)
        found = shown.evaluate("axe.run(document)")
        wide = shown.evaluate("document.documentElement.scrollWidth")

    assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found["violations"]] == []
    assert wide <= width
