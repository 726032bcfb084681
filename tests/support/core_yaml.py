"""YAML as editors read it, by the core schema of YAML 1.2: numbers, true and false, and otherwise text."""

from __future__ import annotations

import re
from pathlib import Path

import yaml


class CoreLoader(yaml.SafeLoader):
    """Resolves scalars by YAML 1.2, section 10.3: `no` and dates are text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  PyYAML's own


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", "true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), _first)
CoreLoader.add_constructor(
    "tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node), 10)
)
CoreLoader.add_constructor(
    "tag:yaml.org,2002:float", lambda loader, node: float(loader.construct_scalar(node))
)


def _mapping(loader: CoreLoader, node: yaml.MappingNode) -> dict[object, object]:
    """Return a mapping whose keys differ, as YAML 1.2 wants (3.2.1.1) and editors check."""
    made = loader.construct_mapping(node, deep=True)
    if len(made) < len(node.value):
        raise yaml.constructor.ConstructorError(None, None, "a key stands there twice", node.start_mark)
    return made


CoreLoader.add_constructor("tag:yaml.org,2002:map", _mapping)


def load(text: str) -> object:
    """Return the value of a YAML text."""
    return yaml.load(text, CoreLoader)


def load_file(path: Path) -> object:
    """Return the value of a YAML file."""
    return load(path.read_text(encoding="utf-8"))
