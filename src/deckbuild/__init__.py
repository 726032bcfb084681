"""Compiles session definitions in YAML into branded PowerPoint decks and PDF handouts."""

__version__ = "0.1.0"
