"""Assembles a session for one profile: session, profile, modules and sources in, a `Deck` out."""

from deckbuild.assemble.deck import assemble

__all__ = ["assemble"]
