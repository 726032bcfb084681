"""A release is one bundle that proves itself, and is refused where something is open."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import make
from deckbuild.bundle.manifest import MANIFEST, Manifest, decoded
from deckbuild.diagnostics import Diagnostic
from deckbuild.diagnostics.errors import CannotRunError
from deckbuild.pipeline.bundles import earlier
from deckbuild.pipeline.release import Released, ReleaseRequest, release
from deckbuild.pipeline.release_rules import release_day
from deckbuild.pipeline.request import Step
from tests.support.bundles import LIGHT, digest, released
from tests.support.small import FACTS, SESSION, SMALL, WORDS, write_project

SCHEMA = Path(make.__file__).parent / "src/deckbuild/schemas/manifest.json"
SLOT = {
    **LIGHT,
    "decks/deckbuild.yaml": "name: Gardens\norganisation: Garden Society\n"
    "keys:\n  local.phone: {type: phone, explain: The desk}\n",
    "decks/modules/words.yaml": WORDS.replace("A garden is a classroom.", "Ring {{ local.phone }}."),
}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Released:
    """The small project's first release, with its list of fonts and pictures."""
    return released(tmp_path_factory.mktemp("first"), files=SMALL, spdx=True)


def members(bundle: Released) -> dict[str, bytes]:
    with zipfile.ZipFile(bundle.path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def manifest_of(bundle: Released) -> Manifest:
    found = decoded(members(bundle)[MANIFEST])
    assert isinstance(found, Manifest)
    return found


def refused(folder: Path, files: dict[str, str] | None = None, **more: object) -> list[Diagnostic]:
    """Return why a release of the small project is refused; no bundle may stand."""
    write_project(folder, files or LIGHT)
    result = release(ReleaseRequest(folder, "1.0.0", **more))  # type: ignore[arg-type]
    assert result.bundle is None
    assert list(folder.rglob("*.zip")) == []
    return [each for each in result.diagnostics if each.severity == "error"]


def test_a_bundle_holds_decks_packs_and_its_records(first: Released):
    names = list(members(first))

    assert first.path.name == "gardens-1.0.0.zip"
    assert first.path.parent.name == "releases"
    assert names == sorted(names)
    assert {name for name in names if "/" not in name} == {
        "CHANGES.md",
        "SHA256SUMS",
        "manifest.json",
        "provenance.json",
        "spdx.json",
    }
    assert {"small/school/small-school.pptx", "small/club/small-club-facilitator-guide.pdf"} <= set(names)
    assert (first.sha256, first.bytes) == (digest(first.path.read_bytes()), first.path.stat().st_size)


def test_the_manifest_says_what_the_bundle_is_made_of(first: Released):
    manifest, files = manifest_of(first), members(first)
    read = {each.path for each in manifest.inputs}

    assert (
        list(Draft202012Validator(json.loads(SCHEMA.read_text())).iter_errors(json.loads(files[MANIFEST])))
        == []
    )
    assert {each.path: each.sha256 for each in manifest.outputs} == {
        name: digest(data) for name, data in files.items() if "/" in name
    }
    assert {
        "decks/deckbuild.yaml",
        "decks/modules/facts.yaml",
        "assets/images/hands-paper-family.png",
    } <= read
    assert {each.path: each.licence for each in manifest.assets if each.kind == "font"} == {
        f"assets/fonts/arimo/Arimo-{face}.ttf": "OFL-1.1"
        for face in ("Bold", "BoldItalic", "Italic", "Regular")
    }
    assert (manifest.day, manifest.day_from, manifest.since) == ("2026-11-23", "sessions", None)
    assert [(each.id, each.review) for each in manifest.reviews][:1] == [("small", "2027-11-23")]
    assert [(each.id, each.licence) for each in manifest.sources] == [("garden-2020", "invented for tests")]
    assert [(each.profile, each.modules) for each in manifest.decks] == [
        ("school", ["facts", "words"]),
        ("club", ["facts", "words"]),
    ]


def test_files_that_were_not_read_are_no_inputs(first: Released):
    assert [each.path for each in manifest_of(first).inputs if "severn-vale" in each.path] == []


def test_the_provenance_is_about_every_member_but_sums_and_itself(first: Released):
    files = members(first)
    subject = json.loads(files["provenance.json"])["subject"]

    assert {each["name"]: each["digest"]["sha256"] for each in subject} == {
        name: digest(data) for name, data in files.items() if name not in ("provenance.json", "SHA256SUMS")
    }


def test_the_same_project_gives_the_same_bundle_and_a_second_release_writes_nothing(
    first: Released, tmp_path: Path
):
    again = released(tmp_path / "elsewhere", files=SMALL, spdx=True)
    once_more = release(ReleaseRequest(tmp_path / "elsewhere", "1.0.0", spdx=True)).bundle

    assert again.path.read_bytes() == first.path.read_bytes()
    assert once_more is not None
    assert (again.written, once_more.written) == (True, False)


def test_the_next_release_is_compared_with_the_last_one_before_it(first: Released, tmp_path: Path):
    for version in ("1.0.0", "2.0.0"):
        (tmp_path / f"gardens-{version}.zip").write_bytes(first.path.read_bytes())
    files = {**LIGHT, "decks/modules/facts.yaml": FACTS.replace("In the morning.", "In the evening.")}

    next_ = released(tmp_path / "project", "1.1.0", files, output=tmp_path)

    text = members(next_)["CHANGES.md"].decode()
    assert next_.since == "1.0.0"
    assert manifest_of(next_).since is not None
    assert text.count("### ") == 1
    assert "### Changed: “Two rules”\n\nSlide 7, in every deck.\n" in text
    assert "In the ~~morning~~ **evening**." in text


def test_one_session_is_released_under_its_own_name_however_often_it_is_named(tmp_path: Path):
    for sessions in (("small",), ("small", "small")):
        bundle = released(tmp_path, "1.0.0", sessions=sessions, since=None)
        assert bundle.path.name == "small-1.0.0.zip"


def test_words_of_documents_that_stand_on_no_slide_are_told(tmp_path: Path):
    session = f"{SESSION}aims: [To help people sow in spring.]\n"
    pack = "handouts: {pack: [narrative, certificate, html]}\n"
    path = "decks/sessions/small.yaml"
    released(tmp_path / "a", files={**LIGHT, path: session + pack}, output=tmp_path)
    for old, new in (("1.0.0", "1.1.0"), ("11-23", "11-24"), ("in spring", "in March"), ("s: 60", "s: 90")):
        session = session.replace(old, new, 1)

    next_ = released(tmp_path / "b", "1.1.0", {**LIGHT, path: session + pack}, output=tmp_path)

    text = members(next_)["CHANGES.md"].decode()
    assert "The slides and their notes say what they said.\n\n### In the documents\n" in text
    assert "- Reading handout: To help people sow in ~~spring~~ **March**.\n" in text
    (hours,) = [each for each in text.splitlines() if each.startswith("- Certificate of attendance: ")]
    assert "(~~60~~ **90** minutes) · Version 1.1.0, 24 November 2026" in hours


def test_what_is_released_under_a_version_stays_what_it_is(tmp_path: Path):
    bundle = released(tmp_path, sessions=("small",))
    before = bundle.path.read_bytes()
    write_project(tmp_path, {"decks/modules/facts.yaml": FACTS.replace("In the morning.", "At noon.")})

    result = release(ReleaseRequest(tmp_path, "1.0.0", ("small",)))

    assert (result.bundle, [each.code for each in result.diagnostics]) == (None, ["DB604"])
    assert bundle.path.read_bytes() == before


def test_a_project_with_an_error_is_not_released(tmp_path: Path):
    files = {**SMALL, "decks/modules/words.yaml": WORDS.replace("layout: statement", "layout: statment")}

    assert [each.code for each in refused(tmp_path, files)] == ["DB117"]


def test_an_open_slot_refuses_a_release_at_its_place_unless_it_is_named(tmp_path: Path):
    (found,) = refused(tmp_path, SLOT)
    assert (found.code, found.word, found.deck) == ("DB601", "local.phone", "small/school")
    assert (found.origin.document, found.origin.path[:2]) == (
        "decks/modules/words.yaml",
        ("slides", "school"),
    )

    result = release(ReleaseRequest(tmp_path, "1.0.0", allow=("slot:local.phone",)))

    assert result.bundle is not None
    assert [each.code for each in result.diagnostics if each.severity == "warning"] == ["DB214"]
    assert manifest_of(result.bundle).allowed == ["slot:local.phone"]


def test_an_expired_review_refuses_a_release_at_its_place_unless_it_is_named(tmp_path: Path):
    found = refused(tmp_path, on="2027-11-24")
    assert sorted((each.code, each.origin.document) for each in found) == [
        ("DB602", "decks/modules/facts.yaml"),
        ("DB602", "decks/modules/words.yaml"),
        ("DB602", "decks/sessions/small.yaml"),
    ]

    assert refused(tmp_path, on="2027-11-24", allow=("review:facts", "review:words"))[0].origin.document == (
        "decks/sessions/small.yaml"
    )
    allow = ("review:facts", "review:words", "review:small")
    assert release(ReleaseRequest(tmp_path, "1.0.0", allow=allow, on="2027-11-24")).bundle is not None


def test_on_the_day_of_its_review_a_session_is_released(tmp_path: Path):
    assert released(tmp_path, on="2027-11-23").written


def test_an_allowance_that_nothing_needs_is_a_warning(tmp_path: Path):
    write_project(tmp_path, SLOT)
    result = release(ReleaseRequest(tmp_path, "1.0.0", allow=("slot:local.phone", "slot:local.phon")))

    (idle,) = [each for each in result.diagnostics if each.code == "DB603"]
    assert idle.hints == ("Write `slot:local.phone`.",)


def test_the_day_is_the_named_one_else_the_epochs_else_the_newest_of_the_sessions(tmp_path: Path):
    from deckbuild.pipeline.plan import prepare
    from deckbuild.pipeline.request import BuildRequest

    other = SESSION.replace("date: 2026-11-23", "date: 2026-12-01")
    write_project(tmp_path, {**LIGHT, "decks/sessions/other.yaml": other})
    sessions = prepare(BuildRequest(tmp_path)).project.sessions.values()

    assert release_day("2027-01-02", "0", sessions) == ("2027-01-02", "option")
    assert release_day(None, "1798761599", sessions) == ("2026-12-31", "SOURCE_DATE_EPOCH")
    assert release_day(None, None, sessions) == ("2026-12-01", "sessions")
    assert release_day(None, "", sessions) == ("2026-12-01", "sessions")


@pytest.mark.parametrize(
    "more",
    [
        {"version": "next"},
        {"version": "../1"},
        {"version": "1 0"},
        {"version": "1.0."},
        {"version": "1..0"},
        {"version": "1.0-"},
        {"version": "1-2-3"},
        {"version": "1" * 42},
        {"version": "1.0\n"},
        {"version": "1.٣"},
        {"allow": ("local.phone",)},
        {"on": "tomorrow"},
        {"epoch": "yesterday"},
        {"epoch": "9" * 30},
        {"epoch": "9" * 15},
        {"epoch": "1_000"},
        {"epoch": " 5"},
        {"epoch": "٣"},
        {"epoch": "1700000000.5"},
        {"sessions": ("local/evening.yaml",)},
        {"since": Path("nowhere.zip")},
    ],
)
def test_a_request_that_cannot_be_understood_ends_the_command(tmp_path: Path, more: dict[str, object]):
    write_project(tmp_path, LIGHT)

    with pytest.raises(CannotRunError):
        release(ReleaseRequest(**{"project": tmp_path, "version": "1.0.0", **more}))  # type: ignore[arg-type]


def test_a_session_that_there_is_not_ends_the_command(tmp_path: Path):
    write_project(tmp_path, LIGHT)
    result = release(ReleaseRequest(tmp_path, "1.0.0", ("smal",)))

    assert (result.could_run, result.bundle) == (False, None)


def test_a_file_that_changes_while_the_release_is_built_refuses_it(tmp_path: Path):
    write_project(tmp_path, LIGHT)

    def change(step: Step) -> None:
        if step.total and not step.done:
            write_project(tmp_path, {"decks/modules/facts.yaml": f"{FACTS}\n"}, assets=False)

    result = release(ReleaseRequest(tmp_path, "1.0.0"), change)

    assert result.bundle is None
    assert [(each.code, each.origin.document) for each in result.diagnostics] == [
        ("DB605", "decks/modules/facts.yaml")
    ]


def test_a_damaged_bundle_to_compare_with_is_said(first: Released, tmp_path: Path):
    (tmp_path / "old.zip").write_bytes(first.path.read_bytes()[:-9])

    assert [each.code for each in refused(tmp_path / "p", since=tmp_path / "old.zip")] == ["DB610"]


def test_the_bundle_before_a_version_is_found_by_the_order_of_versions(tmp_path: Path):
    for name in ("a-1.9.0", "a-1.10.0", "a-1.10.0-rc.1", "a-2.0.0", "b-1.9.5", "a-b-1.9.9", "a-old"):
        (tmp_path / f"{name}.zip").write_bytes(b"")

    def before(version: str) -> str | None:
        path = earlier(tmp_path, "a", version)
        return path.name if path else None

    assert before("1.10.1") == "a-1.10.0.zip"
    assert before("1.10.0") == "a-1.10.0-rc.1.zip"
    assert before("1.10.0-rc.1") == "a-1.9.0.zip"
    assert before("2.0.0") == "a-1.10.0.zip"
    assert before("1.9.0") is None
    assert earlier(tmp_path / "nowhere", "a", "1") is None


def test_a_bundle_is_a_plain_zip_of_stored_members_of_1980(first: Released):
    with zipfile.ZipFile(io.BytesIO(first.path.read_bytes())) as archive:
        facts = {
            (each.compress_type, each.date_time, each.extra, each.create_system)
            for each in archive.infolist()
        }

    assert facts == {(zipfile.ZIP_STORED, (1980, 1, 1, 0, 0, 0), b"", 0)}
