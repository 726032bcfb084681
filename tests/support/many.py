"""The small project with many profiles: a plan of several units."""

from pathlib import Path

from tests.support.small import SMALL, write_project

PROFILES = 250
"""So many decks are three units."""


def names(count: int = PROFILES) -> tuple[str, ...]:
    return tuple(f"p{number:03d}" for number in range(count))


def write_many(folder: Path, count: int = PROFILES) -> Path:
    """Write the small project for so many profiles, each of which has a slide that says its name."""
    listed = ", ".join(("school", "club", *names(count)))
    files = {
        **SMALL,
        "decks/sessions/small.yaml": SMALL["decks/sessions/small.yaml"].replace("school, club", listed, 1),
        **{f"decks/profiles/{name}.yaml": f"agency: Agency {name}\n" for name in names(count)},
    }
    return write_project(folder, files)


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of each file below a folder, by its path."""
    from hashlib import sha256

    return {
        each.relative_to(folder).as_posix(): sha256(each.read_bytes()).hexdigest()
        for each in sorted(folder.rglob("*"))
        if each.is_file()
    }
