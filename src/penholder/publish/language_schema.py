"""The JSON Schema of language files, generated from the value they become."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from inspect import getdoc
from typing import Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

from penholder.model.language import Language

Schema: TypeAlias = dict[str, object]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def language_schema() -> str:
    """Return the JSON Schema of ``templates/languages/*.json`` as text."""
    schema = _record(Language)
    properties = {"$schema": {"type": "string"}, **_as_schema(schema["properties"])}
    top = {"$schema": _DIALECT, "title": "What a language gives to a page", **schema}
    return json.dumps({**top, "properties": properties}, indent=2, ensure_ascii=False) + "\n"


def _record(shape: Any) -> Schema:
    hints = get_type_hints(shape)
    names = [each.name for each in fields(shape)]
    return {
        "description": getdoc(shape),
        "type": "object",
        "properties": {name: _schema(hints[name]) for name in names},
        "required": names,
        "additionalProperties": False,
    }


def _schema(shape: Any) -> Schema:
    if is_dataclass(shape):
        return _record(shape)
    origin, arguments = get_origin(shape), get_args(shape)
    if origin is tuple:
        return {"type": "array", "items": _schema(arguments[0])}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _schema(arguments[1])}
    if origin is Literal:
        return {"enum": list(arguments)}
    return {"type": "string"}


def _as_schema(value: object) -> Schema:
    assert isinstance(value, dict)
    return value
