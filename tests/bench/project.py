"""The workload of the benchmarks as a project of ours: a peer's deck-N.json in, a folder of YAML files out.

The slides, notes, charts, picture and links are those that the peers' scripts read. A layout of ours takes
four cards at most, so five are a list with bold headings: the same words on one slide.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
MODULES = 8
MOST_CARDS = 4
SESSION = "session"
REVIEW = "2027-03-31"
VARIED = (32, 33, 34)
"""Places of the slides that differ between variants, in each forty."""
OWNER = "Example Training Unit"

Words = Mapping[str, object]


def write_project(folder: Path, deck: Path, picture: Path, variants: Sequence[Path] = ()) -> None:
    """Write a project of one session with a deck's slides, and profiles `v000`, `v001` … of its variants.

    Args:
        folder: Is made; must not exist.
        deck: The peers' JSON file.
        picture: The cover's.
        variants: The peers' JSON files of variants, *deck* itself first; empty for one profile.
    """
    words = _read(deck)
    slides = words["slides"]
    assert isinstance(slides, list)
    names = [f"v{number:03d}" for number in range(len(variants) or 1)]
    copy_look(folder, picture)
    write(folder / "decks/deckbuild.yaml", {"name": "Benchmark", "organisation": "Example", "keys": _keys()})
    write(folder / "decks/sources.yaml", {})
    write(folder / f"decks/sessions/{SESSION}.yaml", _session(words, len(slides), names))
    for number, some in enumerate(_modules(slides)):
        write(folder / f"decks/modules/m{number}.yaml", module(f"Module {number}", some))
    files = variants or [deck]
    for name, file in zip(names, files, strict=True):
        _write_profile(folder, name, _read(file))


def _write_profile(folder: Path, name: str, words: Words) -> None:
    """Write a profile, and the module of the slides that it replaces."""
    slides = words["slides"]
    assert isinstance(slides, list)
    profile: dict[str, object] = {
        "agency": words["board"],
        "footer": words["footer"],
        "keys": {"board": words["board"]},
    }
    if name != "v000":
        own = [(at, slide) for at, slide in enumerate(slides) if at % 40 in VARIED]
        write(folder / f"decks/modules/{name}.yaml", module(f"For {name}", own))
        size = _size(len(slides))
        profile["changes"] = {
            SESSION: [
                {"replace": f"m{at // size}/s{at}", "with": f"{name}/s{at}", "why": "Its own"}
                for at, _ in own
            ]
        }
    write(folder / f"decks/profiles/{name}.yaml", profile)


def copy_look(folder: Path, picture: Path) -> None:
    """Give a project the brand, its font and the picture of its covers."""
    for part in ("brands/worcestershire", "fonts/arimo"):
        shutil.copytree(ROOT / "assets" / part, folder / "assets" / part)
    (folder / "assets/images").mkdir()
    shutil.copy(picture, folder / "assets/images/cover.png")


def _keys() -> object:
    return {"board": {"explain": "Name of the board", "default": "Example"}}


def _session(words: Words, count: int, profiles: Sequence[str]) -> object:
    return {
        "title": words["title"],
        "subtitle": "A review of local learning",
        "brand": "worcestershire",
        "language": "en-GB",
        "version": "1.0.0",
        "date": "2026-11-23",
        "review": REVIEW,
        "owner": words["author"],
        "subject": "Benchmark",
        "minutes": 10 * count,
        "profiles": list(profiles),
        "parts": [
            {"title": f"Part {number}", "slides": [{"use": f"m{number}"}]}
            for number in range(-(-count // _size(count)))
        ],
    }


def _size(count: int) -> int:
    return -(-count // MODULES)


def _modules(slides: Sequence[Words]) -> list[list[tuple[int, Words]]]:
    size = _size(len(slides))
    numbered = list(enumerate(slides))
    return [numbered[start : start + size] for start in range(0, len(numbered), size)]


def module(title: str, slides: Iterable[tuple[int, Words]]) -> object:
    """Return a module of slides, each `s` and its number; the slides are in the form of the peers' JSON."""
    return {
        "title": title,
        "owner": OWNER,
        "version": "1.0.0",
        "review": REVIEW,
        "slides": {f"s{at}": _slide(slide) for at, slide in slides},
    }


def _slide(words: Words) -> dict[str, object]:
    kind = str(words["kind"])
    fields = {
        "cover": _cover,
        "bullets": _bullets,
        "text": _text,
        "quote": _quote,
        "chart": _chart,
        "cards": _cards,
        "links": _links,
    }[kind](words)
    return {**fields, "notes": {"purpose": words["notes"], "ask": "Which of these do we see?"}, "minutes": 2}


def _cover(words: Words) -> dict[str, object]:
    subtitle = str(words["subtitle"]).partition("·")[0] + "· {{ board }}"
    picture = {"file": "../../assets/images/cover.png", "alt": words["alt"]}
    return {"layout": "cover", "title": words["title"], "subtitle": subtitle, "picture": picture}


def _bullets(words: Words) -> dict[str, object]:
    items = words["items"]
    assert isinstance(items, list)
    parts = {"lead": words.get("lead"), "items": _nested(items), "close": words.get("after")}
    return {
        "layout": "bullets",
        "title": words["title"],
        **{name: text for name, text in parts.items() if text},
    }


def _nested(items: Sequence[tuple[int, str]]) -> list[object]:
    """Return entries with what stands below them: a text, or a mapping of `text` and `items`."""
    entries: list[object] = []
    at = 0
    while at < len(items):
        level, text = items[at]
        end = next((n for n in range(at + 1, len(items)) if items[n][0] <= level), len(items))
        below = _nested(items[at + 1 : end])
        entries.append({"text": text, "items": below} if below else text)
        at = end
    return entries


def _text(words: Words) -> dict[str, object]:
    paragraphs = words["paras"]
    assert isinstance(paragraphs, list)
    return {"layout": "prose", "title": words["title"], "text": "\n\n".join(paragraphs)}


def _quote(words: Words) -> dict[str, object]:
    return {
        "layout": "quotation",
        "title": words["title"],
        "quotation": words["quote"],
        "attribution": words["source"],
    }


def _chart(words: Words) -> dict[str, object]:
    chart = words["chart"]
    assert isinstance(chart, dict)
    rows = [
        [category, *(values[at] for _, values in chart["series"])]
        for at, category in enumerate(chart["categories"])
    ]
    return {
        "layout": "chart",
        "title": words["title"],
        "lead": words["caption"],
        "chart": {
            "kind": chart["type"],
            "series": [name for name, _ in chart["series"]],
            "rows": rows,
            "alt": f"Chart: {words['caption']}",
        },
    }


def _cards(words: Words) -> dict[str, object]:
    cards = words["cards"]
    assert isinstance(cards, list)
    shared = {"title": words["title"], "lead": words["lead"]}
    if len(cards) > MOST_CARDS:
        return {"layout": "bullets", **shared, "items": [f"**{head}** {text}" for head, text in cards]}
    return {"layout": "cards", **shared, "cards": [{"heading": head, "text": text} for head, text in cards]}


def _links(words: Words) -> dict[str, object]:
    links = words["links"]
    assert isinstance(links, list)
    return {
        "layout": "links",
        "title": words["title"],
        "lead": words["lead"],
        "links": [{"text": text, "url": address} for text, address in links],
    }


def _read(path: Path) -> Words:
    words: Words = json.loads(path.read_text(encoding="utf-8"))
    return words


def write(path: Path, content: object) -> None:
    """Write a YAML file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=1000)
    path.write_text(text, encoding="utf-8")
