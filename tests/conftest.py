"""What all tests share: built decks, programs that may be missing, and the option to accept new results."""

import gc
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

import make
from tests.support.builds import Built, build_all
from tests.support.once import once
from tests.support.small import write_project

ROOT = Path(make.__file__).parent
BRANDS = ("worcestershire", "severn-vale")

# A shell that runs the tests in the background has them, and every program they start, ignore Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)

PROGRAMS = {
    "needs_soffice": ("soffice",),
    "needs_poppler": ("pdfinfo", "pdftoppm", "pdftotext"),
    "needs_qpdf": ("qpdf",),
    "needs_chromium": ("chromium",),
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


def pytest_collection_finish() -> None:
    """Spare what collecting left behind, which is else looked through for cycles again and again."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests measured: the property `figure` of their reports."""
    reports = [each for kind in ("passed", "failed") for each in terminalreporter.getreports(kind)]
    figures = [
        (each.nodeid, value) for each in reports for name, value in each.user_properties if name == "figure"
    ]
    if figures:
        terminalreporter.section("figures")
    for test, figure in sorted(figures):
        terminalreporter.write_line(f"{test.rsplit('::', 1)[-1]}: {figure}")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what tests build out of the cache of whoever runs them, and what that holds out of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("caches")))
        patch.setenv("LOCALAPPDATA", str(tmp_path_factory.mktemp("caches")))
        patch.delenv("DECKBUILD_CACHE_DIR", raising=False)
        patch.delenv("DECKBUILD_NO_CACHE", raising=False)
        yield


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether a golden test shall write what it expects, instead of comparing."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def small_deck(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small project's deck for the school, in every format; a test that changes a file changes a copy."""
    folder = write_project(tmp_path_factory.mktemp("small"))
    decks = build_all(folder, folder / "output", "worcestershire")
    return next(each for each in decks if each.deck.profile == "school")


@pytest.fixture(scope="session")
def real_decks(tmp_path_factory: pytest.TempPathFactory) -> list[Built]:
    """Every deck of this project, in both brands, for every profile; in the first brand with its whole pack.

    Nothing is verified here: decks are in `e2e/test_project.py`, documents in `conformance`.
    """

    def built(folder: Path) -> list[Built]:
        first, *others = BRANDS
        packs = build_all(ROOT, folder / first, first, verify=False)
        return packs + [
            each
            for brand in others
            for each in build_all(ROOT, folder / brand, brand, formats=("pptx",), verify=False)
        ]

    return once(tmp_path_factory, "real", built)
