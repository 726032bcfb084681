"""Fields that are misspelt, missing, or exclude each other."""

from __future__ import annotations

from tests.check.mutations.base import BRAND, EDUCATION, LOCAL, SESSION, SOURCES, WORKSPACE, Mutation, module

MISSPELT = (
    Mutation("session field", SESSION, "subtitle: A", "‸subtitel: A", "DB110", "`subtitle`", "schema"),
    Mutation(
        "layout field",
        module("closing"),
        '10)"\n    items:',
        '10)"\n    ‸itmes:',
        "DB110",
        "`items`",
        "schema",
    ),
    Mutation(
        "notes field",
        module("welcome"),
        "purpose: To show the way",
        "‸purpos: To show the way",
        "DB110",
        "`purpose`",
        "schema",
    ),
    Mutation(
        "underscore",
        module("families"),
        "as-quoted-by: shropshire",
        "‸as_quoted_by: shropshire",
        "DB110",
        "`as-quoted-by`",
        "schema",
    ),
    Mutation(
        "chart field",
        module("families"),
        "      kind: bar\n",
        "      kind: bar\n      ‸higlight: Domestic abuse\n",
        "DB110",
        "`highlight`",
        "schema",
    ),
    Mutation(
        "use field", SESSION, "        minutes: 4\n", "        ‸minuts: 4\n", "DB110", "`minutes`", "schema"
    ),
    Mutation("card field", module("settings"), "icon: lock", "‸icn: lock", "DB110", "`icon`", "schema"),
    Mutation("profile field", EDUCATION, "tags: [schools", "‸tag: [schools", "DB110", "`tags`", "schema"),
    Mutation(
        "key field",
        WORKSPACE,
        "default: your agency\n",
        "‸defualt: your agency\n",
        "DB110",
        "`default`",
        "schema",
    ),
    Mutation(
        "source field",
        SOURCES,
        "  publisher: Safeguarding Shropshire’s",
        "  ‸publsher: Safeguarding Shropshire’s",
        "DB110",
        "`publisher`",
        "schema",
    ),
    Mutation("brand field", BRAND, "motif: bar", "‸motive: bar", "DB110", "`motif`", "schema"),
    Mutation("colour", BRAND, 'muted: "4D5D66"', '‸mute: "4D5D66"', "DB110", "`muted`", "schema"),
    Mutation(
        "change field",
        EDUCATION,
        "with: education/links",
        "‸whit: education/links",
        "DB110",
        "`with`",
        "schema",
    ),
    Mutation(
        "local field", LOCAL, "trainer: A. Trainer", "‸trainr: A. Trainer", "DB110", "`trainer`", "schema"
    ),
    Mutation(
        "exercise field",
        module("briefing"),
        "    exercise:\n      instructions:",
        "    exercise:\n      ‸instruction:",
        "DB110",
        "`instructions`",
        "schema",
    ),
    Mutation("handouts field", SESSION, "  cover: true\n", "  ‸covers: true\n", "DB110", "`cover`", "schema"),
    Mutation(
        "large print",
        "decks/profiles/health.yaml",
        "  large-print: true",
        "  ‸large_print: true",
        "DB110",
        "`large-print`",
        "schema",
    ),
    Mutation(
        "box of the briefing",
        SESSION,
        "  - heading: Things to note and remember\n    slides:",
        "  - heading: Things to note and remember\n    ‸slide:",
        "DB110",
        "`slides`",
        "schema",
    ),
    Mutation("capital letter", SESSION, "owner: Worc", "‸Owner: Worc", "DB110", "`owner`", "schema"),
)

