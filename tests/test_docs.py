"""Every slide layout has its example."""

from __future__ import annotations

from pathlib import Path

from deckbuild.layouts import LAYOUTS

ROOT = Path(__file__).parents[1]


def test_the_test_project_has_a_slide_of_every_layout() -> None:
    modules = (ROOT / "tests" / "projects" / "every-layout" / "decks" / "modules").glob("*.yaml")
    text = "".join(module.read_text(encoding="utf-8") for module in modules)
    assert [each for each in LAYOUTS if f"layout: {each}\n" not in text] == []
