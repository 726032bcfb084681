"""A request becomes variants: what is asked for is read, and nothing else."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from deckbuild.pipeline import BuildRequest, build
from deckbuild.pipeline.plan import assembled, local_files, planned, prepare
from tests.support.small import SESSION, SMALL, WORDS, write_project

CLUB = "decks/profiles/club.yaml"
SCHOOL = "decks/profiles/school.yaml"
PICTURE = """\
  picture:
    layout: picture-full
    title: A picture
    picture: {file: nowhere.png, alt: Nothing.}
    notes: {purpose: To test., ask: Does it work?}
"""
LOCAL = """\
extends: small
profile: club
changes:
  - {insert: frogs, after: words/aims, why: We have a pond}
  - {omit: facts, why: No time}
slides:
  frogs:
    layout: statement
    title: Frogs
    text: Frogs eat slugs.
    notes: {purpose: To test., ask: Does it work?}
"""


def project(folder: Path, **files: str) -> Path:
    return write_project(folder, {**SMALL, **files}, assets=False)


def request(folder: Path, *sessions: str, profiles: tuple[str, ...] = ()) -> BuildRequest:
    return BuildRequest(folder, sessions, profiles)


def with_changes(folder: Path, *changes: str) -> Path:
    """Write the project with a slide whose picture does not exist, and with changes for the club."""
    club = "agency: The club\nchanges:\n  small:\n" + "".join(
        f"    - {{{each}, why: x}}\n" for each in changes
    )
    session = SESSION.replace("- use: facts", "- use: words/picture\n      - use: facts")
    words = WORDS.replace(
        "    picture:\n      file: ../../assets/images/hands-paper-family.png\n", ""
    ).replace("      alt: Two hands hold a paper family.", "")
    return project(
        folder,
        **{"decks/modules/words.yaml": words + PICTURE, "decks/sessions/small.yaml": session, CLUB: club},
    )


def codes(folder: Path, profile: str) -> list[str]:
    found = prepare(request(folder, profiles=(profile,))).found
    # Without assets, brands have faults of their own.
    return [each.code for each in found if each.origin.document.startswith("decks/modules")]


def test_a_picture_of_a_slide_that_no_variant_has_is_not_opened(tmp_path: Path):
    with_changes(tmp_path, "omit: words/picture")

    assert codes(tmp_path, "club") == []
    assert codes(tmp_path, "school") == ["DB108"]


def test_a_picture_of_a_slide_that_is_replaced_is_not_opened(tmp_path: Path):
    with_changes(tmp_path, "omit: words/aims", "replace: words/picture, with: words/aims")

    assert codes(tmp_path, "club") == []


def test_variants_come_by_session_and_profile_with_their_brand_and_formats(tmp_path: Path):
    files = {
        "decks/sessions/small.yaml": SESSION.replace("minutes: 60", "minutes: 60\nhandouts: []"),
        SCHOOL: "agency: The school\nbrand: severn-vale\n",
    }
    write_project(tmp_path, {**SMALL, **files})

    found = prepare(request(tmp_path)).variants
    asked = prepare(BuildRequest(tmp_path, formats=("slides", "slides"), brand="worcestershire")).variants

    assert [(each.name, each.brand, each.formats) for each in found] == [
        ("small/school", "severn-vale", ("pptx",)),
        ("small/club", "worcestershire", ("pptx",)),
    ]
    assert {(each.brand, each.formats) for each in asked} == {("worcestershire", ("slides",))}


def test_a_handout_that_there_is_not_is_found_at_its_name(tmp_path: Path):
    session = SESSION.replace("minutes: 60", "minutes: 60\nhandouts: [handout-3-up]")
    result = build(request(write_project(tmp_path, {**SMALL, "decks/sessions/small.yaml": session})))

    (found,) = result.diagnostics
    assert (found.code, found.hints, result.places.place(found.origin)) == (
        "DB504",
        ("Write `handout-3up`.",),
        (11, 12),
    )


def test_a_local_session_is_built_from_its_file_with_its_own_name(tmp_path: Path):
    home = write_project(tmp_path / "home")
    (tmp_path / "away").mkdir()
    file = tmp_path / "away" / "tuesday.yaml"
    file.write_text(LOCAL, encoding="utf-8")

    result = build(
        BuildRequest(home, (str(file),), formats=("pptx", "slides"), output=tmp_path / "o", verify=True)
    )

    assert [each.code for each in result.diagnostics] == ["DB205"]
    words = WORDS.replace("[the table](slide:facts/table)", "the table")
    (home / "decks/modules/words.yaml").write_text(words, encoding="utf-8")
    result = build(BuildRequest(home, (str(file),), formats=("pptx",), output=tmp_path / "o", verify=True))
    assert result.diagnostics == ()
    assert [each.path.relative_to(tmp_path).as_posix() for each in result.files] == [
        "o/tuesday/club/tuesday-club.pptx"
    ]


def test_a_plan_and_an_assembly_agree(tmp_path: Path):
    home = write_project(tmp_path)
    (tmp_path / "tuesday.yaml").write_text(LOCAL, encoding="utf-8")
    found = prepare(request(home, str(tmp_path / "tuesday.yaml")))
    (variant,) = found.variants

    plan, assembly = planned(variant, found.project), assembled(variant, found.project)

    assert plan.slides == tuple(each.id for each in assembly.deck.slides)
    assert plan.slides == ("words/cover", "words/agenda", "words/aims", "local/frogs")
    assert plan.verdicts == assembly.verdicts


def test_the_project_of_a_local_session_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    project(tmp_path / "home")
    (tmp_path / "away").mkdir()
    named = tmp_path / "away" / "named.yaml"
    named.write_text("project: ../home\n", encoding="utf-8")
    inside = tmp_path / "home" / "decks" / "own.yaml"
    inside.write_text(LOCAL, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "away")

    assert local_files(Path(), ["named.yaml"])[0] == (tmp_path / "home").resolve()
    assert local_files(Path("elsewhere"), ["named.yaml"])[0] == Path("elsewhere")
    assert local_files(Path(), [str(inside)])[0] == inside.parent
    assert local_files(Path(), ["small", "named.yaml"])[1:] == (("small",), (Path("named.yaml"),))


def test_a_local_file_that_is_not_there_could_not_be_run(tmp_path: Path):
    result = build(request(write_project(tmp_path), "nowhere.yaml"))

    assert (result.could_run, [each.code for each in result.diagnostics]) == (False, ["DB108"])


def test_words_and_slides_in_another_language_say_so_in_the_deck(tmp_path: Path):
    words = WORDS.replace("For {{ agency.name }}", "<span lang='cy'>Croeso</span> to {{ agency.name }}")
    words = words.replace("text: A garden is a classroom.", "text: Ogród to klasa.\n    language: pl")
    home = write_project(tmp_path / "home", {**SMALL, "decks/modules/words.yaml": words})

    result = build(BuildRequest(home, profiles=("school",), formats=("pptx",), output=tmp_path, verify=True))

    assert result.diagnostics == ()
    parts = [
        ZipFile(each.path).read(f"ppt/slides/slide{n}.xml").decode() for each in result.files for n in (1, 10)
    ]
    assert 'lang="cy"/><a:t>Croeso</a:t>' in parts[0]
    assert 'lang="pl"/><a:t>Ogród to klasa.</a:t>' in parts[1]
