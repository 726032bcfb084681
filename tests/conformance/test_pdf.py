"""Every PDF of this project is PDF/UA-1 and PDF/A-2a, of sound syntax, and says what its pages say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

import pytest

from deckbuild.check.verify_pdf import verify_pdf
from deckbuild.model.document import PageOptions
from tests.support.judges import JUDGES, needs_outloud, outloud
from tests.support.pdfs import PDF_KINDS, MadePdf, pdfs, variants

OTHER_BRAND = "severn-vale"
NAMES = list(variants())
SAMPLE = [(name, PDF_KINDS[number % len(PDF_KINDS)]) for number, name in enumerate(NAMES)]
"""One kind of each variant, each kind of some: `outloud` takes up to a second for a file."""
OPTIONS = {
    "A5 booklet": PageOptions(paper="A5-booklet", cover=True),
    "A5 in grey": PageOptions(paper="A5", greyscale=True),
    "US Letter": PageOptions(paper="US-Letter"),
    "large print": PageOptions(large_print=True, cover=True),
}


def faults(documents: Iterator[MadePdf], folder: Path) -> tuple[int, list[str]]:
    """Return how many documents there are, and what the gates find wrong with them."""
    found, count = [], 0
    for each in documents:
        path = folder / f"{each.kind}.pdf"
        path.write_bytes(each.data)
        count += 1
        told = {name: judge(path) for name, judge in JUDGES.items()}
        own = verify_pdf(path, each.paged, each.scenes, name=each.kind)
        told["self-check"] = [f"{finding.code} {finding.message}" for finding in own]
        found += [f"{each.kind}: {name}: {fault}" for name, listed in told.items() for fault in listed]
    return count, found


@pytest.mark.parametrize("name", NAMES)
def test_every_pdf_of_a_variant_passes_every_gate(name: str, tmp_path: Path):
    count, found = faults(pdfs(name), tmp_path)

    assert (count >= len(PDF_KINDS) - 1, found) == (True, [])


@pytest.mark.parametrize("session", sorted({name.partition("/")[0] for name in NAMES}))
def test_every_pdf_of_a_session_passes_every_gate_in_the_other_brand(session: str, tmp_path: Path):
    name = next(each for each in NAMES if each.startswith(f"{session}/"))

    assert faults(pdfs(name, brand=OTHER_BRAND), tmp_path)[1] == []


@pytest.mark.parametrize("options", list(OPTIONS))
def test_every_pdf_passes_every_gate_on_every_paper(options: str, tmp_path: Path):
    assert faults(pdfs("pathways-to-harm/education", options=OPTIONS[options]), tmp_path)[1] == []


def test_the_self_check_is_quick(tmp_path: Path, record_property: Callable[[str, object], None]):
    (document,) = pdfs("pathways-to-harm/multi-agency", formats=("handout-3up",))
    path = tmp_path / "handout.pdf"
    path.write_bytes(document.data)
    taken = []
    for _ in range(3):
        begun = process_time()
        assert verify_pdf(path, document.paged, document.scenes, name="handout") == []
        taken.append(process_time() - begun)

    whole = min(taken) / len(document.paged.pages) * 101
    record_property("figure", f"{whole:.2f} s for 101 pages with three slides each")
    assert whole < 1.5  # 0.4 on the machine that it was written on


@needs_outloud
@pytest.mark.parametrize(("name", "kind"), SAMPLE)
def test_a_sample_of_every_kind_and_variant_has_no_error_for_outloud(name: str, kind: str, tmp_path: Path):
    for each in pdfs(name, formats=(kind,)):
        path = tmp_path / f"{kind}.pdf"
        path.write_bytes(each.data)

        assert outloud(path) == []