MISSING = (
    Mutation(
        "slide without title",
        module("settings"),
        "layout: two-statements\n    title: Settings (2 of 2)\n",
        "‸layout: two-statements\n",
        "DB111",
        "`title: …`",
        "schema",
    ),
    Mutation(
        "slide without layout",
        module("settings"),
        "layout: two-statements\n    title: Settings (2 of 2)\n",
        "‸title: Settings (2 of 2)\n",
        "DB111",
        "`layout: …`",
        "schema",
    ),
    Mutation(
        "notes without ask",
        module("welcome"),
        "      purpose: To show the way through the session, and that there is a pause half-way.\n"
        "      ask: Is there a part that you would like to spend more time on?\n",
        "      ‸purpose: To show the way through the session, and that there is a pause half-way.\n",
        "DB111",
        "`ask: …`",
        "schema",
    ),
    Mutation(
        "session without brand",
        SESSION,
        "title: Pathways to harm, pathways to protection\n"
        "subtitle: A triennial analysis of serious case reviews (2011 – 2014)\nbrand: worcestershire\n",
        "‸title: Pathways to harm, pathways to protection\nsubtitle: A triennial analysis\n",
        "DB111",
        "`brand: …`",
        "schema",
    ),
    Mutation(
        "module without review",
        module("settings"),
        "title: Settings\nowner: Learning and development\nversion: 1.0.0\nreview: 2027-03-31\n",
        "‸title: Settings\nowner: Learning and development\nversion: 1.0.0\n",
        "DB111",
        "`review: …`",
        "schema",
    ),
    Mutation(
        "chart without numbers",
        module("families"),
        '      kind: bar\n      unit: "%"\n      data: ../../assets/data/parental-factors.csv\n',
        '      ‸kind: bar\n      unit: "%"\n',
        "DB111",
        "`rows: …`",
        "schema",
    ),
    Mutation(
        "chart without kind",
        module("families"),
        '      kind: bar\n      unit: "%"\n',
        '      ‸unit: "%"\n',
        "DB111",
        "`kind: …`",
        "schema",
    ),
    Mutation(
        "link without address",
        module("police"),
        "      - text: Research in Practice briefing for police\n        for: reviews of 2014–17\n"
        "        url: https://seriouscasereviews.rip.org.uk/police/\n",
        "      - ‸text: Research in Practice briefing for police\n        for: reviews of 2014–17\n",
        "DB111",
        "`url: …`",
    ),
    Mutation(
        "change without reason",
        EDUCATION,
        "    - insert: education/discussion\n      before: closing/our-agency\n"
        "      why: Questions that a school can answer in its next staff meeting\n",
        "    - ‸insert: education/discussion\n      before: closing/our-agency\n",
        "DB111",
        "`why: …`",
        "schema",
    ),
    Mutation(
        "insertion without a place",
        EDUCATION,
        "    - insert: education/discussion\n      before: closing/our-agency\n",
        "    - ‸insert: education/discussion\n",
        "DB111",
        "`before: …`",
        "schema",
    ),
    Mutation(
        "replacement with nothing",
        EDUCATION,
        "    - replace: closing/into-practice\n      with: education/links\n",
        "    - ‸replace: closing/into-practice\n",
        "DB111",
        "`with: …`",
        "schema",
    ),
    Mutation(
        "profile without agency",
        EDUCATION,
        "agency: Education\ntags",
        "‸tags",
        "DB111",
        "`agency: …`",
        "schema",
    ),
    Mutation(
        "picture without words",
        module("welcome"),
        """\
      file: ../../assets/images/hands-paper-family.png
      alt: >-
        A photograph of two hands, palms up, holding a white paper cutout of a family consisting of a man,
        a woman, and two children holding hands. The background is black.
""",
        "      ‸file: ../../assets/images/hands-paper-family.png\n",
        "DB111",
        "`alt: …`",
        "schema",
    ),
)

BOXES = (
    Mutation(
        "exercise without instructions",
        module("parts"),
        "      instructions: |\n"
        "        Ask for a show of hands before you show the slide: within the family home, or outside it? "
        "Through somebody\n"
        "        whom the child knows, or through a stranger? Nobody needs to say why.\n"
        "      answers: |\n",
        "      ‸answers: |\n",
        "DB111",
        "`instructions: …`",
        "schema",
    ),
    Mutation(
        "box with nothing in it",
        SESSION,
        "  - heading: Things to note and remember\n    slides: [closing/ten-years]\n",
        "  - ‸heading: Things to note and remember\n",
        "DB111",
        "`slides: …`",
        "schema",
    ),
    Mutation(
        "six boxes",
        SESSION,
        "briefing:\n  - heading: Background\n    text: |\n"
        "      The national analysis of 2011 to 2014 is about 293 serious case reviews "
        "relating to incidents between\n"
        "      1 April 2011 and 31 March 2014. Final reports of 175 of them were available\n"
        "      ([Sidebotham et al. 2016](http://wrap.warwick.ac.uk/84285)).\n  ",
        "briefing:\n  ‸",
        "DB114",
        "Add entries",
        "schema",
    ),
    Mutation(
        "eight boxes",
        SESSION,
        "briefing:\n  - heading: Background\n",
        "briefing:\n  ‸- {heading: Foreground, text: Before.}\n  - heading: Background\n",
        "DB114",
        "Leave entries out",
        "schema",
    ),
)

EXCLUDED = (
    Mutation(
        "rows beside data",
        module("families"),
        "      kind: bar\n",
        "      kind: bar\n      ‸rows: [[Domestic abuse, 54]]\n",
        "DB116",
        "Delete `rows`",
        "schema",
    ),
    Mutation(
        "words for decoration",
        module("welcome"),
        "family.png\n      alt: >-\n",
        "family.png\n      decorative: true\n      ‸alt: >-\n",
        "DB116",
        "Delete `alt`",
        "schema",
    ),
    Mutation(
        "only and except",
        SESSION,
        "        only: [single-agency]\n",
        "        only: [single-agency]\n        ‸except: [board]\n",
        "DB116",
        "Keep one",
        "schema",
    ),
    Mutation(
        "address that is not available",
        module("police"),
        "      - text: Research in Practice briefing for police\n",
        "      - text: Research in Practice briefing for police\n        ‸not-available: gone\n",
        "DB116",
        "Keep one",
        "schema",
    ),
    Mutation(
        "two changes in one",
        EDUCATION,
        "    - insert: education/discussion\n",
        "    - insert: education/discussion\n      ‸omit: scr\n",
        "DB116",
        "two changes",
        "schema",
    ),
)
