"""The records of a bundle: manifest, digests, provenance, licences, SPDX, and what has changed in words."""

from __future__ import annotations

import json
from hashlib import sha1
from pathlib import Path

import msgspec
import pytest
from jsonschema import Draft202012Validator

import make
from deckbuild.bundle.changes import changes
from deckbuild.bundle.diff.compare import comparison
from deckbuild.bundle.diff.values import DeckText, DocumentChange, Piece, SlideText
from deckbuild.bundle.licences import UNKNOWN, Licence, licence
from deckbuild.bundle.manifest import ReviewEntry, SourceEntry, decoded, encoded
from deckbuild.bundle.provenance import statement
from deckbuild.bundle.spdx import Asset, document
from deckbuild.bundle.sums import read, written
from deckbuild.bundle.tool import PACKAGES, tool
from tests.support.bundles import DECK, FILES, deck_entry, digest, manifest

ROOT = Path(make.__file__).parent
SCHEMA = json.loads((ROOT / "src/deckbuild/schemas/manifest.json").read_text(encoding="utf-8"))


def test_a_manifest_is_what_its_schema_says_and_reads_back():
    assert list(Draft202012Validator(SCHEMA).iter_errors(json.loads(encoded(manifest())))) == []
    assert decoded(encoded(manifest())) == manifest()


def test_the_schema_refuses_what_the_reader_refuses():
    for change in ({"version": 1}, {"day": "23.11.2026"}, {"outputs": [{}]}, {"form": 0}, {"tool": None}):
        value = json.loads(encoded(manifest())) | change
        assert not Draft202012Validator(SCHEMA).is_valid(value), change
        assert isinstance(decoded(json.dumps(value).encode()), str), change


def test_every_field_of_the_schema_is_explained():
    for name, definition in SCHEMA["$defs"].items():
        for field, node in definition["properties"].items():
            assert node["description"].endswith("."), (name, field)


def test_sums_are_read_back_and_a_line_that_is_none_is_numbered():
    digests = {"b": digest(b"1"), "a x": digest(b"2")}

    assert written(digests) == f"{digest(b'2')}  a x\n{digest(b'1')}  b\n".encode()
    assert read(written(digests)) == (digests, [])
    assert read(written(digests) + b"\n" + written(digests)) == (digests, [3, 4, 5])


def test_the_packages_whose_versions_are_told_are_dependencies():
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")

    assert [each for each in PACKAGES if f'"{each}>=' not in project] == []
    assert {"lxml", "msgspec", "uharfbuzz"} <= tool().dependencies.keys()


def test_the_provenance_names_what_was_built_of_what():
    value = json.loads(statement(manifest(), {name: digest(data) for name, data in FILES.items()}))

    assert value["_type"] == "https://in-toto.io/Statement/v1"
    assert value["predicateType"] == "https://slsa.dev/provenance/v1"
    assert value["subject"][1] == {"name": DECK, "digest": {"sha256": digest(FILES[DECK])}}
    definition = value["predicate"]["buildDefinition"]
    assert definition["externalParameters"]["version"] == "1.0.0"
    assert definition["resolvedDependencies"] == [
        {"name": "decks/sessions/garden.yaml", "digest": {"sha256": digest(b"abc")}},
        {"name": "lxml", "uri": "pkg:pypi/lxml@5.3"},
    ]
    assert set(value["predicate"]["runDetails"]["builder"]) == {"id", "version"}


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        ({}, Licence(UNKNOWN)),
        (
            {"a/OFL.txt": "Copyright 2020 A\n\nSIL OPEN FONT\nLICENSE Version 1.1"},
            Licence("OFL-1.1", "a/OFL.txt", "Copyright 2020 A"),
        ),
        (
            {"a/f.ttf.license": "SPDX-FileCopyrightText: 2021 B\nSPDX-License-Identifier: CC0-1.0\n"},
            Licence("CC0-1.0", "a/f.ttf.license", "2021 B"),
        ),
        (
            {"a/LICENSE": "Ask us."},
            Licence("LicenseRef-a-LICENSE", "a/LICENSE", UNKNOWN, "Ask us."),
        ),
        (
            {"a/LICENSE": "Ask us.", "a/f.ttf.license": "SPDX-License-Identifier: MIT"},
            Licence("MIT", "a/f.ttf.license"),
        ),
        ({"LICENSE": "of all the rest"}, Licence(UNKNOWN)),
    ],
)
def test_a_licence_is_that_of_the_file_beside_or_of_the_folder(files: dict[str, str], wanted: Licence):
    assert licence("a/f.ttf", files.get) == wanted


