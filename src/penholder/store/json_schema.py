"""The JSON Schema of the file format, generated from its one description."""

from __future__ import annotations

import json
from typing import TypeAlias

from penholder.model.wording import KEY
from penholder.store.format import DOCUMENT
from penholder.store.setting_format import SETTING
from penholder.store.shapes import (
    Choice,
    Day,
    Flag,
    Id,
    ListOf,
    Notes,
    OneOf,
    Points,
    Record,
    SessionText,
    Shape,
    VoteSide,
    Whole,
)

Schema: TypeAlias = dict[str, object]
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> str:
    """Return the schema of a document file as JSON text, for editors and other programs.

    Scalars may be written without quotes, so numbers and dates are allowed where text is.
    """
    return _schema_of(DOCUMENT, "United Nations resolution, draft resolution or amendment")


def setting_schema() -> str:
    """Return the schema of the file of what an editor set by hand, in the same way."""
    return _schema_of(SETTING, "What an editor set by hand on the page of a document")


def _schema_of(record: Record, title: str) -> str:
    definitions: Schema = {}
    schema: Schema = {
        "$schema": DIALECT,
        "title": title,
        **_define(record, definitions),
        "$defs": definitions,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _define(record: Record, definitions: Schema) -> Schema:
    """Add a record to the definitions once, and return a reference to it."""
    reference: Schema = {"$ref": f"#/$defs/{record.name}"}
    if record.name in definitions:
        return reference
    definitions[record.name] = True
    properties: Schema = {}
    for key in record.keys:
        properties[key.name] = {"description": key.about, **_schema(key.shape, definitions)}
    mapping: Schema = {
        "description": record.about,
        "type": "object",
        "properties": properties,
        "required": [key.name for key in record.keys if key.is_required],
        "additionalProperties": False,
    }
    if record.short:
        words: Schema = {"type": "string", "minLength": 1}
        properties[record.short] = {"description": record.by_name[record.short].about, **words}
        mapping = {"anyOf": [words, mapping]}
    definitions[record.name] = mapping
    return reference


def _schema(shape: Shape, definitions: Schema) -> Schema:
    match shape:
        case Record():
            return _define(shape, definitions)
        case OneOf():
            return {"anyOf": [_define(record, definitions) for record in shape.records()]}
        case ListOf():
            return {"type": "array", "items": _schema(shape.item, definitions)}
        case Notes():
            text: Schema = {"type": "string"}
            return {
                "type": "object",
                "propertyNames": {"pattern": f"^{KEY}$"},
                "additionalProperties": text,
            }
        case VoteSide():
            return {"anyOf": [{"type": "integer"}, {"type": "array", "items": {"type": "string"}}]}
    return _scalar_schema(shape)


def _scalar_schema(shape: Shape) -> Schema:
    match shape:
        case Choice():
            return {"enum": list(shape.words)}
        case Flag():
            return {"type": "boolean"}
        case Whole():
            return {"type": "integer", "minimum": shape.least, "maximum": shape.most}
        case Points():
            return {"type": "number", "exclusiveMinimum": 0, "maximum": shape.most}
        case Id():
            return {"type": "string", "pattern": f"^{KEY}$"}
        case Day():
            return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
        case SessionText():
            return {"anyOf": [{"type": "string"}, {"type": "integer"}]}
    return {"type": "string"}
