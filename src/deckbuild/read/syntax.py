"""A fault of libyaml in, one diagnostic in plain words out. Runs only when a file cannot be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from deckbuild.diagnostics import Diagnostic, Place, SourceMap, error
from deckbuild.read.places import place_of

if TYPE_CHECKING:
    import yaml


class _Meaning(NamedTuple):
    """What a message of libyaml means for an author."""

    problem: str
    """Words of libyaml's message."""
    plain: str
    hint: str
    at_start: bool = False
    """True where the mistake is the beginning of what was being read, not the place where reading stopped."""


_CLOSE = "Close what is opened here."
_QUOTE = "Put the text in quotation marks."
_INDENT = "Indent this line like its neighbours, with spaces."

_ENTRY = re.compile(r"((?: |- )*)[A-Za-z][\w.-]*:(?: +([^#\s].*))?\s*")
"""A line with a field: its indentation, and its text where it has one."""

_MEANINGS = (
    _Meaning(
        "mapping values are not allowed",
        "a colon and a space stand where no value can begin",
        "Put the text in quotation marks: a colon and a space begin a value.",
    ),
    _Meaning(
        "could not find expected ':'",
        "a line is neither a key with its colon nor part of a text",
        "Write a colon and a space after the key, or indent the line.",
        at_start=True,
    ),
    _Meaning(
        "did not find expected key",
        "this belongs neither to the mapping around it nor to the text before it",
        "Indent the line like its neighbours, or put the whole text in quotation marks.",
    ),
    _Meaning(
        "did not find expected '-' indicator",
        "this is no entry of the list around it",
        "Begin the entry with “- ”, or indent the line.",
    ),
    _Meaning("did not find expected ',' or ']'", "a list in brackets is not closed", _CLOSE, at_start=True),
    _Meaning("did not find expected ',' or '}'", "a mapping in braces is not closed", _CLOSE, at_start=True),
    _Meaning("found unexpected end of stream", "a quotation mark is not closed", _CLOSE, at_start=True),
    _Meaning(
        "found unexpected end of file", "the file ends before a bracket or brace is closed", "Close it."
    ),
    _Meaning("found unexpected document indicator", "a quotation mark is not closed", _CLOSE, at_start=True),
    _Meaning(
        "block sequence entries are not allowed",
        "a list begins where none can begin",
        "Begin the list on a line of its own.",
    ),
    _Meaning(
        "did not find expected node content",
        "a value is missing, or begins with a sign that YAML keeps for itself",
        _QUOTE,
    ),
    _Meaning(
        "did not find expected alphabetic or numeric character",
        "a text begins with “*” or “&”, which YAML keeps for itself",
        _QUOTE,
    ),
    _Meaning("found character that cannot start", "no text may begin with this sign", _QUOTE),
    _Meaning(
        "found unknown escape character",
        "YAML does not know this backslash sequence",
        "Write two backslashes, or use single quotation marks.",
    ),
    _Meaning("undefined tag handle", "an exclamation mark begins a tag", _QUOTE),
    _Meaning("did not find expected <document start>", "this stands after the end of the mapping", _INDENT),
)


def explain(fault: yaml.MarkedYAMLError, document: str, places: SourceMap) -> Diagnostic:
    """Return the one diagnostic of a file that cannot be read."""
    stopped = place_of(fault.problem_mark)
    began = place_of(fault.context_mark or fault.problem_mark)
    problem = fault.problem or "it breaks off"
    line = places.line(document, stopped.line)
    if "\t" in line[: len(line) - len(line.lstrip())] or line[stopped.column - 1 : stopped.column] == "\t":
        origin = places.mark(document, stopped)
        message = "a tab stands in the indentation; wanted spaces"
        return error("DB103", message, origin, ["Replace the tab by spaces."])
    if "mapping values are not allowed" in problem and (deeper := _deeper(document, stopped.line, places)):
        return deeper
    if "expected node content" in problem and not line.strip():
        problem = "found unexpected end of file"
    unknown = _Meaning("", problem, "Compare this line with its neighbours.")
    meaning = next((each for each in _MEANINGS if each.problem in problem), unknown)
    first, second = (began, stopped) if meaning.at_start else (stopped, began)
    related = "reading stopped here" if meaning.at_start else "what was being read begins here"
    return error(
        "DB101",
        f"the file cannot be read as YAML: {meaning.plain}",
        places.mark(document, first),
        [meaning.hint],
        [(places.mark(document, second), related)] if first.line != second.line else [],
    )


def _deeper(document: str, number: int, places: SourceMap) -> Diagnostic | None:
    """Return the fault of a line that is indented deeper than the `key: text` before it, if it is one."""
    line = places.line(document, number)
    before = next(
        (each for each in range(number - 1, 0, -1) if places.line(document, each).strip()),
        0,
    )
    above = _ENTRY.fullmatch(places.line(document, before))
    here = _ENTRY.fullmatch(line)
    if not above or not here or len(here[1]) <= len(above[1]) or not above[2]:
        return None
    message = "the line is indented deeper than the field before it, which has its text already"
    return error(
        "DB101",
        f"the file cannot be read as YAML: {message}",
        places.mark(document, Place(number, len(here[1]) + 1)),
        [_INDENT],
        [(places.mark(document, Place(before, len(above[1]) + 1)), "the field before it stands here")],
    )
