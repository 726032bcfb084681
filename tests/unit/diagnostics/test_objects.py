"""The form for programs: JSON that holds all that the text says."""

import json

from deckbuild import __version__
from deckbuild.diagnostics.emit import json_objects, render
from tests.unit.diagnostics.given import COMMAND, DOCUMENT, TWICE, places


def test_a_finding_is_an_object_with_its_places():
    assert json_objects([TWICE], places()) == [
        {
            "code": "DB206",
            "severity": "error",
            "message": "the slide “words” stands in the session twice",
            "file": DOCUMENT,
            "line": 5,
            "column": 21,
            "path": ["parts", 0, "slides", 1],
            "hints": ["Take one of the two calls out."],
            "related": [{"message": "the first call", "file": DOCUMENT, "line": 5, "column": 14}],
            "decks": [],
            "count": 1,
        }
    ]


def test_what_stands_in_no_file_has_no_place():
    found = json_objects([COMMAND], places())[0]

    assert (found["file"], found["line"], found["column"]) == (None, None, None)


def test_the_whole_is_one_document_even_without_findings():
    assert json.loads(render([], places(), "json")) == {"deckbuild": __version__, "diagnostics": []}
