"""Figures and goals → Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.bench.measure import Command, Taken, cpu, ratio, wall


@dataclass(frozen=True)
class Goal:
    """A line of what must be shown."""

    scenario: str
    unit: str
    """What the number is of: `R`, `MiB`, `ms`."""
    most: float
    aim: float | None
    """None where there is none."""
    measured: float | None
    """None where what it is held against is not installed."""

    @property
    def verdict(self) -> str:
        """Whether it was reached."""
        if self.measured is None:
            return "not measured"
        if self.measured > self.most:
            return "**missed**"
        return "aim" if self.aim is not None and self.measured <= self.aim else "kept"


def rows(lines: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; the first line is the head, its first column is set left."""
    head, *body = lines
    rule = ["---", *("--:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, rule, *body))


def table(title: str, commands: Iterable[Command], taken: Taken) -> str:
    """Return the table of an interleaved run; ratios are to its first command that is installed."""
    lines = [["what", "wall ms", "least–most", "cpu ms", "peak MiB", "wall, of the first", "cpu", "runs"]]
    first = next(iter(taken))
    for command in commands:
        if command.name not in taken:
            lines.append([command.name, "not installed", "", "", "", "", "", ""])
            continue
        figures = taken[command.name]
        walls = [run.wall for run in figures.runs]
        spread = f"{min(walls):.0f}–{max(walls):.0f}"
        shares = [f"{ratio(taken, [command.name], [first], of):.3f}" for of in (wall, cpu)]
        cells = [f"{figures.wall:.0f}", spread, f"{figures.cpu:.0f}", f"{figures.peak:.0f}", *shares]
        lines.append([command.name, *cells, str(len(walls))])
    return f"\n### {title}\n\n{rows(lines)}"


def goals(reached: Iterable[Goal]) -> str:
    """Return the table of what must be shown."""
    lines = [["scenario", "at most", "aim", "measured", ""]]
    for goal in reached:
        aim = "" if goal.aim is None else _number(goal.aim, goal.unit)
        measured = "–" if goal.measured is None else _number(goal.measured, goal.unit)
        lines.append([goal.scenario, _number(goal.most, goal.unit), aim, measured, goal.verdict])
    return f"\n### What must be shown\n\n{rows(lines)}"


def _number(value: float, unit: str) -> str:
    text = f"{value:.0f}" if value >= 20 else f"{value:.3g}"
    return f"{text} {unit}".strip()
