"""A process of its own that fills a cache as a build does: `builder.py FOLDER FIRST COUNT [LIMIT] [LARGEST
FILE]`.

Each action makes a value that says which one it is, with long bytes apart. It prints a line for each
build that has ended, and in the end what went wrong.
"""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

from deckbuild.cache.actions import Action
from deckbuild.cache.cache import Cache
from deckbuild.diagnostics import warning
from deckbuild.model.origin import Origin
from deckbuild.model.parts import Media, Member

CODE = sha256(b"one compiler").digest()


def value(n: int) -> Media:
    return Media(str(n), "png", Member.store(sha256(b"%d" % n).digest() * (200 + n % 50)))


def action(n: int) -> Action[Media]:
    found = [warning("DB301", f"finding {n}", Origin("a.yaml", ("slides", n)))]
    return Action("draw", f"slide {n}", {"slide": n}, Media, lambda: (value(n), found))


def build(folder: Path, numbers: range, limit: int) -> Cache:
    """Run one build, checking every value on the way, and return its cache, closed."""
    with Cache(folder, folder, limit=limit, code=CODE) as cache:
        for n in numbers:
            kept = cache.actions.run(action(n))
            assert kept.value == value(n)
            assert [each.message for each in kept.diagnostics] == [f"finding {n}"]
    return cache


def main(folder: str, first: int, count: int, limit: int = 10**9, largest: int = 0) -> None:
    if largest:
        import resource
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    for start in range(first, first + count, 10):
        cache = build(Path(folder), range(start, start + 10), limit)
        print("built", start, dict(cache.actions.made), [each.kind for each in cache.troubles], flush=True)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
