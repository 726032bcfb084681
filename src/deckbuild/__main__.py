"""Runs the command line as `python -m deckbuild`."""

from deckbuild.cli import main

if __name__ == "__main__":
    main()
