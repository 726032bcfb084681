"""The docstrings below the fields of `documents`, which Python itself does not keep: class → field → words."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from functools import cache

from deckbuild.read import documents


def field_doc(declaration: type, attribute: str) -> str:
    """Return what the docstring below a field says, in its class or the nearest base; empty for none."""
    every = _docs()
    found = (every.get(each.__name__, {}).get(attribute) for each in declaration.__mro__)
    return next((words for words in found if words), "")


@cache
def _docs() -> Mapping[str, Mapping[str, str]]:
    tree = ast.parse(inspect.getsource(documents))
    return {each.name: dict(_fields(each)) for each in tree.body if isinstance(each, ast.ClassDef)}


def _fields(declaration: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, after in zip(declaration.body, declaration.body[1:], strict=False):
        if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
            continue
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            yield field.target.id, " ".join(str(after.value.value).split())
