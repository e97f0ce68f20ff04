"""The JSON Schema of the records, generated from their types."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from inspect import getdoc
from types import UnionType
from typing import Annotated, Literal, NotRequired, TypeAlias, get_args, get_origin, get_type_hints
from typing import is_typeddict as is_record

from penholder.publish.records import EncountersRecord, RedlineRecord

Schema: TypeAlias = dict[str, object]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALARS: Mapping[object, str] = {str: "string", int: "integer"}


def redline_schema() -> str:
    """Return the JSON Schema of ``diff --format json`` as text."""
    return _schema_of(RedlineRecord, "What changed between two versions of a document")


def encounters_schema() -> str:
    """Return the JSON Schema of ``diff BASE MINE THEIRS --format json`` as text."""
    return _schema_of(EncountersRecord, "What two parties changed against one base")


def _schema_of(record: type, title: str) -> str:
    definitions: Schema = {}
    reference = _reference(record, definitions)
    schema = {"$schema": _DIALECT, "title": title, **reference, "$defs": definitions}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _reference(record: type, definitions: Schema) -> Schema:
    """Add a record to the definitions once, and return a reference to it."""
    name = record.__name__.removesuffix("Record").lower()
    if name not in definitions:
        definitions[name] = True
        definitions[name] = _definition(record, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _definition(record: type, definitions: Schema) -> Schema:
    hints = get_type_hints(record, vars(sys.modules[record.__module__]), include_extras=True)
    bare = {name: _bare(hint) for name, hint in hints.items()}
    return {
        "description": getdoc(record),
        "type": "object",
        "properties": {name: _schema(hint, definitions) for name, hint in bare.items()},
        "required": [name for name, hint in hints.items() if get_origin(hint) is not NotRequired],
        "additionalProperties": False,
    }


def _bare(hint: object) -> object:
    return get_args(hint)[0] if get_origin(hint) is NotRequired else hint


def _schema(hint: object, definitions: Schema) -> Schema:
    if isinstance(hint, type) and is_record(hint):
        return _reference(hint, definitions)
    if hint in _SCALARS:
        return {"type": _SCALARS[hint]}
    inner, *rest = get_args(hint)
    if get_origin(hint) is Annotated:
        return {"description": rest[0], **_schema(inner, definitions)}
    if get_origin(hint) is Literal:
        return {"enum": [inner, *rest]}
    if get_origin(hint) is UnionType:
        return {"anyOf": [_schema(each, definitions) for each in (inner, *rest)]}
    return {"type": "array", "items": _schema(inner, definitions)}
