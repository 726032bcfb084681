"""What files were parsed to, found again by what they hold."""

from pathlib import Path

from deckbuild.cache.store import Store
from deckbuild.cache.trees import Trees
from deckbuild.cache.trouble import Troubles

TREE = {"title": "Aims", "slides": {"one": {"items": ["a", None, ["b"]]}}}


def test_a_tree_comes_back_for_the_same_content_and_the_same_compiler(tmp_path: Path):
    with Store(tmp_path, Troubles()) as store:
        Trees(store, b"a compiler").keep(b"a digest", TREE)

    with Store(tmp_path, Troubles()) as store:
        assert Trees(store, b"a compiler").get(b"a digest") == TREE
        assert Trees(store, b"a compiler").get(b"another digest") is None
        assert Trees(store, b"another compiler").get(b"a digest") is None
