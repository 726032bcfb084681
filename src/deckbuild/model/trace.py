"""How a slide came into a deck, or did not: every rule that decided, with its place and its layer."""

from __future__ import annotations

from typing import Literal

from deckbuild.model.dataclasses import dataclass
from deckbuild.model.origin import Origin

Layer = Literal["shared", "agency", "local"]
"""Who said it: a session or module, a profile, or a trainer's local session."""

RuleKind = Literal[
    "use",
    "only",
    "except",
    "module-condition",
    "slide-condition",
    "replace",
    "insert",
    "omit",
    "add",
    "override",
]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that decided about a slide."""

    kind: RuleKind
    text: str
    """A plain sentence, for example "only for police, health; this is education"."""
    layer: Layer
    origin: Origin
    why: str = ""
    """The author's reason; empty for what is no change."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a slide is in a deck, and why."""

    slide: str
    """`MODULE/SLIDE`."""
    included: bool
    part: str
    """Title of its part; empty where it is out."""
    rules: tuple[Rule, ...]
    """In the order in which they were applied; the last one decided. An override stands before its use."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A local key that nobody has filled."""

    key: str
    explain: str
    type: str
    places: tuple[tuple[str, Origin], ...]
    """Slide ids and where the key stands in them; no id for the session's own texts."""
