"""The slides of a long deck, laid out and compiled by several processes at once.

Each helper is forked from this process, makes its share, and writes what it has put into its copy of the
store as a pack; this process opens that and goes on as if it had made it all. What comes out is the same.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from importlib import import_module
from typing import TYPE_CHECKING, cast

from deckbuild.pipeline.helper import Helper, can_fork

if TYPE_CHECKING:
    from deckbuild.cache.actions import Missing
    from deckbuild.cache.store import Store
    from deckbuild.model.deck import DeckSlide
    from deckbuild.model.scene import Scene
    from deckbuild.pipeline.look import Look
    from deckbuild.render.pptx import DeckText

    Sought = tuple[DeckSlide, Missing[Scene]]

LONG = 100
"""Slides to be made from which helpers are worth it: a slide takes 1 ms, a helper some before it begins."""
TAKING = 0.05
"""What it takes to take over a slide, of making it."""
MOST_HELPERS = 3
"""With more, this process would take over what they make for longer than they make it."""
LOADED = ("deckbuild.render.pptx", "deckbuild.typeset.engine")
"""What every helper would load for itself."""


def lay_together(
    look: Look, slides: Sequence[DeckSlide], deck: str, text: DeckText | None, store: Store, helpers: int
) -> None:
    """Lay out what of a deck is new, where it is much; what is left is made by `Look.lay` and `Look.deck`.

    Args:
        look: Of the deck; it remembers what is made.
        slides: The deck's.
        deck: Its name.
        text: Its words, to compile the slides for it; None to lay them out only.
        store: Where the look keeps what it makes.
        helpers: How many processes may run beside this one.
    """
    if len(slides) < LONG or not can_fork():
        return
    sought = [(slide, missing) for slide in slides if (missing := look.seek(slide, deck)) is not None]
    if len(sought) < LONG:
        return
    for name in LOADED:
        import_module(name)
    own, *others = _shares(sought, min(helpers, MOST_HELPERS))
    gc.freeze()  # or the first search for cycles copies all that the processes share
    try:
        _carry_out(look, own, others, deck, text, store)
    finally:
        gc.unfreeze()


def _carry_out(
    look: Look,
    own: Sequence[Sought],
    others: Sequence[Sequence[Sought]],
    deck: str,
    text: DeckText | None,
    store: Store,
) -> None:
    """Make a share here and the others by helpers, and take over what these made."""
    with ExitStack() as stack:
        sent = []
        for share in others:
            try:
                helper = Helper(lambda share=share: _help(look, share, deck, text, store))  # type: ignore[misc]
            except OSError:  # no room for another process: what it would make is made when it is wanted
                break
            sent.append((stack.enter_context(helper), share))
        for slide, missing in own:
            look.make(slide, deck, missing, text)
        for helper, share in sent:
            _take(helper.result(), store)
            for slide, missing in share:
                look.take(slide, deck, missing, text)


def _shares(sought: Sequence[Sought], helpers: int) -> Iterator[Sequence[Sought]]:
    """Yield what this process makes, and what each helper: so much that all have done at the same time."""
    own = max(0.0, (1 / helpers - TAKING) / (1 + 1 / helpers - TAKING))
    at, count = 0, len(sought)
    for number in range(helpers + 1):
        end = round(count * (own + (1 - own) * number / helpers))
        yield sought[at:end]
        at = end


def _help(look: Look, share: Sequence[Sought], deck: str, text: DeckText | None, store: Store) -> bytes:
    """Make a share, in a helper, and return what `_take` takes."""
    from deckbuild.cache.sealed import pack_plain

    store.stand_apart()
    for slide, missing in share:
        look.make(slide, deck, missing, text)
    pack, used = store.apart()
    return pack_plain((pack, tuple(used)))


def _take(sent: bytes | None, store: Store) -> None:
    from deckbuild.cache.sealed import unpack_plain
    from deckbuild.cache.store import Apart, Used

    if sent is not None:
        pack, used = cast("tuple[str, tuple[int, int]]", unpack_plain(sent))
        store.take(Apart(pack, Used(*used)))
