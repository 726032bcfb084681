"""The docstrings below the fields of declarations, which Python itself does not keep."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache


def field_doc(declaration: type, attribute: str) -> str:
    """Return what the docstring below a field says, in its class or the nearest base; empty for none."""
    ours = (each for each in declaration.__mro__ if each.__module__.startswith("deckbuild."))
    found = (_docs(each.__module__).get(each.__name__, {}).get(attribute) for each in ours)
    return next((words for words in found if words), "")


@cache
def _docs(module: str) -> Mapping[str, Mapping[str, str]]:
    """Return class → field → words of a module."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {each.name: dict(_fields(each)) for each in tree.body if isinstance(each, ast.ClassDef)}


def _fields(declaration: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, after in zip(declaration.body, declaration.body[1:], strict=False):
        if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
            continue
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            yield field.target.id, " ".join(str(after.value.value).split())
