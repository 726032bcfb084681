"""Names that lead nowhere, and what is wrong with whole decks (2xx)."""

from __future__ import annotations

from deckbuild.diagnostics.catalogue.code import Code

ENTRIES = (
    Code(
        "DB201",
        "unknown module",
        "A session uses a module that the project does not have.",
        "A module is a file of the modules' folder, and its name is the file's name without `.yaml`.",
    ),
    Code(
        "DB202",
        "unknown slide",
        "A slide is named that its module does not have.",
        "The deck would lack a slide that somebody counts on.",
    ),
    Code(
        "DB203",
        "unknown profile",
        "A profile is named that the project, or the session, does not have; or a condition names what is "
        "neither a profile nor a tag of one.",
        "A slip in `only` or `except` would hide a slide from everyone, or show it to all, without a word.",
    ),
    Code(
        "DB204",
        "unknown key",
        "A key is neither built in (`agency.name`, `session.title`, `session.date`) nor declared under "
        "`keys` of the workspace file; or it is, and nobody gives it a value.",
        "The braces would stand on the slide.",
    ),
    Code(
        "DB205",
        "jump to a slide that is not in this deck",
        "A `slide:` link leads to a slide that the session does not use, or that the profile leaves out.",
        "In the deck the link would do nothing.",
    ),
    Code(
        "DB206",
        "slide used twice",
        "A deck holds a slide once.",
        "A slide's id must stay unique, so that links find it and an edited deck can be compared.",
    ),
    Code(
        "DB207",
        "unknown source",
        "A citation names a source that the sources' file does not have.",
        "The slide would name its source by an id that no reader knows.",
    ),
    Code(
        "DB208",
        "unknown learning outcome",
        "`covers` of a module or slide names an outcome that no session has.",
        "The matrix of outcomes would say that nobody learns what the slide teaches. Only reading all "
        "sessions of a project finds this.",
    ),
    Code(
        "DB209",
        "deck without slides",
        "The profile leaves out every slide of the session.",
        "PowerPoint opens a deck without slides, but nobody wants one: a condition is wrong.",
    ),
    Code(
        "DB210",
        "slides take longer than the session",
        "The minutes of the slides add up to more than the session's `minutes`.",
        "A trainer who keeps to the notes would run over time.",
    ),
    Code(
        "DB211",
        "built-in key written again",
        "A workspace, profile or local session gives a value to a key that deckbuild fills itself: "
        "`agency.name`, `session.title`, `session.date`.",
        "Two values for one key would contradict each other. Change the agency, the title or the date.",
    ),
    Code(
        "DB212",
        "override of a whole module",
        "`title`, `minutes` and `notes` beside `use` change one slide, and the module has several.",
        "Nobody could say which slide is meant.",
    ),
    Code(
        "DB213",
        "agenda with nothing to list",
        "An agenda without `entries` lists the parts that follow it, and no slide follows this one.",
        "The slide would be empty but for its title.",
    ),
    Code(
        "DB214",
        "slot that nobody has filled",
        "A text holds a key that begins with `local.` and has no value. The deck shows in brackets what "
        "belongs there.",
        "A wrong telephone number is worse than none: such keys have no default, and whoever runs the "
        "session gives their values in a local session.",
    ),
    Code(
        "DB215",
        "change to a slide that is not there",
        "A change replaces or omits a slide that the deck does not have at that moment, or places another "
        "beside it.",
        "Changes apply in order, on top of the shared session: an earlier change, a condition or a new "
        "version of the session has taken the slide out.",
    ),
    Code(
        "DB216",
        "unknown part",
        "`to` names the title of a part that the session does not have.",
        "The slide would stand nowhere.",
    ),
    Code(
        "DB217",
        "key where it may not stand",
        "A key is declared for slides or for notes alone (`used-in`), and stands in the other.",
        "What trainers may read is not always what everyone may see.",
    ),
    Code(
        "DB218",
        "mandatory slide missing",
        "A slide of the session's `mandatory` is not in the deck: a condition or a change keeps it out, or "
        "no part uses it.",
        "Whoever owns the session says that everybody must see the slide.",
    ),
    Code(
        "DB219",
        "local slide that is not used",
        "A local session has a slide that none of its changes brings in.",
        "The slide would be in no deck, and its author would look for it there.",
    ),
    Code(
        "DB220",
        "slide brought in for whom it is not",
        "A change brings a slide in whose condition, or whose module's, leaves this profile out.",
        "Change and condition contradict each other, and only their authors can say which is right.",
    ),
    Code(
        "DB221",
        "briefing with a slide that is not there",
        "A box of the session's `briefing` names a slide that the deck does not have.",
        "The box would lack the slide's words, and nobody would miss them. Where a local session took the "
        "slide out this is a warning: the trainer cannot change the briefing.",
    ),
    Code(
        "DB222",
        "box of the briefing with nothing in it",
        "The text of the box is for other profiles, or none of its slides is in the deck.",
        "A briefing has seven boxes, and readers look for what each heading promises.",
    ),
    Code(
        "DB223",
        "document that the session cannot have",
        "A kind of document is named, by `handouts` or `--format`, and the session has not what it is made "
        "of: a `seven-minute-briefing` is made of the session's `briefing`.",
        "The file would be a page of empty boxes.",
    ),
    Code(
        "DB225",
        "slides without minutes",
        "The minutes of the slides add up to less than the session's `minutes`, and slides say none.",
        "The facilitator guide can only show the time that is left as time in hand: nobody knows what these "
        "slides take of it.",
    ),
)
