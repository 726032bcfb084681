"""Declarations in, JSON Schemas out (2020-12), by which editors complete, explain and check the files.

A schema accepts whatever the readers accept, but for numbers in quotation marks and for optional fields that
are written and left empty. What depends on other files (names, paths, keys) a schema cannot see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from inspect import getdoc
from typing import Annotated, Literal, get_args, get_origin

import msgspec

from deckbuild.layouts import LAYOUTS
from deckbuild.layouts.base import SlideLayout
from deckbuild.layouts.roles import SIZES
from deckbuild.model.brand import PALETTE
from deckbuild.read import documents, slide_documents
from deckbuild.read.faults import bare_type, is_union
from deckbuild.read.field_docs import field_doc
from deckbuild.read.schema_rules import RULES, Json, excludes
from deckbuild.read.slides import attribute, slide_declaration

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_FILES: Mapping[str, object] = {
    "session": documents.SessionDoc,
    "module": documents.ModuleDoc,
    "profile": documents.ProfileDoc,
    "sources": documents.ReferencesDoc,
    "workspace": documents.WorkspaceDoc,
    "brand": documents.BrandDoc,
    "local": documents.LocalDoc,
}
KINDS = (*_FILES, "slide")
"""What `schema` can describe: the kinds of files, and a slide of a module."""

_TITLES = {
    "session": "Session",
    "module": "Module",
    "profile": "Profile",
    "sources": "Sources",
    "workspace": "Workspace",
    "brand": "Brand",
    "local": "Local session",
    "slide": "Slide",
}

_COLOURS = {
    "ink": "Text.",
    "ground": "Behind slides.",
    "deep": "Titles, and dark grounds.",
    "tint": "Panels.",
    "brand": "Structure: bars, headings of cards, bullets.",
    "accent": "The one thing to notice.",
    "muted": "Captions and sources.",
    "rule": "Hairlines.",
    "series-3": "The third series of a chart.",
    "series-4": "The fourth series of a chart.",
    "link": "Links.",
    "visited": "Links that were followed.",
}


def schema(kind: str) -> Json:
    """Return the JSON Schema of a kind of `KINDS`.

    Raises:
        KeyError: there is no such kind.
    """
    title = _TITLES[kind]
    maker = _Maker()
    root = maker.slide() if kind == "slide" else maker.value(_FILES[kind])
    definition = maker.definitions.pop(str(root["$ref"]).rpartition("/")[2]) if "$ref" in root else root
    whole: Json = {"$schema": DIALECT, "title": title, **definition}
    return {**whole, "$defs": dict(sorted(maker.definitions.items()))} if maker.definitions else whole


class _Maker:
    """Makes the schemas of one document; structs become definitions, each once."""

    def __init__(self) -> None:
        self.definitions: dict[str, Json] = {}

    def value(self, wanted: object) -> Json:
        """Return the schema of a declared type."""
        bare, meta = bare_type(wanted)
        if is_union(bare):
            return self._union(get_args(bare))
        if isinstance(bare, type) and issubclass(bare, msgspec.Struct):
            return self._struct(bare)
        if get_origin(bare) is Literal:
            return {"enum": list(get_args(bare))}
        if get_origin(bare) is list:
            return {"type": "array", "items": self.value(get_args(bare)[0]), **_lengths(meta, "Items")}
        if get_origin(bare) is dict:
            key, value = get_args(bare)
            names = {"propertyNames": _name(key), "additionalProperties": self.value(value)}
            return {"type": "object", **names, **_lengths(meta, "Properties")}
        return _leaf(bare, meta)

    def _union(self, branches: Sequence[object]) -> Json:
        made = [self.value(each) for each in branches if each is not type(None)]
        if type(None) not in branches:
            return {"anyOf": made}
        types = made[0].get("type") if len(made) == 1 else None
        if types is None:
            return {"anyOf": [*made, {"type": "null"}]}
        # One schema for a text or null: editors explain it better than a choice of two.
        return {**made[0], "type": [*(types if isinstance(types, list) else [types]), "null"]}

    def _struct(self, struct: type[msgspec.Struct]) -> Json:
        name = _kebab(struct.__name__.removesuffix("Doc"))
        if name not in self.definitions:
            self.definitions[name] = {}  # an item holds items
            self.definitions[name] = self._definition(struct)
        return {"$ref": f"#/$defs/{name}"}

    def _definition(self, struct: type[msgspec.Struct]) -> Json:
        fields = _in_order(struct)
        properties = {each.encode_name: self._field(struct, each) for each in fields}
        made = _object((getdoc(struct) or "").partition("\n\n")[0], properties)
        required = [each.encode_name for each in fields if each.required]
        return {**made, **({"required": required} if required else {}), **_rules(struct)}

    def _field(self, struct: type[msgspec.Struct], field: msgspec.structs.FieldInfo) -> Json:
        made = _SPECIAL.get((struct, field.encode_name), _Maker._declared)(self, field)
        words = field_doc(struct, field.name)
        default = _default(field)
        return {
            **made,
            **({"description": words} if words else {}),
            **({"default": default} if default not in (None, [], {}) else {}),
        }

    def _declared(self, field: msgspec.structs.FieldInfo) -> Json:
        return self.value(_without_null(field.type) if field.default is None else field.type)

    def slide(self) -> Json:
        """Return a reference to the schema of a slide: its `layout` chooses from those of the layouts."""
        if "slide" not in self.definitions:
            self.definitions["slide"] = {}
            for layout in LAYOUTS.values():
                self.definitions[f"slide-{layout.id}"] = self._slide_of(layout)
            self.definitions["slide"] = self._any_slide()
        return {"$ref": "#/$defs/slide"}

    def _any_slide(self) -> Json:
        properties = {
            "layout": {
                "description": "The slide layout, which says what other fields the slide has.",
                "enum": list(LAYOUTS),
                "enumDescriptions": [each.doc for each in LAYOUTS.values()],
            },
            **self._common(),
        }
        chosen = [
            {
                "if": {"type": "object", "properties": {"layout": {"const": name}}, "required": ["layout"]},
                "then": {"$ref": f"#/$defs/slide-{name}"},
            }
            for name in LAYOUTS
        ]
        words = "A slide; its fields depend on its `layout`."
        return {
            "type": "object",
            "description": words,
            "properties": properties,
            "required": ["layout", "title", "notes"],
            "allOf": chosen,
        }

    def _slide_of(self, layout: SlideLayout) -> Json:
        struct = slide_declaration(layout.id)
        declared = {each.name: each for each in msgspec.structs.fields(struct)}
        own: dict[str, object] = {}
        for field in layout.fields:
            made = self._declared(declared[attribute(field)])
            if field.complete and field.kind == "column":
                made = {"allOf": [made, {"required": ["heading"]}]}
            own[field.name] = {**made, "description": field.doc}
        required = [each.name for each in layout.fields if each.required]
        return {
            **_object(layout.doc, {"layout": {"const": layout.id}, **own, **self._common()}),
            "required": ["layout", "title", *required, "notes"],
            **_rules(slide_documents.SlideDoc),
        }

    def _common(self) -> Json:
        """Return the properties that every slide has besides `layout`, which are declared once."""
        fields = _in_order(slide_documents.SlideDoc)
        if "every-slide" not in self.definitions:
            properties = {each.encode_name: self._field(slide_documents.SlideDoc, each) for each in fields}
            self.definitions["every-slide"] = _object("What every slide has.", properties)
        where = "#/$defs/every-slide/properties"
        return {each.encode_name: {"$ref": f"{where}/{each.encode_name}"} for each in fields}

    def _slides(self, field: msgspec.structs.FieldInfo) -> Json:
        bare, meta = bare_type(field.type)
        names = {"propertyNames": _name(get_args(bare)[0]), "additionalProperties": self.slide()}
        return {"type": "object", **names, **_lengths(meta, "Properties")}

    def _colours(self, _: msgspec.structs.FieldInfo) -> Json:
        properties = {
            name: {**self.value(documents.Colour), "description": _COLOURS[name]} for name in PALETTE
        }
        return {**_object("", properties), "required": list(PALETTE)}

    def _sizes(self, _: msgspec.structs.FieldInfo) -> Json:
        properties = {
            name: {"type": "number", "minimum": 8, "maximum": 200, "description": "Points.", "default": size}
            for name, size in SIZES.items()
        }
        return _object("", properties)


_SPECIAL: Mapping[tuple[type, str], Callable[[_Maker, msgspec.structs.FieldInfo], Json]] = {
    (documents.ModuleDoc, "slides"): _Maker._slides,
    (documents.LocalDoc, "slides"): _Maker._slides,
    (documents.BrandDoc, "colours"): _Maker._colours,
    (documents.BrandDoc, "sizes"): _Maker._sizes,
}
"""Fields whose declaration says only that a mapping stands there, because they are decoded by themselves."""


def _object(words: str, properties: Mapping[str, object]) -> Json:
    described = {"description": words} if words else {}
    return {"type": "object", **described, "properties": dict(properties), "additionalProperties": False}


def _rules(struct: type[msgspec.Struct]) -> Json:
    rules = RULES[struct]() if struct in RULES else []
    if issubclass(struct, documents.Conditional):
        rules = [*rules, excludes("only", "except")]
    return {"allOf": rules} if rules else {}


def _in_order(struct: type[msgspec.Struct]) -> list[msgspec.structs.FieldInfo]:
    """Return the fields, a condition's last: authors look for the others first."""
    fields = msgspec.structs.fields(struct)
    return sorted(fields, key=lambda each: each.name in documents.Conditional.__struct_fields__)


