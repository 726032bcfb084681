"""The project of `init`, with a third agency, a slot, a local session, and what nobody uses."""

from pathlib import Path

from tests.support.cli import deckbuild
from tests.support.small import write_project

POLICE_PROFILE = """\
agency: Police
keys:
  agency.lead: your team
changes:
  noticing-neglect:
    - replace: neglect/discussion
      with: police/talk
      why: Their own questions
    - omit: neglect/numbers
      why: They know them
"""
POLICE = """\
title: Police
owner: Learning
review: 2027-11-23
slides:
  talk:
    layout: discussion
    title: What will we do at the next call?
    covers: [pass-on]
    notes: {purpose: To end., ask: What next?}
    minutes: 5
  unused:
    layout: statement
    title: Nobody sees this
    text: Nobody.
    notes: {purpose: To test., ask: Why?}
"""
SPARE = POLICE.replace("[pass-on]", "[name-signs]").replace("title: Police", "title: Spare")
LOCAL = """\
extends: noticing-neglect
profile: schools
changes:
  - insert: our-case
    after: neglect/signs
    why: From our own area
slides:
  our-case:
    layout: discussion
    title: A case
    notes: {purpose: To talk., ask: "{{ local.desk }}?"}
"""


def change(folder: Path, name: str, before: str, after: str) -> None:
    """Put a text of a file in place of another, which must be there."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def starter_project(folder: Path) -> Path:
    """Write the project into a folder and return it."""
    assert deckbuild("init", ".", folder=folder).returncode == 0
    files = {"profiles/police": POLICE_PROFILE, "modules/police": POLICE, "modules/spare": SPARE}
    write_project(folder, {f"decks/{name}.yaml": text for name, text in files.items()}, assets=False)
    write_project(folder, {"local/evening.yaml": LOCAL}, assets=False)
    change(folder, "decks/sessions/noticing-neglect.yaml", "[schools, health]", "[schools, health, police]")
    change(
        folder, "decks/deckbuild.yaml", "keys:\n", "keys:\n  local.desk: {type: phone, explain: The desk}\n"
    )
    return folder
