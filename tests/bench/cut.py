"""More of the workload than its files hold: a shorter deck, more variants."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.bench.peers import Peers


def cut(deck: Path, made: Path, slides: int) -> Path:
    """Write the first slides of a deck beside its picture, and return where."""
    words = json.loads(deck.read_text(encoding="utf-8"))
    shutil.copy(deck.parent / "cover.png", made.parent / "cover.png")
    made.write_text(json.dumps({**words, "slides": words["slides"][:slides]}), encoding="utf-8")
    return made


def more_variants(peers: Peers, folder: Path, count: int) -> list[Path]:
    """Return variants of the 40-slide deck: the workload's hundred, and more with boards of their own.

    The slides that a further variant changes are those of another, so that its words are no other than its
    own board's; what differs in all 1000 is the cover and the footer.
    """
    files = peers.variants(100)
    folder.mkdir()
    for number in range(len(files), count):
        words = files[number % 100].read_text(encoding="utf-8")
        board = json.loads(words)["board"]
        path = folder / f"v{number:03d}.json"
        path.write_text(words.replace(board, f"{board} {number // 100}"), encoding="utf-8")
        files.append(path)
    return files
