"""The commands that answer questions about a project, as a board administrator gives them."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.cli import deckbuild, environment
from tests.support.starter import change, starter_project


def line_of(folder: Path, name: str, text: str) -> int:
    """Return the number of the line of a file that has a text."""
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    (number,) = (n for n, line in enumerate(lines, 1) if text in line)
    return number


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that tests of this file may ask but not change."""
    return starter_project(tmp_path_factory.mktemp("project"))


def answer(*arguments: str, folder: Path) -> Mapping[str, object]:
    """Return the JSON of a command that finds nothing wrong."""
    done = deckbuild(*arguments, "--json", folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_json_has_sorted_keys_and_the_version(project: Path):
    for arguments in (("list",), ("matrix",), ("why", "neglect/signs"), ("slots",), ("explain", "DB301")):
        text = deckbuild(*arguments, "--json", folder=project).stdout
        value = json.loads(text)
        assert (arguments, json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n") == (
            arguments,
            text,
        )
        assert "deckbuild" in value


# list


def test_list_tells_what_there_is(project: Path):
    found = answer("list", folder=project)

    assert [each["id"] for each in found["sessions"]] == ["noticing-neglect"]
    assert [each["id"] for each in found["modules"]] == ["neglect", "police", "spare", "welcome"]
    assert [each["id"] for each in found["profiles"]] == ["health", "police", "schools"]
    assert [each["id"] for each in found["brands"]] == ["riverside"]
    assert found["sessions"][0]["file"] == "decks/sessions/noticing-neglect.yaml"


def test_list_counts_what_a_profile_brings_in_as_used(project: Path):
    modules = {each["id"]: each["used-by"] for each in answer("list", "modules", folder=project)["modules"]}

    assert modules == {
        "neglect": ["noticing-neglect"],
        "police": ["noticing-neglect"],
        "spare": [],
        "welcome": ["noticing-neglect"],
    }


def test_list_layouts_has_their_fields(project: Path):
    layouts = {each["id"]: each for each in answer("list", "layouts", folder=project)["layouts"]}
    text = deckbuild("list", "layouts", "bullets", folder=project).stdout

    assert [field["name"] for field in layouts["bullets"]["fields"]] == ["lead", "items", "close"]
    assert "items  items   required" in text


def test_list_in_a_pipe_is_aligned_text(project: Path):
    lines = deckbuild("list", "profiles", folder=project).stdout.splitlines()

    assert lines == [
        "id       agency   tags  brand  used-by",
        "health   Health   –     –      noticing-neglect",
        "police   Police   –     –      noticing-neglect",
        "schools  Schools  –     –      noticing-neglect",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
def test_list_on_a_terminal_is_a_table(project: Path):
    import pty

    terminal, end = pty.openpty()
    command = [sys.executable, "-m", "deckbuild", "list", "profiles"]
    done = subprocess.run(command, cwd=project, env=environment(TERM="xterm", COLUMNS="90"), stdout=end)
    os.close(end)
    shown = os.read(terminal, 65536).decode()
    os.close(terminal)

    assert done.returncode == 0
    assert "───" in shown


def test_list_tells_what_is_wrong_and_shows_the_rest(tmp_path: Path):
    deckbuild("init", ".", folder=tmp_path)
    change(tmp_path, "decks/profiles/health.yaml", "agency:", "agenzy:")

    done = deckbuild("list", "profiles", folder=tmp_path)

    assert done.returncode == 1
    assert "schools" in done.stdout
    assert "decks/profiles/health.yaml:3:1: error[DB110]" in done.stderr


# matrix


def test_matrix_tells_the_rule_and_its_place(project: Path):
    session = answer("matrix", folder=project)["sessions"][0]
    police = next(each for each in session["variants"] if each["profile"] == "police")

    rule = police["verdicts"]["neglect/discussion"]["rule"]
    assert (rule["kind"], rule["layer"], rule["why"]) == ("replace", "agency", "Their own questions")
    assert (rule["file"], rule["line"]) == ("decks/profiles/police.yaml", 6)
    assert police["slides"] == [
        "welcome/cover",
        "welcome/agenda",
        "neglect/signs",
        "neglect/pass-on",
        "police/talk",
    ]


def test_matrix_tells_which_slides_serve_which_outcome(project: Path):
    session = answer("matrix", folder=project)["sessions"][0]
    outcomes = {each["profile"]: each["outcomes"] for each in session["variants"]}

    assert outcomes["police"]["pass-on"] == ["neglect/pass-on", "police/talk"]
    assert outcomes["schools"]["pass-on"] == ["neglect/pass-on"]


def test_matrix_names_modules_and_slides_that_no_deck_has(project: Path):
    orphans = answer("matrix", folder=project)["orphans"]

    assert [(each["id"], each["file"]) for each in orphans["modules"]] == [
        ("spare", "decks/modules/spare.yaml")
    ]
    assert [(each["id"], each["line"]) for each in orphans["slides"]] == [
        ("police/unused", line_of(project, "decks/modules/police.yaml", "unused:"))
    ]


def test_matrix_of_one_session_still_knows_what_the_others_use(project: Path):
    whole = answer("matrix", folder=project)
    one = answer("matrix", "noticing-neglect", "--profile", "health", folder=project)

    assert one["orphans"] == whole["orphans"]
    assert [each["profile"] for each in one["sessions"][0]["variants"]] == ["health"]


def test_matrix_takes_a_local_session(project: Path):
    session = answer("matrix", "local/evening.yaml", folder=project)["sessions"][0]

    assert (session["id"], session["extends"]) == ("evening", "noticing-neglect")
    assert session["variants"][0]["slides"][4] == "local/our-case"


def test_a_mandatory_slide_that_is_missing_is_an_error_and_stands_in_the_matrix(tmp_path: Path):
    deckbuild("init", ".", folder=tmp_path)
    text = "changes:\n  noticing-neglect:\n    - omit: neglect/pass-on\n      why: Too long\n"
    path = tmp_path / "decks/profiles/health.yaml"
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")

    done = deckbuild("matrix", folder=tmp_path)
    found = json.loads(deckbuild("matrix", "--json", folder=tmp_path).stdout)

    assert done.returncode == 1
    assert "mandatory slides missing: neglect/pass-on (health)" in done.stdout
    assert (
        f"decks/profiles/health.yaml:{line_of(tmp_path, 'decks/profiles/health.yaml', 'omit')}:"
        in done.stderr
    )
    missing = {each["profile"]: each["mandatory-missing"] for each in found["sessions"][0]["variants"]}
    assert missing == {"health": ["neglect/pass-on"], "schools": []}


# why


def test_why_prints_every_rule_with_its_place_and_the_reason(project: Path):
    done = deckbuild("why", "neglect/discussion", "--profile", "police", folder=project)

    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[3] == "noticing-neglect/police: out"
    session, profile = "decks/sessions/noticing-neglect.yaml", "decks/profiles/police.yaml"
    assert lines[4].endswith(f"{session}:{line_of(project, session, 'neglect/discussion')}")
    assert lines[5].endswith(f"{profile}:{line_of(project, profile, 'replace:')}")
    assert lines[6] == "    why: Their own questions"


def test_why_tells_each_deck_in_json(project: Path):
    found = answer("why", "neglect/numbers", folder=project)

    included = {each["profile"]: each["included"] for each in found["variants"]}
    assert included == {"health": True, "police": False, "schools": True}
    assert found["file"] == "decks/modules/neglect.yaml"
    assert found["line"] == line_of(project, "decks/modules/neglect.yaml", "  numbers:")


def test_why_knows_a_slide_of_a_local_session_by_its_own_name(project: Path):
    done = deckbuild("why", "our-case", "--session", "local/evening.yaml", folder=project)

    assert "evening/schools: in, part “What we may see”" in done.stdout
    assert "why: From our own area" in done.stdout


def test_why_of_a_slide_that_nobody_uses_says_so(project: Path):
    done = deckbuild("why", "spare/talk", folder=project)

    assert (done.returncode, "No session uses it" in done.stdout) == (0, True)


# slots and outline


def test_slots_names_open_keys_and_where_they_stand(project: Path):
    assert answer("slots", folder=project)["slots"] == []

    (slot,) = answer("slots", "local/evening.yaml", folder=project)["slots"]
    (place,) = slot.pop("places")
    assert slot == {"key": "local.desk", "type": "phone", "explain": "The desk", "decks": ["evening/schools"]}
    assert (place["slide"], place["file"], place["line"]) == ("local/our-case", "local/evening.yaml", 11)


def test_slots_of_the_sessions_own_texts_stand_on_no_slide(tmp_path: Path):
    folder = starter_project(tmp_path)
    session = "decks/sessions/noticing-neglect.yaml"
    change(folder, session, "minutes: 30\n", 'minutes: 30\nmaterials: ["The number of {{ local.desk }}"]\n')
    line = line_of(folder, session, "local.desk")

    (slot,) = answer("slots", folder=folder)["slots"]
    text = deckbuild("slots", folder=folder).stdout

    assert [(each["slide"], each["file"], each["line"]) for each in slot["places"]] == [("", session, line)]
    assert f"the session  {session}:{line}" in text


def test_outline_has_the_words_of_the_deck_for_its_agency(project: Path):
    text = deckbuild("outline", "noticing-neglect", "--profile", "schools", folder=project).stdout
    noted = deckbuild("outline", "noticing-neglect", "--profile", "schools", "--notes", folder=project).stdout

    assert "For teachers and school staff" in text
    assert "days away, and nobody can say why" in text
    assert "appointments missed" not in text
    assert ("What does your register show you?" in text, "What does your register show you?" in noted) == (
        False,
        True,
    )


def test_outline_in_json_has_the_slides_in_order(project: Path):
    found = answer("outline", "noticing-neglect", "--profile", "police", folder=project)

    slides = [slide for part in found["parts"] for slide in part["slides"]]
    assert [slide["number"] for slide in slides] == [1, 2, 3, 4, 5]
    assert slides[-1]["id"] == "police/talk"
    assert "notes" not in slides[0]


def test_outline_of_several_decks_asks_for_one(project: Path):
    done = deckbuild("outline", "noticing-neglect", folder=project)

    assert (done.returncode, done.stdout) == (2, "")
    assert "schools, health, police" in done.stderr


# names that there are not


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("buidl",), "build"),
        (("list", "sesions"), "`sessions`"),
        (("list", "layouts", "bulets"), "`bullets`"),
        (("matrix", "noticing-neglct"), "`noticing-neglect`"),
        (("matrix", "--profile", "scools"), "`schools`"),
        (("why", "neglect/sings"), "`neglect/signs`"),
        (("why", "neglect/signs", "--session", "noticing-neglet"), "`noticing-neglect`"),
        (("slots", "noticing-neglct"), "`noticing-neglect`"),
        (("outline", "noticing-neglect", "--profile", "polize"), "`police`"),
        (("schema", "sesion"), "`session`"),
        (("new", "modul", "x"), "`module`"),
        (("new", "local", "x", "--session", "noticing-neglet"), "`noticing-neglect`"),
        (("explain", "DB31"), "DB3"),
        (("build", "--diagnostics", "sariff"), "`sarif`"),
        (("build", "local/evenig.yaml"), "local/evenig.yaml"),
    ],
)
def test_an_unknown_name_ends_with_2_and_the_nearest(project: Path, arguments: tuple[str, ...], hint: str):
    done = deckbuild(*arguments, folder=project)

    assert (done.returncode, done.stdout) == (2, "")
    assert hint in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [("list",), ("matrix",), ("why", "a/b"), ("slots",), ("outline", "a"), ("new", "module", "a")],
)
def test_outside_a_project_the_commands_end_with_2(tmp_path: Path, arguments: tuple[str, ...]):
    done = deckbuild(*arguments, folder=tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no decks/deckbuild.yaml" in done.stderr


# build


def test_a_local_session_is_built_by_its_path(project: Path, tmp_path: Path):
    done = deckbuild("build", "local/evening.yaml", "--output", tmp_path, "--format", "pptx", folder=project)

    assert done.returncode == 0
    assert [each.name for each in tmp_path.rglob("*.pptx")] == ["evening-schools.pptx"]


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("broken")
    deckbuild("init", ".", folder=folder)
    change(folder, "decks/profiles/health.yaml", "agency:", "agenzy:")
    return folder


def test_findings_as_sarif_are_a_document_on_standard_output(broken: Path):
    done = deckbuild("build", "--diagnostics", "sarif", folder=broken)

    log = json.loads(done.stdout)
    assert (done.returncode, log["version"]) == (1, "2.1.0")
    assert "DB110" in {each["ruleId"] for each in log["runs"][0]["results"]}
    assert "error[" not in done.stderr


def test_findings_as_github_annotations_are_one_line_each(broken: Path):
    done = deckbuild("build", "--diagnostics", "github", folder=broken)

    assert done.returncode == 1
    assert "::error file=decks/profiles/health.yaml,line=3," in done.stdout


def test_findings_as_json_are_an_object(broken: Path):
    done = deckbuild("matrix", "--diagnostics", "json", folder=broken)

    assert done.returncode == 1
    assert "DB110" in json.dumps(json.loads(done.stderr))


def test_json_and_a_form_of_findings_exclude_each_other(project: Path):
    done = deckbuild("build", "--json", "--diagnostics", "sarif", folder=project)

    assert (done.returncode, done.stdout) == (2, "")


# explain and schema


def test_explain_shows_an_example_and_what_to_write_instead(tmp_path: Path):
    text = deckbuild("explain", "db110", folder=tmp_path).stdout

    assert text.startswith("DB110: unknown field\n")
    assert "For example, in " in text
    assert "Instead:" in text


def test_the_schema_is_printed_as_it_is_published(tmp_path: Path):
    import deckbuild as package

    for kind in ("session", "module", "profile", "sources", "workspace", "brand", "local", "manifest"):
        published = Path(package.__file__).parent / "schemas" / f"{kind}.json"
        assert deckbuild("schema", kind, folder=tmp_path).stdout == published.read_text(encoding="utf-8")