def test_an_spdx_document_has_every_file_with_its_digests_and_licence():
    assets = [
        Asset("assets/a.ttf", b"font", Licence("OFL-1.1", "assets/OFL.txt", "Copyright A")),
        Asset("assets/b.png", b"picture", Licence("LicenseRef-b", "assets/LICENSE", UNKNOWN, "Ask us.")),
    ]
    value = json.loads(document(manifest(), assets))

    assert value["spdxVersion"] == "SPDX-2.3"
    assert value["creationInfo"]["created"] == "2026-11-23T00:00:00Z"
    assert [each["fileName"] for each in value["files"]] == ["./assets/a.ttf", "./assets/b.png"]
    assert [each["licenseConcluded"] for each in value["files"]] == ["OFL-1.1", "LicenseRef-b"]
    assert value["files"][0]["checksums"][0]["checksumValue"] == sha1(b"font").hexdigest()
    assert value["hasExtractedLicensingInfos"] == [
        {"licenseId": "LicenseRef-b", "extractedText": "Ask us.", "name": "LicenseRef-b"}
    ]
    ids = {value["SPDXID"], value["packages"][0]["SPDXID"], *(each["SPDXID"] for each in value["files"])}
    ends = {each[end] for each in value["relationships"] for end in ("spdxElementId", "relatedSpdxElement")}
    assert ends == ids


def test_another_picture_gives_the_spdx_document_another_name():
    def name(data: bytes) -> str:
        asset = Asset("a.png", data, Licence(UNKNOWN))
        return str(json.loads(document(manifest(), [asset]))["documentNamespace"])

    assert name(b"1") == name(b"1") != name(b"2")


def deck(text: str) -> DeckText:
    slide = SlideText("words/one", "", {"title": ("One",), "text": (text,)})
    return DeckText("A garden", "", "", (slide,))


def test_a_first_release_has_no_changes_and_says_so():
    text = changes(manifest(), None, None).decode()

    assert text.startswith("# Gardens, release 1.0.0\n\nThis is the first release that is kept here")
    assert "## A garden\n\nVersion 1.0.0 of 23 November 2026. 1 deck, for The school.\n" in text


def test_changes_are_told_once_for_the_decks_that_share_them_in_words():
    old = manifest(version="1.0.0", decks=[deck_entry("school"), deck_entry("club")])
    new = manifest(version="1.1.0", decks=[deck_entry("school", "1.1.0"), deck_entry("club", "1.1.0")])
    before = {"garden/school": deck("Water in the morning"), "garden/club": deck("Water in the morning")}
    after = {"garden/school": deck("Water in the evening"), "garden/club": deck("Water in the evening")}

    text = changes(new, old, comparison("1.0.0", "1.1.0", before, after)).decode()

    assert "What has changed since release 1.0.0." in text
    assert "Version 1.1.0 of 23 November 2026; before, version 1.0.0 of 23 November 2026." in text
    assert text.count("### Changed: “One”") == 1
    assert "Slide 1, in every deck.\n\n- Text: Water in the ~~morning~~ **evening**\n" in text


def test_changes_of_one_agency_name_it():
    new = manifest(version="1.1.0", decks=[deck_entry("school"), deck_entry("club")])
    before = {"garden/school": deck("a b c"), "garden/club": deck("a b c")}
    after = before | {"garden/club": deck("a b d")}

    text = changes(new, new, comparison("1.0.0", "1.1.0", before, after)).decode()

    assert "Slide 1, in the deck for The club." in text


def test_what_came_and_went_is_told():
    source = SourceEntry("s", "Ann", "2020", "A book", "Press", "free")
    old = manifest(
        decks=[deck_entry("school"), deck_entry("club")], sources=[source], sessions=["garden", "pond"]
    )
    new = manifest(version="2.0.0", decks=[deck_entry("school"), deck_entry("farm")])
    new = msgspec.structs.replace(new, outputs=new.outputs[1:])

    text = changes(new, old, comparison("1", "2", {}, {})).decode()

    assert "- New: a deck for The farm.\n- No longer there: the deck for The club.\n" in text
    assert "- No longer made: `slides`." in text
    assert "- No longer cited: Ann (2020): A book." in text
    assert "## pond\n\nThe session is not in this release." in text


def test_words_of_documents_are_told_for_the_agencies_that_have_them():
    new = manifest(version="1.1.0", decks=[deck_entry("school"), deck_entry("club")])
    gone, more = Piece("removed", "soon"), Piece("added", "now")
    told = [
        DocumentChange("garden", ("Certificate",), ("The club",), ((gone, more),)),
        DocumentChange("garden", ("Guide", "Plan"), ("The school", "The club"), ((gone,), (more,))),
        DocumentChange("pond", ("Guide",), ("The school",), ((gone,),)),
    ]

    text = changes(new, new, comparison("1", "2", {}, {}), told).decode()

    assert (
        "- Certificate, for The club: ~~soon~~ **now**\n- Guide and Plan:\n  - ~~soon~~\n  - **now**\n\n"
        in text
    )
    assert text.count("~~soon~~") == 2


def test_reviews_are_listed_by_their_day_and_overdue_ones_marked():
    reviews = [
        ReviewEntry("session", "garden", "A garden", "Ann", "2027-01-01"),
        ReviewEntry("module", "words", "Words | more", "Ben", "2026-01-01"),
    ]

    assert (
        changes(manifest(reviews=reviews), None, None)
        .decode()
        .endswith(
            "| by | what | who |\n|---|---|---|\n"
            "| 1 January 2026 (overdue) | module: Words \\| more | Ben |\n"
            "| 1 January 2027 | session: A garden | Ann |\n"
        )
    )
