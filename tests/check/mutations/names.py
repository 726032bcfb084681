"""Names and paths that lead nowhere."""

from __future__ import annotations

from tests.check.mutations.base import EDUCATION, LOCAL, SESSION, Mutation, module

NAMES = (
    Mutation(
        "layout",
        module("parents"),
        "layout: bullets\n    title: Think Family",
        "layout: ‸bulets\n    title: Think Family",
        "DB117",
        "`bullets`",
        "schema",
    ),
    Mutation("module", SESSION, "- use: welcome\n", "- use: ‸wellcome\n", "DB201", "`welcome`"),
    Mutation(
        "slide of a module",
        SESSION,
        "use: closing/ten-years",
        "use: ‸closing/ten-year",
        "DB202",
        "`closing/ten-years`",
    ),
    Mutation(
        "profile of a session", SESSION, "education, police,", "education, ‸polcie,", "DB203", "`police`"
    ),
    Mutation("brand", SESSION, "brand: worcestershire", "brand: ‸worcester", "DB161", "`worcestershire`"),
    Mutation("source", module("settings"), "ref: ukccis-2010", "ref: ‸ukcis-2010", "DB207", "`ukccis-2010`"),
    Mutation(
        "quoting source",
        module("families"),
        "as-quoted-by: shropshire",
        "as-quoted-by: ‸shropshir",
        "DB207",
        "`shropshire`",
    ),
    Mutation("icon", module("settings"), "icon: lock", "icon: ‸lok", "DB152", "`lock`"),
    Mutation(
        "condition of a use",
        SESSION,
        "except: [single-agency]",
        "except: [‸single-agencies]",
        "DB203",
        "`single-agency`",
    ),
    Mutation(
        "condition of a slide", module("police"), "only: [police]", "only: [‸polices]", "DB203", "`police`"
    ),
    Mutation(
        "condition of notes", module("settings"), "only: [schools]", "only: [‸school]", "DB203", "`schools`"
    ),
    Mutation(
        "key in notes",
        module("closing"),
        "ask: Which of the six is strongest in {{ agency.place }}",
        "ask: Which of the six is strongest in ‸{{ agency.plaec }}",
        "DB204",
        "`agency.place`",
    ),
    Mutation(
        "key on a later line",
        module("parents"),
        "        Who in {{ agency.place }} meets",
        "        Who\n        in ‸{{ agency.plac }} meets",
        "DB204",
        "`agency.place`",
    ),
    Mutation(
        "key of a profile",
        EDUCATION,
        "agency.people: teachers",
        "‸agency.peple: teachers",
        "DB204",
        "`agency.people`",
    ),
    Mutation(
        "slide to replace",
        EDUCATION,
        "replace: closing/into-practice",
        "replace: ‸closing/into-practise",
        "DB215",
        "`closing/into-practice`",
    ),
    Mutation(
        "slide to come",
        EDUCATION,
        "with: education/links",
        "with: ‸education/link",
        "DB202",
        "`education/links`",
    ),
    Mutation(
        "neighbour",
        EDUCATION,
        "before: closing/our-agency",
        "before: ‸closing/our-agenci",
        "DB215",
        "`closing/our-agency`",
    ),
    Mutation(
        "slide that an earlier change took out",
        LOCAL,
        "  - replace: education/discussion          # which",
        "  - omit: ‸closing/into-practice\n    why: No time\n"
        "  - replace: education/discussion          # which",
        "DB215",
        "replaced with education/links",
    ),
    Mutation(
        "session to change",
        EDUCATION,
        "  child-protection-in-figures:\n",
        "  ‸child-protection-in-figure:\n",
        "DB160",
        "`child-protection-in-figures`",
    ),
    Mutation("outcome", module("closing"), "covers: [action]", "covers: [‸actoin]", "DB208", "`action`"),
    Mutation("mandatory slide", SESSION, "- welcome/cover ", "- ‸welcome/covr ", "DB218", "`welcome/cover`"),
    Mutation(
        "handout", SESSION, "handouts: [handout-3up]", "handouts: [‸handout-3p]", "DB504", "`handout-3up`"
    ),
    Mutation(
        "session of a local session",
        LOCAL,
        "extends: pathways-to-harm",
        "extends: ‸pathway-to-harm",
        "DB160",
        "`pathways-to-harm`",
    ),
    Mutation(
        "profile of a local session",
        LOCAL,
        "profile: education",
        "profile: ‸educaton",
        "DB203",
        "`education`",
    ),
    Mutation("local slide", LOCAL, "- insert: contacts", "- insert: ‸contact", "DB201", "`contacts`"),
    Mutation(
        "jump",
        module("closing"),
        "[Research in Practice: the later site of the series](https://scr.researchinpractice.org.uk/)",
        "[The question](‸slide:closing/our-agencie)",
        "DB205",
        "`closing/our-agency`",
    ),
)

PATHS = (
    Mutation(
        "picture",
        module("welcome"),
        "file: ../../assets/images/hands-paper-family.png",
        "file: ‸../../assets/images/hands-paper-famly.png",
        "DB108",
        "`hands-paper-family.png`",
    ),
    Mutation(
        "numbers",
        module("families"),
        "data: ../../assets/data/parental-factors.csv",
        "data: ‸../../assets/data/parental-factor.csv",
        "DB108",
        "`parental-factors.csv`",
    ),
    Mutation(
        "another computer",
        module("families"),
        "data: ../../assets",
        "data: ‸/home/ann/assets",
        "DB109",
        "Copy the file into the project",
    ),
    Mutation(
        "out of the project",
        module("families"),
        "data: ../../assets",
        "data: ‸../../../assets",
        "DB109",
        "Copy the file into the project",
    ),
    Mutation(
        "backslashes",
        module("families"),
        "data: ../../assets/data/parental-factors.csv",
        "data: ‸..\\..\\assets\\data\\parental-factors.csv",
        "DB109",
        "`../../assets/data/parental-factors.csv`",
    ),
)
