"""Examples of names that lead nowhere, of faults of whole decks, and of text that does not fit (2xx, 3xx)."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.diagnostics.examples.base import Example

_SESSION = "decks/sessions/year.yaml"
_WORDS = "decks/modules/words.yaml"
_FIGURES = "decks/modules/figures.yaml"
_CLUB = "decks/modules/club.yaml"
_FOR_CLUB = "decks/profiles/club.yaml"
_SCHOOL = "decks/profiles/school.yaml"

EXAMPLES: Mapping[str, Example] = {
    "DB201": Example("- use: figure", "- use: figures", _SESSION),
    "DB202": Example("- use: words/aim", "- use: words/aims", _SESSION),
    "DB203": Example("only: [beginer]", "only: [beginners]", _SESSION),
    "DB204": Example("{{ agency.nam }}", "{{ agency.name }}", _WORDS),
    "DB205": Example(
        "close: See [the numbers](slide:figures/rains).",
        "close: See [the numbers](slide:figures/rain).",
        _WORDS,
    ),
    "DB206": Example("- use: words/agenda\n- use: words/cover", "- use: words/agenda", _SESSION),
    "DB207": Example(
        'source: {ref: garden-2002, page: "12"}', 'source: {ref: garden-2020, page: "12"}', _FIGURES
    ),
    "DB208": Example("covers: [sov]", "covers: [sow]", _WORDS),
    "DB209": Example(
        "A session for the club of which every slide says `only: [school]`.",
        "Take the condition out, or the club out of the session's `profiles`.",
    ),
    "DB210": Example("minutes: 4\nprofiles:", "minutes: 60\nprofiles:", _SESSION),
    "DB211": Example(
        "keys:\n  agency.name: Our school\n  agency.people: pupils and teachers",
        "keys:\n  agency.people: pupils and teachers",
        _SCHOOL,
    ),
    "DB212": Example("- use: figures\n  title: Numbers", "- use: figures", _SESSION),
    "DB213": Example(
        "An agenda as the last slide of a session.", "Move it before the slides that it announces."
    ),
    "DB214": Example(
        "keys:\n  agency.people: pupils and teachers",
        "keys:\n  agency.people: pupils and teachers\n  local.phone: 01905 822666",
        _SCHOOL,
    ),
    "DB215": Example("- omit: figures/bed", "- omit: figures/beds", _FOR_CLUB),
    "DB216": Example("to: Good bye", "to: Goodbye", _FOR_CLUB),
    "DB217": Example("ask: What else? Call {{ local.phone }}.", "ask: What else?", _WORDS),
    "DB218": Example(
        "- use: words/aims\n  except: [club]\n  minutes: 5", "- use: words/aims\n  minutes: 5", _SESSION
    ),
    "DB219": Example(
        "- omit: figures/beds\n  why: We have one bed",
        "- insert: frogs\n  after: words/tools\n  why: We have a pond",
        "decks/local/tuesday.yaml",
    ),
    "DB220": Example("minutes:\n  only: [school]\n  layout: prose", "minutes:\n  layout: prose", _CLUB),
    "DB221": Example(
        "- {heading: Background, slides: [words/cove]}",
        "- {heading: Background, slides: [words/cover]}",
        _SESSION,
    ),
    "DB222": Example(
        "- heading: Who we are\n  text:\n    - {text: The club has one bed., only: [club]}",
        "- heading: Who we are\n  text:\n    - {text: The club has one bed., only: [club]}\n"
        "    - {text: The school has three beds., except: [club]}",
        _SESSION,
    ),
    "DB223": Example(
        "`handouts: [seven-minute-briefing]` in a session without `briefing`.",
        "Write the seven boxes of its `briefing`, or take the kind out.",
    ),
    "DB225": Example(
        "A session of an hour whose slides take 50 minutes, and one slide says none; the guide is built.",
        "Give the slide its `minutes`.",
    ),
    "DB301": Example(
        "title: Until next week, when we shall speak of the beans, the slugs, the frogs, the rain in March, "
        "the cake, the rota, the shed, the key to the shed, the gate, the hose, and who forgot to close it",
        "title: Until next week",
        _CLUB,
    ),
    "DB302": Example("text: The club meets on Tuesdays 🐸.", "text: The club meets on Tuesdays.", _CLUB),
    "DB303": Example("figure: Tuesdayafternoons", "figure: 3 in 4", "decks/modules/words.yaml"),
    "DB304": Example("A field of eighty lines in a form.", "Divide it, or give it fewer lines."),
    "DB305": Example(
        "A word of sixty letters in a narrow column of a table.",
        "Write it shorter, or with a hyphen or a space where it may break.",
    ),
}
"""Code → example."""
