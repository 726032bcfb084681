"""Values of the wrong kind, or not in the list, or out of form."""

from __future__ import annotations

from tests.check.mutations.base import BRAND, EDUCATION, SESSION, SOURCES, WORKSPACE, Mutation, module

KINDS = (
    Mutation(
        "number for a truth of handouts",
        SESSION,
        "  cover: true\n",
        "  cover: ‸2\n",
        "DB112",
        "true or false",
        "schema",
    ),
    Mutation(
        "slides of the briefing without a module",
        SESSION,
        "slides: [closing/ten-years]",
        "slides: ‸closing/ten-years",
        "DB112",
        "“- ”",
        "schema",
    ),
    Mutation(
        "word for a number", SESSION, "minutes: 120", "minutes: ‸two hours", "DB112", "whole number", "schema"
    ),
    Mutation(
        "text for a list",
        SESSION,
        "profiles: [multi-agency, education, police, health, social-care, board]",
        "profiles: ‸multi-agency",
        "DB112",
        "“- ”",
        "schema",
    ),
    Mutation(
        "text for notes",
        module("welcome"),
        "    notes:\n      purpose: To show the way",
        "    notes: ‸|\n      purpose: To show the way",
        "DB112",
        "`purpose`",
        "schema",
    ),
    Mutation(
        "list for a text",
        module("parents"),
        "title: Think Family",
        "title: ‸[Think Family]",
        "DB112",
        "text",
        "schema",
    ),
    Mutation("text for a use", SESSION, "      - use: scr\n", "      - ‸scr\n", "DB112", "`use`", "schema"),
    Mutation(
        "text for a source",
        module("settings"),
        "    source:\n      ref: ukccis-2010\n",
        "    source: ‸ukccis-2010\n",
        "DB112",
        "`ref`",
        "schema",
    ),
    Mutation(
        "nothing for a text", module("parents"), "title: Think Family", "title:‸", "DB112", "text", "schema"
    ),
    Mutation(
        "text for keys",
        EDUCATION,
        "keys:\n  agency.people: teachers, governors and school staff\n"
        "  agency.place: your school or college\n  agency.lead: your designated safeguarding lead\n",
        "keys: ‸teachers\n",
        "DB112",
        "`name: value`",
        "schema",
    ),
    Mutation(
        "word for a truth",
        module("welcome"),
        "      alt: >-\n",
        "      decorative: ‸perhaps\n      alt: >-\n",
        "DB112",
        "true or false",
        "schema",
    ),
)

WORDS = (
    Mutation(
        "paper",
        SESSION,
        "handouts:\n  kinds:",
        "handouts:\n  paper: ‸A3\n  kinds:",
        "DB113",
        "`A4`",
        "schema",
    ),
    Mutation("chart kind", module("families"), "kind: bar", "kind: ‸bars", "DB113", "`bar`", "schema"),
    Mutation(
        "evidence",
        module("families"),
        "status: second-hand\n      note: |\n        The original chart",
        "status: ‸second hand\n      note: |\n        The original chart",
        "DB113",
        "`second-hand`",
        "schema",
    ),
    Mutation("motif", BRAND, "motif: bar", "motif: ‸bra", "DB113", "`bar`", "schema"),
    Mutation("ground", BRAND, "section-ground: tint", "section-ground: ‸tnit", "DB113", "`tint`", "schema"),
    Mutation("key type", WORKSPACE, "type: url", "type: ‸link", "DB113", "`url`", "schema"),
    Mutation("use of a key", WORKSPACE, "used-in: [notes]", "used-in: [‸note]", "DB113", "`notes`", "schema"),
    Mutation(
        "too many statements",
        module("settings"),
        "      - In later adolescence",
        "      ‸- A third.\n      - In later adolescence",
        "DB114",
        "Leave entries out",
        "schema",
    ),
    Mutation(
        "no profiles",
        SESSION,
        "profiles: [multi-agency, education, police, health, social-care, board]",
        "profiles: ‸[]",
        "DB114",
        "Add entries",
        "schema",
    ),
)

FORMS = (
    Mutation(
        "date in words",
        SESSION,
        "date: 2026-11-23",
        "date: ‸23 November 2026",
        "DB115",
        "2027-03-31",
        "schema",
    ),
    Mutation(
        "date with slashes",
        module("settings"),
        "review: 2027-03-31",
        "review: ‸31/03/2027",
        "DB115",
        "2027-03-31",
        "schema",
    ),
    Mutation("day that is not", SESSION, "review: 2027-03-31", "review: ‸2027-02-30", "DB115", "2027-03-31"),
    Mutation(
        "language in words", SESSION, "language: en-GB", "language: ‸English", "DB115", "en-GB", "schema"
    ),
    Mutation(
        "address without scheme",
        SOURCES,
        "url: http://wrap.warwick.ac.uk/84285",
        "url: ‸wrap.warwick.ac.uk/84285",
        "DB115",
        "https://",
        "schema",
    ),
    Mutation("short colour", BRAND, 'ink: "1B2A33"', 'ink: ‸"1B2A3"', "DB115", "hexadecimal", "schema"),
    Mutation(
        "name with a space", module("settings"), "  e-safety:\n", "  ‸e safety:\n", "DB115", "an id", "schema"
    ),
    Mutation(
        "module with a capital",
        SESSION,
        "use: settings",
        "use: ‸Settings",
        "DB115",
        "a module such as",
        "schema",
    ),
    Mutation(
        "no minutes",
        module("settings"),
        "      ref: ukccis-2010\n    minutes: 3",
        "      ref: ukccis-2010\n    minutes: ‸0",
        "DB115",
        "over 0",
        "schema",
    ),
    Mutation(
        "key with a space", WORKSPACE, "  agency.lead:", "  ‸agency lead:", "DB115", "a key such as", "schema"
    ),
)
