"""Examples of faults in the files of a project (1xx)."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.diagnostics.examples.base import Example

_SESSION = "decks/sessions/year.yaml"
_WORDS = "decks/modules/words.yaml"
_FIGURES = "decks/modules/figures.yaml"
_BRAND = "assets/brands/worcestershire/brand.yaml"
_MARK = "assets/brands/worcestershire/mark.svg"
_RAIN = "assets/data/rain.csv"

EXAMPLES: Mapping[str, Example] = {
    "DB101": Example(
        "- {heading: Clock, icon: clock, text: For the time: at six.}",
        '- {heading: Clock, icon: clock, text: "For the time: at six."}',
        _WORDS,
    ),
    "DB102": Example(
        "A file that an old editor saved as “Windows-1252” or “UTF-16”.", "Save it again as UTF-8."
    ),
    "DB103": Example(
        "items:\n\t- name **three** plants",
        "items:\n  - name **three** plants",
        _WORDS,
    ),
    "DB104": Example("title: Aims\ntitle: What we want\ncovers: [sow]", "title: Aims\ncovers: [sow]", _WORDS),
    "DB105": Example("review: 2027-11-23\n---\nslides:", "review: 2027-11-23\nslides:", _WORDS),
    "DB106": Example("agency: !!str The school", "agency: The school", "decks/profiles/school.yaml"),
    "DB107": Example(
        "A list in a list in a list …, a hundred and one deep.",
        "Write it flatter, or divide the file into several.",
    ),
    "DB108": Example("data: ../../assets/data/rains.csv", "data: ../../assets/data/rain.csv", _FIGURES),
    "DB109": Example("data: /home/ann/rain.csv", "data: ../../assets/data/rain.csv", _FIGURES),
    "DB110": Example("subtitel: In twelve months", "subtitle: In twelve months", _SESSION),
    "DB111": Example(
        "title: Aims\ncovers: [sow]\nitems:", "layout: bullets\ntitle: Aims\ncovers: [sow]\nitems:", _WORDS
    ),
    "DB112": Example("minutes: an hour", "minutes: 60", _SESSION),
    "DB113": Example("kind: pies", "kind: pie", _FIGURES),
    "DB114": Example(
        "cards:\n  - {heading: Lock, icon: lock, text: For the gate.}\nnotes: *notes",
        "cards:\n"
        "  - {heading: Lock, icon: lock, text: For the gate.}\n"
        '  - {heading: Clock, icon: clock, text: "For the time: at six."}\n'
        "notes: *notes",
        _WORDS,
    ),
    "DB115": Example("date: 23 November 2026", "date: 2026-11-23", _SESSION),
    "DB116": Example(
        '- {text: The year, url: "https://example.org/year", not-available: out of print}',
        '- {text: The year, url: "https://example.org/year"}',
        _WORDS,
    ),
    "DB117": Example("layout: bulets", "layout: bullets", _WORDS),
    "DB120": Example(
        "text: |\n  # The beans are up.", "text: |\n  The beans are up.", "decks/modules/club.yaml"
    ),
    "DB121": Example('url: "www.example.org/year"', 'url: "https://example.org/year"', _WORDS),
    "DB122": Example("title: |\n  Aims\n\n  of the day\ncovers: [sow]", "title: Aims\ncovers: [sow]", _WORDS),
    "DB123": Example("subtitle: For {{ Agency Name }}", "subtitle: For {{ agency.name }}", _WORDS),
    "DB124": Example('title: ""\ncovers: [sow]', "title: Aims\ncovers: [sow]", _WORDS),
    "DB130": Example("`file: hands.gif`", "Export the picture as PNG or JPEG, and name that file."),
    "DB131": Example("A picture of which only the upper half was copied.", "Copy or export it again."),
    "DB132": Example(
        "A photograph of 12,000 × 8,000 pixels.", "Save it smaller: 1920 pixels across are enough."
    ),
    "DB140": Example("March,80 mm", "March,80", _RAIN),
    "DB141": Example("- [March]", "- [March, Beans]", _FIGURES),
    "DB142": Example("- [Rest, -20]", "- [Rest, 20]", _FIGURES),
    "DB143": Example("highlight: Bean", "highlight: Beans", _FIGURES),
    "DB144": Example("Month;Rain", "Month,Rain", _RAIN),
    "DB145": Example("profiles: [school, club, school]", "profiles: [school, club]", _SESSION),
    "DB150": Example('muted: "9AA5AC"', 'muted: "4D5D66"', _BRAND),
    "DB151": Example('fill="accent" stroke="black"', 'fill="accent"', _MARK),
    "DB152": Example("icon: lok", "icon: lock", _WORDS),
    "DB153": Example('fill="gold"', 'fill="accent"', _MARK),
    "DB160": Example("`deckbuild build yaer`", "`deckbuild build year`"),
    "DB161": Example("brand: worcester", "brand: worcestershire", _SESSION),
}
"""Code → example."""