def _leaf(bare: object, meta: Sequence[msgspec.Meta]) -> Json:
    if bare is bool:
        return {"type": "boolean"}
    if bare in (int, float):
        return {"type": "integer" if bare is int else "number", **_bounds(meta)}
    if bare is not str:
        return {}
    pattern = next((each.pattern for each in meta if each.pattern), None)
    if pattern is None:
        # What YAML takes for a number or a truth value is text here: `title: 1984`.
        return {"type": ["string", "number", "boolean"], **_lengths(meta, "Length")}
    return {**_types(pattern), "pattern": pattern, **_wanted(meta)}


def _types(pattern: str) -> Json:
    """Return the types of a text of a form: also a number, where one can have the form."""
    return {"type": ["string", "integer"] if re.match(pattern, "123456") else "string"}


def _name(key: object) -> Json:
    """Return the schema of the keys of a mapping, which are always texts."""
    _, meta = bare_type(key)
    pattern = next((each.pattern for each in meta if each.pattern), None)
    return {} if pattern is None else {"pattern": pattern}


def _wanted(meta: Sequence[msgspec.Meta]) -> Json:
    """Return what editors say of a text of another form, and examples of the form.

    Examples are offered as completions, so ids have none: it would be a name that is not there.
    """
    words = next((str(each.extra["wanted"]) for each in meta if each.extra), "")
    is_name = any(each.pattern and re.match(each.pattern, "a") for each in meta)
    found = [] if is_name else [each.strip('"') for each in re.findall(r'such as ("?[^\s,]+)', words)]
    said = {"patternErrorMessage": f"Write {words}."} if words else {}
    return {**said, **({"examples": found} if found else {})}


