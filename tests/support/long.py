"""The small project with a module of many slides: enough for helpers, with jumps and charts."""

from pathlib import Path

from tests.support.small import NOTES, SMALL, write_project

SLIDES = 130


def _slide(number: int, foreign: bool) -> str:
    if number % 10 == 3:
        return f"""\
  s{number}:
    layout: chart
    title: Chart {number}
    chart:
      kind: bar
      unit: "%"
      alt: Bar chart. Beans {number} per cent, peas 31.
      rows: [[Beans, {number}], [Peas, 31]]
    source: {{ref: garden-2020, page: "7"}}{NOTES}"""
    words = "Water the \u05d0 beans." if foreign else "Water the beans. " * 5
    return f"""\
  s{number}:
    layout: statement
    title: Slide {number}
    text: See [the cover](slide:words/cover) of {number}. {words}{NOTES}"""


def write_long(folder: Path, *foreign: int) -> Path:
    """Write the project; the slides of these numbers have a letter that the font lacks."""
    slides = "".join(_slide(number, number in foreign) for number in range(SLIDES))
    files = {
        **SMALL,
        "decks/sessions/small.yaml": SMALL["decks/sessions/small.yaml"].replace(
            "      - use: facts\n", "      - use: facts\n      - use: long\n"
        ),
        "decks/modules/long.yaml": f"title: Long\nowner: Gardens\nreview: 2027-11-23\nslides:\n{slides}",
    }
    return write_project(folder, files)
