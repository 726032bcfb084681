"""What is made again after a change, and what is found: counted in the cache's own books."""

from __future__ import annotations

import shutil
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from deckbuild.diagnostics import has_errors
from deckbuild.pipeline import BuildRequest, BuildResult, build
from deckbuild.pipeline.chunk import make_chunk
from deckbuild.pipeline.plan import prepare
from deckbuild.pipeline.remembered import opened
from deckbuild.pipeline.workshop import Workshop
from tests.support.small import write_project

BRAND = "assets/brands/worcestershire/brand.yaml"
WORDS = "decks/modules/words.yaml"
SLIDES = 13
"""Slides of the small project's two decks that read differently: ten of the school's, and the club's cover,
agenda and aims, whose words name the agency or count the slides of one title."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def changed(project: Path, path: str, before: str, after: str) -> None:
    file = project / path
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), encoding="utf-8")


def made(project: Path, *formats: str) -> Counter[str]:
    """Make and deliver everything once, and return how often each step was done."""
    request = BuildRequest(project, formats=formats or ("pptx",))
    with opened(request, project) as memory:
        assert memory is not None
        result = make_chunk(request, prepare(request), lambda _: None, Workshop(memory))
        assert not has_errors(result.findings)
        return memory.actions.made


def contents(result: BuildResult) -> dict[str, bytes]:
    return {each.path.name: each.path.read_bytes() for each in result.files}


def test_slides_are_laid_out_and_compiled_once(project: Path):
    first, second = made(project), made(project)

    assert (first["typeset"], first["compile"]) == (SLIDES, SLIDES)
    assert second == Counter()


@pytest.mark.parametrize(
    ("path", "before", "after", "typeset", "compiled"),
    [
        pytest.param(WORDS, "name **three** plants", "name **four** plants", 2, 2, id="words of a slide"),
        pytest.param(WORDS, "slides:\n", "\n\n# moved\nslides:\n", 0, 0, id="slides that moved down"),
        pytest.param(WORDS, "title: Words\n", "title: Other words\n", 0, 0, id="a module's name"),
        pytest.param(BRAND, 'accent: "B3431E"', 'accent: "A3431E"', 0, 0, id="a colour"),
        pytest.param(BRAND, "motif: bar", "motif: band", 0, 0, id="the brand's drawing"),
        pytest.param(BRAND, "section-ground: tint", "section-ground: deep", 0, 0, id="a ground nobody has"),
        pytest.param(
            "decks/modules/facts.yaml", "title: What to sow", "title: What we sow", 1, 3, id="a title led to"
        ),
        pytest.param(
            "decks/sessions/small.yaml", "date: 2026-11-23", "date: 2026-11-24", 0, 1, id="a chart's date"
        ),
    ],
)
def test_after_a_change_the_slides_it_touches_are_made_again(
    project: Path, path: str, before: str, after: str, typeset: int, compiled: int
):
    made(project)
    changed(project, path, before, after)

    counted = made(project)

    assert (counted["typeset"], counted["compile"]) == (typeset, compiled)


def test_a_changed_size_touches_the_slides_whose_layout_has_it(project: Path):
    made(project)
    changed(project, BRAND, "motif: bar", "sizes: {statement: 30}\nmotif: bar")

    # One slide of the school is a statement.
    assert (made(project)["typeset"], made(project)["compile"]) == (1, 0)


def test_another_font_has_every_slide_laid_out_anew(project: Path):
    made(project)
    faces = project / "assets/fonts/arimo"
    shutil.copy(faces / "Arimo-Bold.ttf", faces / "Arimo-Regular.ttf")

    assert made(project)["typeset"] == SLIDES


def test_a_changed_colour_changes_the_outputs(project: Path):
    request = BuildRequest(project)
    before = contents(build(request))
    changed(project, BRAND, 'accent: "B3431E"', 'accent: "A3431E"')

    after = contents(build(request))

    assert {name for name in before if before[name] != after[name]} == set(before)


def test_documents_are_drawn_once(project: Path):
    kinds = ("handout-3up", "html", "facilitator-guide")
    first, second = made(project, *kinds), made(project, *kinds)

    assert first["draw"] == 2 * len(kinds)
    assert second == Counter()


def test_of_a_changed_deck_the_documents_are_drawn_again(project: Path):
    kinds = ("handout-3up", "html")
    made(project, *kinds)
    one_name(project)

    assert made(project, *kinds)["draw"] == len(kinds)


def one_word(project: Path) -> None:
    changed(project, WORDS, "name **three** plants", "name **four** plants")


def one_colour(project: Path) -> None:
    changed(project, BRAND, 'accent: "B3431E"', 'accent: "A3431E"')


def one_name(project: Path) -> None:
    changed(project, "decks/profiles/club.yaml", "The club", "The garden club")


@pytest.mark.parametrize("change", [one_word, one_colour, one_name])
def test_warm_and_cold_outputs_are_the_same_bytes(project: Path, change: Callable[[Path], None]):
    formats = ("pptx", "handout-3up", "narrative", "html")
    build(BuildRequest(project, formats=formats))
    change(project)

    warm = contents(build(BuildRequest(project, formats=formats)))
    cold = contents(build(BuildRequest(project, formats=formats, output=project / "cold", cache=False)))

    assert warm == cold


def test_what_was_found_is_verified_against_what_is_meant(project: Path):
    request = BuildRequest(project, formats=("pptx", "handout-3up", "html"))
    build(request)
    verified = BuildRequest(project, formats=request.formats, verify=True)

    assert build(verified).diagnostics == ()


def test_nothing_is_deflated_where_nothing_changed(project: Path, monkeypatch: pytest.MonkeyPatch):
    request = BuildRequest(project, formats=("pptx", "handout-3up"))
    calls: list[str] = []

    def counted(name: str) -> None:
        true = getattr(zlib, name)
        monkeypatch.setattr(zlib, name, lambda *given, **named: calls.append(name) or true(*given, **named))

    for name in ("compress", "compressobj"):
        counted(name)
    build(request)
    first = len(calls)
    build(request)

    assert first > SLIDES
    assert len(calls) == first


def test_a_file_is_replaced_only_by_other_bytes(project: Path):
    request = BuildRequest(project, formats=("pptx",))
    build(request)
    one_name(project)

    result = build(request)

    assert {each.profile: each.written for each in result.files} == {"school": False, "club": True}


def test_without_a_cache_nothing_is_kept(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))

    build(BuildRequest(project, formats=("pptx",), cache=False))
    monkeypatch.setenv("DECKBUILD_NO_CACHE", "1")
    build(BuildRequest(project, formats=("pptx",)))

    assert not (tmp_path / "caches").exists()


def test_a_cache_that_cannot_be_written_is_told_and_stops_nothing(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "file").touch()
    monkeypatch.setenv("DECKBUILD_CACHE_DIR", str(tmp_path / "file" / "cache"))

    result = build(BuildRequest(project, formats=("pptx",)))

    assert {(each.code, each.severity) for each in result.diagnostics} == {("DB505", "warning")}
    assert len(result.files) == 2


def test_a_damaged_store_is_told_and_made_anew(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("DECKBUILD_CACHE_DIR", str(tmp_path / "cache"))
    request = BuildRequest(project, formats=("pptx",))
    before = contents(build(request))
    (pack,) = (tmp_path / "cache" / "packs").glob("*.pack")
    data = bytearray(pack.read_bytes())
    for at in range(0, len(data), 5000):
        data[at] ^= 0x55
    pack.write_bytes(bytes(data))
    shutil.rmtree(project / "output")

    result = build(request)

    assert [(each.code, each.severity) for each in result.diagnostics] == [("DB506", "info")]
    assert contents(result) == before
    shutil.rmtree(project / "output")
    assert build(request).diagnostics == ()


def test_the_words_of_findings_come_back_with_todays_places(project: Path):
    changed(project, "decks/sessions/small.yaml", "minutes: 60", "minutes: 1")
    request = BuildRequest(project, formats=("pptx",))
    first = build(request)

    again = build(request)

    assert [each.code for each in first.diagnostics] == ["DB210", "DB210"]
    assert again.diagnostics == first.diagnostics
    (place,) = {first.places.place(each.origin) for each in first.diagnostics}
    assert {again.places.place(each.origin) for each in again.diagnostics} == {place}
    assert not any(each.written for each in again.files)


def test_what_is_too_long_for_its_box_is_told_again(project: Path):
    changed(project, WORDS, "title: Aims\n    lead", f"title: {'Aims ' * 60}\n    lead")
    request = BuildRequest(project, formats=("pptx",))
    first = build(request)
    changed(project, WORDS, "title: Words\n", "title: Words\n\n\n")

    again = build(request)

    def lines(result: BuildResult) -> list[tuple[str, int]]:
        places = ((each.code, result.places.place(each.origin)) for each in result.diagnostics)
        return [(code, place.line) for code, place in places if place]

    assert lines(first) != []
    assert lines(again) == [(code, line + 2) for code, line in lines(first)]
