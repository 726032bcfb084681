"""What browsers, screen readers' rules, the W3C's checker and printers make of the pages for browsers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from deckbuild.check.verify_html import verify_html
from deckbuild.model.document import Document
from deckbuild.pipeline.look import Look
from deckbuild.pipeline.plan import assembled, prepare
from deckbuild.pipeline.request import BuildRequest
from deckbuild.render.html import render
from tests.support.brands import template
from tests.support.browser import View, axe, chromium, opened
from tests.support.w3c import checker, messages
from tests.unit.render_html.specimen import everything

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
BRANDS = ("worcestershire", "severn-vale")
SESSIONS = tuple(sorted(file.stem for file in (ROOT / "decks" / "sessions").glob("*.yaml")))
PROFILE = "education"
VIEWS = [View(width, scheme) for width in (320, 1280) for scheme in ("light", "dark")]  # type: ignore[arg-type]
WIDTHS = (320, 600, 991, 992, 1280)

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Made:
    """A page and what it was made of."""

    file: Path
    document: Document


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str, str], Made]:
    """The page of every session, profile and brand."""
    folder = tmp_path_factory.mktemp("pages")
    made = {}
    for brand in BRANDS:
        prepared = prepare(BuildRequest(ROOT, formats=("html",), brand=brand))
        for variant in prepared.variants:
            look = Look(
                prepared.project.brands[brand],
                variant.session.language,
                lambda file, root=prepared.project.root: (root / file).read_bytes(),  # type: ignore[misc]
            )
            content = look.document("html", assembled(variant, prepared.project).deck, {}, variant.options)
            key = (variant.session.id, variant.profile.id, brand)
            file = folder / f"{'-'.join(key)}.html"
            file.write_bytes(content.data)
            assert isinstance(content.meant, Document)
            made[key] = Made(file, content.meant)
    return made


@pytest.fixture(scope="session")
def every_block(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with every block, chart and field."""
    file = tmp_path_factory.mktemp("blocks") / "every-block.html"
    file.write_bytes(render(everything(), template(), {}))
    return file


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium for the tests of this file."""
    with chromium() as running:
        yield running


SHOWN = [(session, BRANDS[n % 2]) for n, session in enumerate(SESSIONS)]
"""Every session, every brand; together with the page of every block they have all that pages can hold."""


@pytest.fixture(params=[*SHOWN, (SESSIONS[0], BRANDS[1]), None], ids=str)
def shown(
    request: pytest.FixtureRequest, pages: Mapping[tuple[str, str, str], Made], every_block: Path
) -> Path:
    """A page of each session, one in both brands, and the one with every block."""
    if request.param is None:
        return every_block
    session, brand = request.param
    return pages[session, PROFILE, brand].file


def test_every_page_says_what_its_document_says(pages: Mapping[tuple[str, str, str], Made]):
    assert len(pages) >= len(SESSIONS) * len(BRANDS)
    found = [each for made in pages.values() for each in verify_html(made.file, made.document)]
    assert found == []


def test_the_w3c_finds_every_page_valid(
    pages: Mapping[tuple[str, str, str], Made],
    every_block: Path,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
):
    jar = checker(tmp_path)
    # Of every variant in a brand: the other has other colours and another font.
    files = [made.file for n, made in enumerate(pages.values()) if n < len(pages) // 2 or n % 6 == 0]
    # It takes data: in a policy for something else than the scheme; browsers show the pictures (see below).
    found = [each for each in messages(jar, [*files, every_block]) if "Content Security Policy" not in each]
    record_property("figure", f"{len(files) + 1} pages, {len(found)} errors and warnings")
    assert found == []


@pytest.mark.needs_chromium
def test_axe_finds_nothing_in_any_view(
    shown: Path, browser: Browser, record_property: Callable[[str, object], None]
):
    script, passed = axe(), 0
    # The rules take seconds on a long page; both widths and both schemes occur, not all four together.
    views = VIEWS if shown.stem == "every-block" else [VIEWS[0], VIEWS[-1]]
    for view in views:
        with opened(browser, shown, view) as page:
            page.evaluate(script)
            result = page.evaluate("axe.run(document)")
        found = [
            (view, rule["id"], node["target"]) for rule in result["violations"] for node in rule["nodes"]
        ]
        assert found == []
        unsure = {rule["id"]: [node["target"][0] for node in rule["nodes"]] for rule in result["incomplete"]}
        assert set(unsure) <= {"color-contrast"}  # of letters in drawings: see the tests of colours
        passed += len(result["passes"])
    record_property("figure", f"{shown.stem}: no violation in {len(views)} views, {passed} rules passed")


MEETING = r"""() => [...document.querySelectorAll("svg[role=img]")].flatMap(svg => {
    const room = svg.closest(".plot").getBoundingClientRect();
    const shown = [...svg.querySelectorAll("text")].filter(each => each.getClientRects().length);
    const boxes = shown.map(each => [each.textContent, each.getBoundingClientRect()]);
    const out = boxes.filter(([, box]) => box.left < room.left - 1 || box.right > room.right + 1);
    const touch = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
        && a.top < b.bottom - 4 && b.top < a.bottom - 4;
    const meet = boxes.flatMap(([word, a], n) => boxes.slice(n + 1)
        .filter(([, b]) => touch(a, b))
        .map(([other]) => `${word} meets ${other}`));
    return [...out.map(([word]) => `${word} sticks out`), ...meet];
})"""
"""Finds words of charts that stand on one another or outside their chart; a few pixels are let pass."""


@pytest.mark.needs_chromium
def test_nothing_sticks_out_and_no_words_of_charts_meet_at_any_width(shown: Path, browser: Browser):
    for width in WIDTHS:
        with opened(browser, shown, View(width)) as page:
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert (width, page.evaluate(MEETING)) == (width, [])


LINES = """() => [...document.querySelectorAll("main p:not([class]), main li")].flatMap(each => {
    if (each.querySelector("p, li") || each.closest("td, .panel, .columns")) return [];
    const range = document.createRange(), rows = new Map();
    const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (let n = 0; n < node.length; n++) {
            range.setStart(node, n); range.setEnd(node, n + 1);
            const box = range.getBoundingClientRect(), row = Math.round(box.bottom / 9);
            if (box.height) rows.set(row, (rows.get(row) || 0) + 1);
        }
    return [...rows.values()].slice(0, -1);
})"""
"""Counts the letters of each line but the last of paragraphs and entries."""


@pytest.mark.needs_chromium
def test_lines_of_reading_matter_have_65_to_75_letters(
    pages: Mapping[tuple[str, str, str], Made],
    browser: Browser,
    record_property: Callable[[str, object], None],
):
    with opened(browser, pages["pathways-to-harm", PROFILE, "worcestershire"].file) as page:
        page.add_style_tag(content=":root { --font: Arimo, 'Liberation Sans', Arial !important; }")
        lines = page.evaluate(LINES)
    mean = sum(lines) / len(lines)
    record_property("figure", f"{mean:.1f} letters on {len(lines)} full lines")
    assert 65 <= mean <= 75


@pytest.mark.needs_chromium
def test_a_page_asks_for_nothing_and_shows_its_pictures(shown: Path, browser: Browser):
    asked, said = [], []
    context = browser.new_context()
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(shown.as_uri())
    broken = "[...document.images].filter(each => !each.naturalWidth).map(each => each.alt)"
    assert page.evaluate(broken) == []
    context.close()
    assert [each for each in asked if not each.startswith("data:")] == [shown.as_uri()]
    assert said == []


@pytest.mark.needs_chromium
def test_the_first_tab_shows_the_skip_link_and_every_stop_shows_its_focus(shown: Path, browser: Browser):
    look = """() => {
        const each = document.activeElement, box = each.getBoundingClientRect();
        const style = getComputedStyle(each), seen = box.top >= 0 && box.left >= 0;
        return [each.className, seen, style.outlineStyle, parseFloat(style.outlineWidth)];
    }"""
    with opened(browser, shown) as page:
        for stop in range(5):
            page.keyboard.press("Tab")
            name, visible, style, width = page.evaluate(look)
            assert (visible, style) == (True, "solid")
            assert width >= 2
            assert (name == "skip") == (stop == 0)


def solid(text: str) -> str:
    """Return a text without white space and hyphens, which readers of PDFs change at the ends of lines."""
    return re.sub(r"[\s\x02\xad-]", "", text)


@pytest.mark.needs_chromium
@pytest.mark.parametrize("brand", BRANDS)
def test_a_printed_page_is_a4_without_contents_and_with_addresses_and_strands_no_heading(
    pages: Mapping[tuple[str, str, str], Made],
    browser: Browser,
    brand: str,
    record_property: Callable[[str, object], None],
):
    made = pages["pathways-to-harm", PROFILE, brand]
    with opened(browser, made.file, View(scheme="dark")) as page:
        data = page.pdf(prefer_css_page_size=True, print_background=False)
    sheets = pypdfium2.PdfDocument(data)
    texts = [sheet.get_textpage().get_text_bounded() for sheet in sheets]
    lines = [
        [line for line in text.splitlines() if not re.search(r"Page \d+ of \d+$", line)] for text in texts
    ]
    assert {tuple(round(side) for side in sheet.get_size()) for sheet in sheets} == {(595, 842)}
    record_property("figure", f"{brand}: {len(texts)} A4 pages")
    together = solid("".join(line for sheet in lines for line in sheet))
    assert "Skiptothecontent" not in together
    assert "Contents" not in lines[0]
    html = made.file.read_text(encoding="utf-8")
    links = {each.replace("&amp;", "&") for each in re.findall(r'<a href="(https?:[^"]+)"', html)}
    assert links
    assert [each for each in sorted(links) if solid(each) not in together] == []
    # A question may have nothing under it but lines to write on.
    titles = re.findall(
        r"<h[2-6][^>]*>([^<]+)</h[2-6]>(?!\n<div class=\"panel outline\">\n<div class=\"ruled)", html
    )
    assert len(titles) > 20
    assert [each[-1] for each in lines if each[-1] in titles] == []


@pytest.mark.needs_chromium
def test_forced_colours_reach_the_charts(every_block: Path, browser: Browser):
    fills = """() => [...document.querySelectorAll(".fill-1, .mark-1, .plot text, .axis")]
        .map(each => each.matches(".axis") ? getComputedStyle(each).stroke : getComputedStyle(each).fill)"""
    with opened(browser, every_block, View(scheme="dark", forced=True)) as page:
        found = set(page.evaluate(fills))
        wanted = page.evaluate("""() => {
            const probe = document.body.appendChild(document.createElement("i"));
            probe.style.color = "CanvasText";
            return getComputedStyle(probe).color;
        }""")
    assert found == {wanted}