def _lengths(meta: Sequence[msgspec.Meta], what: str) -> Json:
    least = max((each.min_length or 0 for each in meta), default=0)
    most = min((each.max_length for each in meta if each.max_length is not None), default=None)
    return {**({f"min{what}": least} if least else {}), **({f"max{what}": most} if most else {})}


def _bounds(meta: Sequence[msgspec.Meta]) -> Json:
    names = {"gt": "exclusiveMinimum", "ge": "minimum", "lt": "exclusiveMaximum", "le": "maximum"}
    return {
        name: limit
        for each in meta
        for ours, name in names.items()
        if (limit := getattr(each, ours)) is not None
    }


def _default(field: msgspec.structs.FieldInfo) -> object:
    if field.default_factory is not msgspec.NODEFAULT:
        made = field.default_factory()
        return None if isinstance(made, msgspec.Struct) else made
    return None if field.default is msgspec.NODEFAULT else field.default


def _without_null(wanted: object) -> object:
    """Return a type without None: an optional field is left out, not left empty."""
    bare, meta = bare_type(wanted)
    if not is_union(bare):
        return wanted
    branches = [each for each in get_args(bare) if each is not type(None)]
    made: object = branches[0]
    for each in branches[1:]:
        made = made | each
    for each in meta:
        made = Annotated[made, each]
    return made


def _kebab(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()
