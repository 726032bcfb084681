"""Files and the system (5xx)."""

from __future__ import annotations

from deckbuild.diagnostics.catalogue.code import Code

ENTRIES = (
    Code(
        "DB501",
        "output cannot be written",
        "The system refuses to write a file; the previous output is untouched.",
        "The file is open in another program, the disk is full, or the folder may not be written to.",
    ),
    Code(
        "DB502",
        "file cannot be read",
        "The system refuses to read a file that exists.",
        "Its permissions keep you out, or another program holds it.",
    ),
    Code(
        "DB504",
        "unknown format",
        "The command asks for a format that deckbuild does not write.",
        "`deckbuild build --help` lists the formats.",
    ),
    Code(
        "DB505",
        "cache cannot be used",
        "The system refuses to read or write the folder of the cache; the build goes on, and makes all "
        "of it anew.",
        "The disk is full, or the folder belongs to somebody else. `deckbuild cache info` names it.",
    ),
    Code(
        "DB506",
        "part of the cache was damaged",
        "Something in the cache is not what was once written there; it is made anew, and the outputs "
        "are right.",
        "The disk lost it, or another program changed it.",
    ),
)
