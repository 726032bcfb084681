"""Words that differ between agencies: `{{ name }}` in a text becomes the profile's value for the name.

Built in are `agency.name` and `session.title`; a profile's `keys` add to them and may not hide them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from deckbuild.assemble.walk import change_slide
from deckbuild.diagnostics import did_you_mean, error
from deckbuild.model.text import Paragraph, Run

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.source import Profile, Session, Slide


def key_values(session: Session, profile: Profile, findings: list[Diagnostic]) -> Mapping[str, str]:
    """Return every key's value for session × profile; a built-in key in the profile is a finding."""
    built_in = {"agency.name": profile.agency, "session.title": session.title}
    findings.extend(
        error(
            "DB211",
            f"the key “{name}” is built in, with the value “{built_in[name]}”",
            replace(profile.origin.at("keys", name), key=True),
            ("Choose another name for the key.",),
        )
        for name in profile.keys
        if name in built_in
    )
    return {**profile.keys, **built_in}


def replace_keys(slide: Slide, values: Mapping[str, str], findings: list[Diagnostic]) -> Slide:
    """Return the slide with its keys replaced; an unknown key stays as written and gives a finding."""

    def change(paragraph: Paragraph) -> Paragraph:
        if not any(run.key for run in paragraph.runs):
            return paragraph
        return replace(
            paragraph, runs=joined(_filled(run, paragraph, values, findings) for run in paragraph.runs)
        )

    return change_slide(slide, change)


def _filled(run: Run, paragraph: Paragraph, values: Mapping[str, str], findings: list[Diagnostic]) -> Run:
    if run.key is None:
        return run
    value = values.get(run.key)
    if value is None:
        message = f"the key “{run.key}” has no value in this profile"
        findings.append(error("DB204", message, paragraph.origin, did_you_mean(run.key, values)))
        return run
    return replace(run, text=value, key=None)


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs with neighbours of one appearance made one, as a person would have typed them."""
    result: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        last = result[-1] if result else None
        if last is not None and replace(last, text="") == replace(run, text=""):
            result[-1] = replace(last, text=last.text + run.text)
        else:
            result.append(run)
    return tuple(result)
