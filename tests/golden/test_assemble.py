"""Session × profile as text: which slides, their words, and every rule that decided.

A case is a folder of `assemble/`: a project in `src`, and in `exp` what comes out; `--accept` rewrites that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from deckbuild.assemble import Assembly
from deckbuild.assemble.walk import change_value
from deckbuild.diagnostics import SourceMap
from deckbuild.model.deck import DeckSlide
from deckbuild.model.text import Paragraph, Run
from deckbuild.model.trace import Rule
from deckbuild.pipeline import BuildRequest
from deckbuild.pipeline.plan import assembled, prepare

CASES = sorted(each for each in (Path(__file__).parent / "assemble").iterdir() if each.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_assembling_means_what_it_meant(case: Path, accept: bool):
    made = dict(outlines(case / "src"))
    folder = case / "exp"
    if accept:
        for old in folder.glob("*.txt"):
            old.unlink()
        for name, text in made.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    expected = {each.name: each.read_text(encoding="utf-8") for each in folder.glob("*.txt")}

    assert made == expected


def outlines(source: Path) -> Iterator[tuple[str, str]]:
    """Yield a file name and the text of each variant of a project, with the local sessions in its folder."""
    locals_ = tuple(str(each) for each in sorted(source.glob("*.yaml")))
    for sessions in ((), locals_):
        prepared = prepare(BuildRequest(source, sessions))
        # No brand: nothing is drawn here.
        assert {each.code for each in prepared.found} <= {"DB161"}
        for variant in prepared.variants:
            made = assembled(variant, prepared.project)
            yield (
                f"{variant.name.replace('/', '-')}.txt",
                "\n".join(lines(made, prepared.project.places)) + "\n",
            )


def lines(made: Assembly, places: SourceMap) -> Iterator[str]:
    deck = made.deck
    yield f"{deck.title} · {deck.agency}"
    for part in deck.parts:
        yield f"\n# {part.title}, {part.minutes:g} minutes"
        for slide in part.slides:
            yield from slide_lines(slide)
    yield "\n# Verdicts"
    for verdict in made.verdicts:
        yield f"\n{'+' if verdict.included else '-'} {verdict.slide}"
        yield from (f"    {rule_line(rule, places)}" for rule in verdict.rules)
    yield "\n# Slots and findings\n"
    yield from (
        f"{slot.key}: {slot.explain} ({', '.join(slide for slide, _ in slot.places)})" for slot in made.slots
    )
    yield from (f"{each.severity} {each.code}: {each.message}" for each in made.findings)


def slide_lines(slide: DeckSlide) -> Iterator[str]:
    yield f"\n{slide.id} ({slide.layout}): {shown(slide.title)}"
    for name, value in slide.fields.items():
        found: list[Paragraph] = []
        change_value(value, lambda paragraph, found=found: found.append(paragraph) or paragraph)
        yield from (f"  {name}: {'  ' * each.level}{shown(each)}" for each in found)
    yield from (f"  | {shown(each)}" for each in slide.notes)


def shown(paragraph: Paragraph) -> str:
    return "".join(run_text(each) for each in paragraph.runs)


def run_text(run: Run) -> str:
    text = f"**{run.text}**" if run.bold else run.text
    text = f"[{text}]({run.link.target})" if run.link else text
    return f"<{run.lang}>{text}</>" if run.lang else text


def rule_line(rule: Rule, places: SourceMap) -> str:
    place = places.place(rule.origin)
    where = f"{rule.origin.document}:{place.line}:{place.column}" if place else rule.origin.document
    return f"{rule.layer} {rule.kind}: {rule.text}{f' ({rule.why})' if rule.why else ''} · {where}"


def test_there_are_cases():
    names: Iterable[str] = [case.name for case in CASES]

    assert "three-layers" in names
