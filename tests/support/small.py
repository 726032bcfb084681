"""A small project as a dict of files: every kind of thing that a deck can hold, in twelve invented slides."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import make

ASSETS = Path(make.__file__).parent / "assets"

NOTES = """
    notes:
      purpose: To test.
      ask: Does it work?
"""

SESSION = """\
title: A small session
subtitle: Made for tests
brand: worcestershire
language: en-GB
version: 1.0.0
date: 2026-11-23
review: 2027-11-23
owner: Garden Society
subject: Gardens
minutes: 60
profiles: [school, club]
parts:
  - title: Welcome
    slides:
      - use: words/cover
      - use: words/agenda
      - use: words/aims
  - title: Facts
    slides:
      - use: facts
      - use: words/school
        only: [school]
"""

WORDS = f"""\
title: Words
owner: Garden Society
review: 2027-11-23
slides:
  cover:
    layout: cover
    title: A small session
    subtitle: For {{{{ agency.name }}}}
    picture:
      file: ../../assets/images/hands-paper-family.png
      alt: Two hands hold a paper family.{NOTES}
  agenda:
    layout: agenda
    title: What we will do{NOTES}
  aims:
    layout: bullets
    title: Aims
    lead: After this session you can
    items:
      - name **three** plants
      - text: say what they need
        items: [water, light]
    close: See [the table](slide:facts/table), or [the society](https://example.org/).
    minutes: 5{NOTES}
  school:
    layout: statement
    title: Aims
    text: A garden is a classroom.{NOTES}
"""

FACTS = f"""\
title: Facts
owner: Garden Society
review: 2027-11-23
slides:
  chart:
    layout: chart
    title: Beans need the most water
    chart:
      kind: bar
      unit: "%"
      highlight: Beans
      alt: Bar chart. Beans 54 per cent, peas 31.
      rows: [[Beans, 54], [Peas, 31]]
    source: {{ref: garden-2020, page: "7"}}
    minutes: 2{NOTES}
  missing:
    layout: chart
    title: How many gardens there are
    chart:
      not-available: "Figure 5: gardens by year"
      in: garden-2020
      shows: The number of gardens in each year.
      reason: The report could not be read.{NOTES}
  table:
    layout: table
    title: What to sow
    table:
      columns: [Month, Seeds]
      rows: [[March, Beans], [April, Peas]]
      alt: Two months and what to sow in them.{NOTES}
  cards:
    layout: cards
    title: Two rules
    cards:
      - {{heading: Water, text: In the morning.}}
      - {{heading: Weed, text: In the evening.}}{NOTES}
  hub:
    layout: hub
    title: What a plant needs
    centre: A plant
    around: [Water, Light, Earth]{NOTES}
  links:
    layout: links
    title: Where to read on
    links:
      - {{text: The year, url: "https://example.org/year", for: For all}}
      - {{text: The old book, not-available: out of print}}{NOTES}
"""

SOURCES = """\
garden-2020:
  author: Garden Society
  year: "2020"
  title: A year of the garden
  publisher: Garden Society
  url: https://example.org/garden
  licence: invented for tests
  short: Garden Society 2020
"""

SMALL: Mapping[str, str] = {
    "decks/deckbuild.yaml": "name: Gardens\norganisation: Garden Society\n",
    "decks/sessions/small.yaml": SESSION,
    "decks/modules/words.yaml": WORDS,
    "decks/modules/facts.yaml": FACTS,
    "decks/profiles/school.yaml": "agency: The school\n",
    "decks/profiles/club.yaml": "agency: The club\n",
    "decks/sources.yaml": SOURCES,
}


def write_project(folder: Path, files: Mapping[str, str | bytes] = SMALL, *, assets: bool = True) -> Path:
    """Write a project's files into a folder and return it; with brands, fonts and pictures of this one."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    if assets:
        shutil.copytree(ASSETS, folder / "assets", dirs_exist_ok=True)
    return folder
