"""Pages in a headless Chromium, driven by Playwright: wide and narrow, light and dark, on paper."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]

_OPTIONS = (
    "--no-sandbox",  # in a container there is none to be had
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True)
class View:
    """How a page is looked at."""

    width: int = 1280
    scheme: Scheme = "light"
    forced: bool = False
    """True where the reader's own colours are forced on it."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run the Chromium that is installed; the test is skipped, with the reason, without Playwright."""
    reason = "not installed: playwright (pip install -e .[dev])"
    playwright = pytest.importorskip("playwright.sync_api", reason=reason)
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=_OPTIONS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(browser: Browser, file: Path, view: View = View()) -> Iterator[Page]:
    """Open a file in a window of its own."""
    context = browser.new_context(
        viewport={"width": view.width, "height": 900},
        color_scheme=view.scheme,
        forced_colors="active" if view.forced else "none",
    )
    try:
        page = context.new_page()
        page.goto(file.as_uri())
        yield page
    finally:
        context.close()


def axe() -> str:
    """Return the script of axe-core; the test is skipped, with the reason, without it."""
    reason = "not installed: axe-playwright-python (pip install -e .[dev])"
    pytest.importorskip("axe_playwright_python", reason=reason)
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
