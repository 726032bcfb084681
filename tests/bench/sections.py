"""The sections of the benchmark: each runs its commands in turn, prints its table and returns its goals."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.cut import cut, more_variants
from tests.bench.linking import linking
from tests.bench.measure import Command, Measure, Taken, ratio, watched
from tests.bench.ours import BOTH, DECK, HANDOUT, PACK, Ours
from tests.bench.peers import R_YAML, T_UA, G, Peers, R, T
from tests.bench.tables import Goal, rows, table

ONE_JOB = ("--jobs", "1")


@dataclass(frozen=True)
class Bench:
    """What the sections work with."""

    measure: Measure
    peers: Peers
    ours: Ours
    work: Path
    """For what peers write."""
    runs: int

    def shown(
        self, title: str, commands: Sequence[Command], *, runs: int | None = None, warm: bool = True
    ) -> Taken:
        """Run commands in turn, print their table and return their figures."""
        taken = self.measure.interleaved(commands, runs or self.runs, warm=warm)
        print(table(title, commands, taken), flush=True)
        return taken

    def peers_files(self, decks: Sequence[Path], ending: str) -> list[tuple[Path, Path]]:
        """Return what a peer reads and what it writes, of each deck."""
        return [(deck, self.work / f"peer-{deck.stem}{ending}") for deck in decks]


def one(bench: Bench) -> list[Goal]:
    """One deck of 40 slides: cold, with its handout, nothing changed, a module changed."""
    peers, ours = bench.peers, bench.ours
    deck = [peers.deck(40)]
    pptx, pdf = bench.peers_files(deck, ".pptx"), bench.peers_files(deck, ".pdf")
    from_yaml = [(deck[0].with_suffix(".yaml"), bench.work / "peer-yaml.pptx")]
    commands = [
        peers.python_pptx(pptx),
        peers.python_pptx(from_yaml, R_YAML),
        peers.pptxgenjs(pptx),
        peers.pandoc(40, bench.work / "peer-pandoc.pptx"),
        peers.typst(pdf),
        peers.typst(pdf, T_UA),
        ours.cold("ours, cold: deck", deck),
        ours.cold("ours, cold: 3-up", deck, HANDOUT),
        ours.cold("ours, cold: deck and 3-up", deck, BOTH),
        ours.unchanged("ours, nothing changed", deck, BOTH),
        ours.changed("ours, a module changed", deck),
        ours.changed("ours, a slide changed", deck, slides=1),
        peers.bare(),
        ours.bare("--version"),
    ]
    taken = bench.shown("One deck of 40 slides", commands)
    return [
        Goal("cold, one 40-slide pptx", "R", 0.75, 0.4, ratio(taken, ["ours, cold: deck"], [R])),
        Goal("the same, memory", "MiB", 60, None, taken["ours, cold: deck"].peak),
        Goal("cold, deck and 3-up", "(R + T)", 1.0, 0.6, ratio(taken, ["ours, cold: deck and 3-up"], [R, T])),
        Goal("the same, memory", "MiB", 90, None, taken["ours, cold: deck and 3-up"].peak),
        Goal("nothing changed, 1 variant", "ms", 100, 60, taken["ours, nothing changed"].wall),
        Goal("one module changed, one deck", "R", 0.6, 0.4, ratio(taken, ["ours, a module changed"], [R])),
    ]


def own(bench: Bench) -> list[Goal]:
    """This project's own session for one profile, cold; the one section that needs no peers."""
    commands = [
        Command("python -c pass", (sys.executable, "-c", "pass")),
        bench.ours.bare("--version"),
        bench.ours.own("deck", DECK),
        bench.ours.own("deck and 3-up", BOTH),
        bench.ours.own("deck and 3-up, verified", (*BOTH, "--verify")),
        bench.ours.own("deck and pack", PACK),
    ]
    bench.shown("This project's own session for one profile, cold", commands)
    return []


def growth(bench: Bench) -> list[Goal]:
    """Decks of 40, 200 and 1000 slides, cold."""
    sizes = (40, 200, 1000)
    commands: dict[str, list[str]] = {}
    ordered: list[Command] = []
    for slides in sizes:
        some = _growing(bench, slides)
        for each in some:
            commands.setdefault(each.name.partition(", ")[0], []).append(each.name)
        ordered += some
    taken = bench.shown("One deck of 40, 200 and 1000 slides, cold", ordered, warm=False)
    lines = [["ms per further slide", "40→200", "200→1000", "growth"]]
    grown: dict[str, float] = {}
    for name, at in commands.items():
        if all(each in taken for each in at):
            small, middle, large = (taken[each].wall for each in at)
            early, late = (middle - small) / 160, (large - middle) / 800
            grown[name] = late / early
            lines.append([name, f"{early:.2f}", f"{late:.2f}", f"×{grown[name]:.2f}"])
    print(f"\n{rows(lines)}", flush=True)
    return [
        Goal("1000-slide deck", "R", 0.12, 0.05, ratio(taken, ["ours, 1000"], [f"{R}, 1000"])),
        Goal("1000-slide deck", "G", 0.5, None, ratio(taken, ["ours, 1000"], [f"{G}, 1000"])),
        Goal("ms per further slide, 200→1000 × 40→200", "", 1.3, None, grown["ours"]),
    ]


def _growing(bench: Bench, slides: int) -> list[Command]:
    deck = [bench.peers.deck(slides)]
    pairs = bench.peers_files(deck, ".pptx")
    few = 3 if slides > 200 else None
    made = [
        bench.peers.python_pptx(pairs, R),
        bench.peers.pptxgenjs(pairs),
        bench.peers.pandoc(slides, bench.work / f"peer-pandoc-{slides}.pptx", few),
        bench.ours.cold("ours", deck),
    ]
    return [_named(each, f"{each.name}, {slides}") for each in made]


