"""Faults made on purpose in a tagged PDF: each is found, and a table says by whom."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from deckbuild.check.verify_pdf import verify_pdf
from deckbuild.render.pdf import render
from tests.support.judges import HAS_OUTLOUD, JUDGES, outloud
from tests.support.paged import Made, made
from tests.support.pdf_defects import DEFECTS

GATES = JUDGES | ({"outloud": outloud} if HAS_OUTLOUD else {})


@pytest.fixture(scope="module")
def good() -> Made:
    """A document with an element and a mark of every kind."""
    return made()


@pytest.fixture(scope="module")
def written(good: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its file."""
    path = tmp_path_factory.mktemp("good") / "good.pdf"
    path.write_bytes(render(good.paged, good.scenes, good.template, good.fonts))
    return path


def finders(path: Path, document: Made) -> list[str]:
    """Return the gates that find anything wrong with a file."""
    found = [name for name, judge in GATES.items() if judge(path)]
    if verify_pdf(path, document.paged, document.scenes, name=path.name):
        found.append("self-check")
    return found


def test_no_gate_finds_anything_in_the_file_without_a_defect(good: Made, written: Path):
    assert finders(written, good) == []


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_is_found(
    good: Made, written: Path, tmp_path: Path, name: str, record_property: Callable[[str, object], None]
):
    changed = tmp_path / "changed.pdf"
    with pikepdf.open(written) as pdf:
        DEFECTS[name](pdf)
        pdf.save(changed)

    found = finders(changed, good)

    record_property("figure", ", ".join(found))
    # No outside judge knows what the words should be: only our own compares with the pages, and misses none.
    assert "self-check" in found
