"""The one door to language files: what a language gives to a page, read strictly."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields, is_dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from penholder.errors import UnreadableError
from penholder.model.language import Language
from penholder.publish.template_files import packaged_templates, template_bytes

_SCHEMA_KEY = "$schema"
_Json = Any  # what json.loads returns: every shape is looked at before it is used


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of some folders of templates, a workspace's own before the program's."""

    folders: tuple[Path, ...] = ()

    def of(self, code: str) -> Language:
        """Return a language by its code; raises UnreadableError E-WORDS with the key that is wrong.

        The file is read each time, since somebody may have changed it, and parsed once.
        """
        folders = self.folders or (packaged_templates(),)
        return _parsed(template_bytes(folders, language_file(code)), language_file(code))


PACKAGED = Languages()
"""The languages that come with the program."""


def language_file(code: str) -> str:
    """Return the name of a language's file among the templates: ``languages/fr.json``."""
    return f"languages/{code}.json"


def unconfirmed(language: Language) -> tuple[int, int]:
    """Return how many keys of a language's words no real page confirmed, and of how many."""
    keys = [key for key in _keys(asdict(language), "") if not key.startswith(_OF_THE_PROGRAM)]
    doubted = [key for key in keys if _is_within(key, language.unverified)]
    return len(doubted), len(keys)


_OF_THE_PROGRAM = ("code", "direction", "unverified", "fonts", "screen", "watermark")
"""Keys that are no words of the United Nations."""


def _keys(value: _Json, at: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _keys(each, f"{at}.{key}" if at else key)
    else:
        yield at


def _is_within(key: str, groups: tuple[str, ...]) -> bool:
    return any(key == group or key.startswith(f"{group}.") for group in groups)


@lru_cache(maxsize=32)
def _parsed(data: bytes, name: str) -> Language:
    try:
        value = json.loads(data)
    except ValueError as error:
        raise _unfit(name, f"is no JSON: {error}") from error
    if isinstance(value, dict):
        value.pop(_SCHEMA_KEY, None)
    language: Language = _made(Language, value, name)
    return language


def _made(shape: Any, value: _Json, at: str) -> Any:
    """Return a value in the shape that a field is declared with; raises UnreadableError."""
    if is_dataclass(shape):
        return _record(shape, value, at)
    origin, arguments = get_origin(shape), get_args(shape)
    if origin is tuple and isinstance(value, list):
        return tuple(_made(arguments[0], each, f"{at}[{i}]") for i, each in enumerate(value))
    if origin is Mapping and isinstance(value, dict):
        return {key: _made(arguments[1], each, f"{at}.{key}") for key, each in value.items()}
    if origin is Literal and value in arguments:
        return value
    if shape is str and isinstance(value, str):
        return value
    raise _unfit(at, f"is {value!r:.40}, which does not belong there")


def _record(shape: Any, value: _Json, at: str) -> Any:
    hints = _hints(shape)
    if not isinstance(value, dict):
        raise _unfit(at, "is no group of keys")
    for what, keys in (("misses", hints.keys() - value.keys()), ("has", value.keys() - hints)):
        if keys:
            known = "" if what == "misses" else ", which nobody reads"
            raise _unfit(at, f"{what} {', '.join(sorted(keys))}{known}")
    return shape(**{key: _made(hint, value[key], f"{at}: {key}") for key, hint in hints.items()})


@cache
def _hints(shape: Any) -> dict[str, Any]:
    hints = get_type_hints(shape)
    return {each.name: hints[each.name] for each in fields(shape)}


def _unfit(at: str, what: str) -> UnreadableError:
    fix = "compare your file with the one of that name that comes with penholder"
    return UnreadableError("E-WORDS", f"{at} {what}", fix)
