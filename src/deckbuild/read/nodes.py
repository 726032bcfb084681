"""Bytes of a YAML file in, a tree of plain values out; no other object is ever constructed.

The part of YAML 1.2 that is read: mappings with text keys, lists, texts, null, and aliases within bounds.
Every scalar but null stays the text that was written: whether `2016`, `yes` or `2027-03-31` is a number, a
word or a date is for the declaration to say that wants it. Collections are built from libyaml's events
without recursion, because composing a document nested 100,000 deep ends the process.
"""

from __future__ import annotations

import yaml

from deckbuild.diagnostics import Diagnostic, SourceMap, error
from deckbuild.model.dataclasses import dataclass, field
from deckbuild.model.origin import Origin
from deckbuild.read.encoding import decode, foreign_letter
from deckbuild.read.places import place_of, spans

Tree = dict[str, "Tree"] | list["Tree"] | str | None
"""A value of a document: mapping, list, text, or null."""

MOST_BYTES = 4 * 1024 * 1024
MOST_DEPTH = 100
MOST_ALIASED = 10_000
"""Values that aliases may add to a document."""
MOST_VALUES = 100_000
"""Values of a document, keys and those of its aliases included: about 3,000 slides."""
MOST_ENTRIES = 5_000
"""Entries of one list or mapping."""
MOST_LETTERS = 10_000
"""Letters of one text: ten minutes of speech, and five times what a slide can hold."""
MOST_FAULTS = 100
"""Faults of one file that are told before the rest waits until these are corrected."""

_NULL = frozenset(("", "~", "null", "Null", "NULL"))


def parse(document: str, data: bytes, places: SourceMap, found: list[Diagnostic]) -> dict[str, Tree] | None:
    """Return the file's mapping, or None where it cannot be read; faults go to *found*."""
    if len(data) > MOST_BYTES:
        message = "the file has more than 4 MB"
        found.append(error("DB107", message, Origin(document), ["Divide it into several files."]))
        return None
    text = decode(document, data, places)
    if isinstance(text, Diagnostic):
        found.append(text)
        return None
    places.add(document, text, lambda: spans(text))
    builder = _Builder(document, places, found)
    end = _run(builder, text)
    if builder.stopped:
        places.add(document, text, lambda: spans(text[:end]))
        return None
    if not isinstance(builder.root, dict):
        what = "is empty" if builder.root is None else "does not hold fields"
        hint = "Begin with a field, such as `title: …`."
        found.append(error("DB112", f"the file {what}; wanted a mapping", Origin(document), [hint]))
        return None
    return builder.root


def again(document: str, data: bytes, places: SourceMap) -> None:
    """Tell *places* of a file that was parsed before without a fault."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    places.add(document, text, lambda: spans(text))


def _run(builder: _Builder, text: str) -> int:
    """Return how many letters were read before there was a fault that ends the reading."""
    loader = yaml.CSafeLoader(text)
    end = 0
    try:
        while not builder.stopped and (event := loader.get_event()) is not None:
            end = event.end_mark.index if event.end_mark else end
            builder.take(event)
            if isinstance(event, yaml.StreamEndEvent):
                break
    except yaml.MarkedYAMLError as fault:
        builder.syntax(fault)
    finally:
        loader.dispose()
    return end


@dataclass(slots=True)
class _Frame:
    """A collection that is not closed yet."""

    value: dict[str, Tree] | list[Tree]
    anchor: str | None
    count: int
    """Values of the document before this one."""
    key: str = ""
    """The last key of a mapping."""
    keyed: bool = False
    """True where the value of `key` comes next."""

    @property
    def step(self) -> str | int:
        """The last entry's key or index."""
        return len(self.value) - 1 if isinstance(self.value, list) else self.key