def _named(command: Command, name: str) -> Command:
    kept = {each: getattr(command, each) for each in ("environment", "folder", "before", "runs", "makes")}
    return Command(name, command.argv, **kept)


def ten(bench: Bench) -> list[Goal]:
    """10 variants."""
    decks = bench.peers.variants(10)
    pairs = bench.peers_files(decks, ".pptx")
    commands = [
        bench.peers.python_pptx(pairs),
        bench.peers.pptxgenjs(pairs),
        bench.ours.cold("ours, cold", decks),
        bench.ours.unchanged("ours, nothing changed", decks),
        bench.ours.changed("ours, a module changed", decks),
    ]
    bench.shown("10 variants of the 40-slide deck", commands)
    return []


def hundred(bench: Bench) -> list[Goal]:
    """100 variants: cold, nothing changed, a module changed."""
    peers, ours = bench.peers, bench.ours
    decks = peers.variants(100)
    pairs = bench.peers_files(decks, ".pptx")
    commands = [
        peers.python_pptx(pairs),
        peers.pptxgenjs(pairs),
        ours.cold("ours, cold: 1 variant", decks[:1]),
        ours.cold("ours, cold", decks),
        ours.cold("ours, cold, --jobs 1", decks, (*DECK, *ONE_JOB)),
        ours.unchanged("ours, nothing changed", decks),
        ours.changed("ours, a module changed", decks),
        ours.changed("ours, a slide changed", decks, slides=1),
    ]
    taken = bench.shown("100 variants of the 40-slide deck", commands)
    further = (taken["ours, cold"].wall - taken["ours, cold: 1 variant"].wall) / 99
    return [
        Goal("nothing changed, 100 variants", "ms", 100, 60, taken["ours, nothing changed"].wall),
        Goal(
            "one module changed, 100 decks",
            "of R's batch",
            0.03,
            0.015,
            ratio(taken, ["ours, a module changed"], [R]),
        ),
        Goal("100 variants, cold", "of R's batch", 0.05, 0.02, ratio(taken, ["ours, cold"], [R])),
        Goal("a further deck", "ms", 4, 1.5, further),
    ]


def thousand(bench: Bench) -> list[Goal]:
    """1000 variants beside 100: time and memory, of which ours alone is asked."""
    more = more_variants(bench.peers, bench.work / "variants", 1000)
    commands = [
        bench.ours.cold(f"ours, {count} variants{name}", more[:count], (*DECK, *jobs))
        for name, jobs in (("", ()), (", --jobs 1", ONE_JOB))
        for count in (100, 1000)
    ]
    taken = bench.shown("1000 variants of the 40-slide deck, cold", commands, runs=3, warm=False)
    trees = {each.name: watched(each).together for each in commands}
    print(
        f"\n{rows([['held by all processes together', 'MiB'], *([n, f'{v:.0f}'] for n, v in trees.items())])}"
    )
    small, large = (taken[f"ours, {count} variants"].peak for count in (100, 1000))
    both = trees["ours, 1000 variants"] / trees["ours, 100 variants"]
    return [
        Goal("1000 variants, memory", "of 100's", 1.2, None, large / small),
        Goal("the same, all processes together", "of 100's", 1.2, None, both),
    ]


def handouts(bench: Bench) -> list[Goal]:
    """100 tagged three-up handouts; and one of 101 pages."""
    peers, ours = bench.peers, bench.ours
    decks = peers.variants(100)
    commands = [
        peers.typst(bench.peers_files(decks, ".pdf")),
        ours.cold("ours, cold", decks, HANDOUT),
        ours.cold("ours, cold, --jobs 1", decks, (*HANDOUT, *ONE_JOB)),
        ours.changed("ours, a module changed", decks, HANDOUT),
    ]
    taken = bench.shown("100 tagged three-up handouts of 40 slides", commands)
    long = [cut(peers.deck(1000), bench.work / "deck-303.json", 303)]
    commands = [peers.typst(bench.peers_files(long, ".pdf")), ours.cold("ours, cold", long, HANDOUT)]
    bench.shown("A tagged three-up handout of 303 slides, 101 pages", commands)
    return [Goal("100 tagged 3-up handouts", "T", 1.0, 0.2, ratio(taken, ["ours, cold"], [T]))]


def pack(bench: Bench) -> list[Goal]:
    """The whole pack of one deck of 40 slides; no peer has one."""
    deck = [bench.peers.deck(40)]
    commands = [
        bench.ours.cold("ours, cold: deck and pack", deck, PACK),
        bench.ours.unchanged("ours, nothing changed", deck, PACK),
        bench.ours.changed("ours, a module changed", deck, PACK),
    ]
    bench.shown("The pack of one deck of 40 slides", commands)
    return []


def link(bench: Bench) -> list[Goal]:
    """Linking and writing 100 decks against writing the same bytes."""
    found = linking(bench.peers.variants(100), bench.ours.picture, bench.work, bench.runs)
    head = ["ms a deck, median", "linked and written", "written", "ratio"]
    line = ["100 variants", f"{found.linked:.3f}", f"{found.written:.3f}", f"{found.ratio:.2f}"]
    print(f"\n### Linking against plain writing\n\n{rows([head, line])}", flush=True)
    return [Goal("linking", "× plain writing", 2, 1.2, found.ratio)]


SECTIONS: Mapping[str, Callable[[Bench], list[Goal]]] = {
    "own": own,
    "one": one,
    "growth": growth,
    "ten": ten,
    "hundred": hundred,
    "thousand": thousand,
    "handouts": handouts,
    "pack": pack,
    "link": link,
}
