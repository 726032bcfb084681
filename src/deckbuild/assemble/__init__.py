"""Assembles a session for one profile: session, profile, modules and sources in, an `Assembly` out."""

from deckbuild.assemble.deck import Assembly, assemble
from deckbuild.assemble.plan import plan
from deckbuild.assemble.state import Plan

__all__ = ["Assembly", "Plan", "assemble", "plan"]