@dataclass(slots=True)
class _Builder:
    """Puts events together; reports what is not part of the language and goes on where it can."""

    document: str
    places: SourceMap
    found: list[Diagnostic]
    root: Tree = None
    stopped: bool = False
    """True after a fault that makes the rest of the file meaningless."""
    documents: int = 0
    count: int = 0
    aliased: int = 0
    stack: list[_Frame] = field(default_factory=list)
    faults: int = 0
    anchors: dict[str, tuple[Tree, int]] = field(default_factory=dict)
    """Anchor → value and how many values it holds."""

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin(event, {} if isinstance(event, yaml.MappingStartEvent) else [])
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def fault(self, code: str, message: str, event: yaml.Event, hint: str, *, stop: bool = False) -> None:
        origin = self.places.mark(self.document, place_of(event.start_mark))
        self._note(error(code, message, origin, [hint]), event)
        self.stopped = self.stopped or stop

    def _note(self, finding: Diagnostic, event: yaml.Event) -> None:
        self.found.append(finding)
        self.faults += 1
        if self.faults == MOST_FAULTS:
            message = f"the file has {MOST_FAULTS} faults up to here"
            self.fault("DB107", message, event, "Correct these, and what follows is read.", stop=True)

    def syntax(self, fault: yaml.MarkedYAMLError) -> None:
        from deckbuild.read.syntax import explain  # only once something is wrong

        self.found.append(explain(fault, self.document, self.places))
        self.stopped = True

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            hint = "Delete the line of hyphens, or give each document a file of its own."
            self.fault("DB105", "a second document begins in this file", event, hint, stop=True)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        value: str | None = event.value
        if len(event.value) > MOST_LETTERS:
            message = f"a text has {len(event.value):,} letters; wanted {MOST_LETTERS:,} at most"
            self.fault("DB107", message, event, "Divide it between several slides.", stop=True)
        if event.tag is not None:
            self._tag(event)
        elif event.implicit[0] and value in _NULL:
            value = None
        elif event.style == '"' and (name := foreign_letter(event.value)):
            self.fault("DB102", f"the text holds {name}, which no text holds", event, "Delete the escape.")
        self._count(1, event)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, 1)
        self._put(value, event)

    def _begin(self, event: yaml.CollectionStartEvent, value: dict[str, Tree] | list[Tree]) -> None:
        if event.tag is not None:
            self._tag(event)
        if len(self.stack) == MOST_DEPTH:
            message = f"the file is nested deeper than {MOST_DEPTH} levels"
            self.fault("DB107", message, event, "Write it flatter.", stop=True)
            return
        self._count(1, event)
        if event.anchor is not None:
            self.anchors.pop(event.anchor, None)
        self._put(value, event)
        self.stack.append(_Frame(value, event.anchor, self.count - 1))

    def _end(self) -> None:
        frame = self.stack.pop()
        if frame.anchor is not None:
            self.anchors[frame.anchor] = (frame.value, self.count - frame.count)

    def _alias(self, event: yaml.AliasEvent) -> None:
        name = event.anchor
        if name not in self.anchors:
            around = any(frame.anchor == name for frame in self.stack)
            what = "stands for a value that holds the alias itself" if around else "has no anchor before it"
            quote = f"Put a text that begins with “*” in quotation marks; an alias needs `&{name}` before"
            hint = "Write the value out." if around else f"{quote} its value."
            self.fault("DB106", f"the alias `*{name}` {what}", event, hint, stop=True)
            return
        value, size = self.anchors[name]
        self.aliased += size
        self._count(size, event)
        if self.aliased > MOST_ALIASED:
            message = f"the aliases of this file stand for more than {MOST_ALIASED:,} values"
            self.fault("DB107", message, event, "Write the values out, or leave them out.", stop=True)
            return
        self._put(value, event)

    def _count(self, values: int, event: yaml.NodeEvent) -> None:
        self.count += values
        if self.count > MOST_VALUES and not self.stopped:
            message = f"the file holds more than {MOST_VALUES:,} values"
            self.fault("DB107", message, event, "Divide it into several files.", stop=True)

    def _put(self, value: Tree, event: yaml.NodeEvent) -> None:
        if not self.stack:
            self.root = value
            return
        frame = self.stack[-1]
        if len(frame.value) >= MOST_ENTRIES and not self.stopped:
            what = "list" if isinstance(frame.value, list) else "mapping"
            message = f"a {what} has more than {MOST_ENTRIES:,} entries"
            self.fault("DB107", message, event, "Divide it into several files.", stop=True)
        if isinstance(frame.value, list):
            frame.value.append(value)
        elif not frame.keyed:
            self._key(frame, frame.value, value, event)
        else:
            frame.value[frame.key] = value
            frame.keyed = False

    def _key(self, frame: _Frame, mapping: dict[str, Tree], key: Tree, event: yaml.NodeEvent) -> None:
        if not isinstance(key, str):
            what = "empty" if key is None else "a list or a mapping"
            braces = isinstance(key, dict) and len(self.stack) > 1
            hint = (
                "Put a text that begins with “{{” in quotation marks."
                if braces
                else "Write a word as the key."
            )
            self.fault("DB106", f"a key is {what}; wanted a word", event, hint, stop=True)
            return
        if key == "<<" and isinstance(event, yaml.ScalarEvent) and event.implicit[0]:
            hint = "Write the fields out, or use an alias for a whole value."
            self.fault("DB106", "merge keys (`<<`) are not part of the language", event, hint)
        if key in mapping:
            self._twice(key, event)
        frame.key, frame.keyed = key, True

    def _twice(self, key: str, event: yaml.NodeEvent) -> None:
        path = [frame.step for frame in self.stack[:-1]]
        finding = error(
            "DB104",
            f"the key `{key}` is written twice",
            self.places.mark(self.document, place_of(event.start_mark)),
            ["Delete one of the two, or rename it."],
            [(Origin(self.document, (*path, key), key=True), "it is first written here")],
        )
        self._note(finding, event)

    def _tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
        message = f"the tag `{tag}` is not part of the language"
        self.fault("DB106", message, event, "Write the value without a tag.")
