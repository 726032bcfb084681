"""SARIF 2.1.0: its shape, its places, its rules, and fingerprints that outlive an edit."""

import json
from dataclasses import replace

import pytest

from deckbuild.diagnostics import Diagnostic, SourceMap, error
from deckbuild.diagnostics.codes import CODES
from deckbuild.diagnostics.emit import render
from deckbuild.model.origin import Origin
from deckbuild.read.nodes import parse
from tests.unit.diagnostics.given import BRAND, COMMAND, DOCUMENT, FIELD, LINE, OUTPUT, TEXT, TWICE, places
from tests.unit.diagnostics.sarif_shape import faults

EVERY = [BRAND, TWICE, FIELD, LINE, OUTPUT, COMMAND]


def run(found: list[Diagnostic], source_map: SourceMap | None = None) -> dict[str, list[dict[str, object]]]:
    log = json.loads(render(found, source_map or places(), "sarif"))
    assert faults(log) == []
    return log["runs"][0]


def fingerprints(found: list[Diagnostic], source_map: SourceMap | None = None) -> list[object]:
    return [each["partialFingerprints"]["deckbuild/v1"] for each in run(found, source_map)["results"]]


@pytest.mark.parametrize("found", [[], EVERY, [replace(each, deck="year/all") for each in EVERY]])
def test_a_log_has_the_shape_of_the_standard(found: list[Diagnostic]):
    assert len(run(found)["results"]) == len(found)


def test_the_shape_is_looked_at():
    log = json.loads(render([BRAND], places(), "sarif"))
    log["runs"][0]["results"][0]["level"] = "info"
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    del log["runs"][0]["tool"]["driver"]["name"]

    assert len(faults(log)) == 3


def test_a_result_has_its_place_relative_to_the_project_with_the_source_line():
    assert run([BRAND])["results"][0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "decks/sessions/year%2C%201%25.yaml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 2, "startColumn": 8, "endColumn": 13},
                "contextRegion": {"startLine": 2, "snippet": {"text": "brand: plane"}},
            },
            "logicalLocations": [{"fullyQualifiedName": "brand"}],
        }
    ]


def test_a_second_place_is_a_related_location():
    related = run([TWICE])["results"][0]["relatedLocations"]

    assert [(each["id"], each["message"]["text"]) for each in related] == [(1, "the first call")]


def test_what_stands_in_no_file_has_no_location():
    assert "locations" not in run([COMMAND])["results"][0]


def test_a_file_outside_the_project_has_an_absolute_address():
    found = [error("DB108", "x", Origin("/home/ann/my session.yaml"))]
    location = run(found)["results"][0]["locations"][0]

    assert location["physicalLocation"]["artifactLocation"] == {"uri": "file:///home/ann/my%20session.yaml"}


def test_rules_are_those_of_the_results_with_their_pages():
    made = run([TWICE, BRAND, BRAND])
    rules = made["tool"]["driver"]["rules"]

    assert [each["id"] for each in rules] == ["DB161", "DB206"]
    assert [rules[each["ruleIndex"]]["id"] for each in made["results"]] == ["DB161", "DB206"]
    assert rules[0]["shortDescription"]["text"] == CODES["DB161"].title
    assert "Instead:" in rules[0]["help"]["markdown"]


def test_levels_are_those_of_the_standard():
    severities = ("error", "warning", "info")
    found = [Diagnostic("DB301", each, "x", Origin(DOCUMENT)) for each in severities]

    assert [each["level"] for each in run(found)["results"]] == ["error", "warning", "note"]


def test_brackets_of_a_message_make_no_link():
    found = [error("DB121", "the link [page](1) leads nowhere", Origin(DOCUMENT))]

    assert run(found)["results"][0]["message"]["text"] == "the link \\[page](1) leads nowhere."


def test_fingerprints_stay_when_lines_and_entries_are_put_before():
    moved = SourceMap()
    parse(
        DOCUMENT, TEXT.replace("parts:\n", "parts:\n  - title: New\n    slides: [new]\n").encode(), moved, []
    )
    path = ("parts", 1, "slides")
    twice = replace(
        TWICE, origin=Origin(DOCUMENT, (*path, 1)), related=((Origin(DOCUMENT, (*path, 0)), "x"),)
    )

    assert fingerprints([BRAND, twice], moved) == fingerprints([BRAND, TWICE])


def test_two_findings_of_one_kind_have_two_fingerprints():
    again = replace(TWICE, origin=Origin(DOCUMENT, ("parts", 0, "slides", 0)))

    assert len(set(fingerprints([TWICE, again]))) == 2
