"""What all tests share: programs that may be missing here, and the option that rewrites expected results."""

import shutil

import pytest

PROGRAMS = {
    "needs_soffice": ("soffice",),
    "needs_poppler": ("pdfinfo", "pdftoppm", "pdftotext"),
    "needs_qpdf": ("qpdf",),
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite what the golden tests expect")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for marker, programs in PROGRAMS.items():
        missing = [program for program in programs if not shutil.which(program)]
        if missing:
            skip = pytest.mark.skip(reason=f"not installed: {', '.join(missing)}")
            for item in items:
                if item.get_closest_marker(marker):
                    item.add_marker(skip)


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether a golden test shall write what it expects, instead of comparing."""
    return bool(request.config.getoption("--accept"))
