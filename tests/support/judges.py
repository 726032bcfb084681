"""Outside judges of PDFs: a file in, what each finds wrong out, in words; nothing for a good one.

`page` (page-validation) is the gate: it gave veraPDF's verdict on all 296 files of veraPDF's own corpus.
`outloud` finds what no validator looks for, real text marked as decoration among it; it stands on pymupdf
(AGPL), so it is an extra of its own (`pip install -e .[judges]`), and tests that need it are skipped where it
is not there.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import page
import pikepdf
import pytest

Judge = Callable[[Path], list[str]]

HAS_OUTLOUD = importlib.util.find_spec("outloud") is not None and importlib.util.find_spec("fitz") is not None
needs_outloud = pytest.mark.skipif(
    not HAS_OUTLOUD, reason="not installed: outloud (pip install -e .[judges])"
)


def pdfua(path: Path) -> list[str]:
    """Return what keeps a file from being PDF/UA-1."""
    return _page(path, "ua1")


def pdfa(path: Path) -> list[str]:
    """Return what keeps a file from being PDF/A-2a."""
    return _page(path, "2a")


def _page(path: Path, profile: str) -> list[str]:
    report = page.validate_pdf(path, profile=profile)
    return [f"{each.rule_id}: {each.message}" for each in report.failures]


def qpdf(path: Path) -> list[str]:
    """Return what is wrong with a file's syntax: the library behind `qpdf --check` looks at it."""
    with pikepdf.open(path) as pdf:
        return pdf.check_pdf_syntax()


PAGINATION = re.compile(rb"/Artifact\s*<<\s*/Type\s*/Pagination.*?\bEMC\b", re.DOTALL)
NOT_HELD = {"TBL-010"}
"""Rules of `outloud` that are no faults here: it takes a table of two columns, whose rows have headers as its
columns have, for one with too many headers."""


def outloud(path: Path) -> list[str]:
    """Return the errors of a file; warnings ask a person to look, and are not among them.

    Running headers and footers are taken out before: where they stand on fewer than three pages, they are
    taken for sentences that are hidden from readers.
    """
    from outloud import check

    bare = path.with_name(f"bare-{path.name}")
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            for stream in page.Contents if isinstance(page.Contents, pikepdf.Array) else [page.Contents]:
                stream.write(PAGINATION.sub(b"", stream.read_bytes()))
        pdf.save(bare)
    result = check(str(bare), skip=NOT_HELD)
    assert result.error is None, result.error
    return [f"{each.rule}: {each.message}" for each in result.sorted_findings() if each.severity == "error"]


JUDGES: Mapping[str, Judge] = {"page ua1": pdfua, "page 2a": pdfa, "qpdf": qpdf}
"""Those that every file is shown to."""
