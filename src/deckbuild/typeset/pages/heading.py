"""Headings: a level and words in; lines out that stay with what follows, an anchor and an outline entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from deckbuild.model.dataclasses import replace
from deckbuild.model.document import Heading
from deckbuild.model.paged import Role
from deckbuild.model.scene import Align
from deckbuild.model.text import plain
from deckbuild.typeset.pages.memory import Outlined
from deckbuild.typeset.pages.piece import Piece
from deckbuild.typeset.pages.setting import Setting
from deckbuild.typeset.pages.styles import DEEPEST, TypeStyle
from deckbuild.typeset.pages.words import words

PART = 2
"""Level of the headings that the running header says."""


def role_of(heading: Heading) -> Role:
    """Return the structure type of a heading."""
    return cast("Role", f"H{min(heading.level, DEEPEST)}")


def lay_heading(heading: Heading, setting: Setting) -> Iterator[Piece]:
    """Yield the small line over the heading, and the heading."""
    align: Align = "ctr" if setting.kit.document.frame else "l"
    style = setting.style(f"h{min(heading.level + setting.deeper, DEEPEST)}")
    if heading.eyebrow:
        small = setting.style("eyebrow")
        over = replace(small.first, align=align, before=style.first.before)
        yield words(
            setting, plain(heading.eyebrow), over, setting.parent.add("P"), after=small.after, keep=True
        )
        style = replace(style, levels=(replace(style.first, before=0.0),))
    yield set_heading(heading, setting, style, align)


def set_heading(heading: Heading, setting: Setting, style: TypeStyle, align: Align = "l") -> Piece:
    """Return a heading in a style, and enter it in the outline."""
    key = heading.anchor or f"heading-{len(setting.outline) + 1}"
    setting.outline.append(Outlined(heading.level, heading.text.text, key))
    return words(
        setting,
        replace(heading.text, level=0, marker="none"),
        replace(style.first, align=align),
        setting.parent.add(role_of(heading)),
        after=style.after,
        keep=True,
        key=key,
        part_title=heading.running or heading.text.text if heading.level == PART else "",
    )
