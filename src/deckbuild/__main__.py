"""Runs the command line as `python -m deckbuild`."""

from deckbuild.cli import run

if __name__ == "__main__":
    run()
