"""What has been made and from what, so that nothing is made twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypedDict

from penholder.cli.names import workspace_or_none
from penholder.errors import UnsafeError

_NAME = ".penholder.json"
_FORM = 1


class _Made(TypedDict):
    """One output: digests of its sources, the setting, digests of templates, its own state."""

    sources: list[str]
    setting: str
    templates: dict[str, str]
    size: int
    changed: int


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


class Ledger:
    """The record of a build folder; an output is fresh while nothing it came from has changed.

    ``folder`` is None outside of any workspace, where nothing is remembered.
    ``tools`` is a digest of everything that turns content into bytes apart from the templates:
    versions of programs and fonts. ``template`` returns the bytes of a template by name.
    Times play no part: sources and templates are compared by content. Of an output itself its
    size and time of change tell that nobody else wrote it.
    """

    def __init__(self, folder: Path | None, tools: str, template: Callable[[str], bytes]) -> None:
        self._folder = folder
        self._tools = tools
        self._template = template
        self._digests: dict[str, str] = {}
        self._made = self._read()
        self._is_changed = False

    def _read(self) -> dict[str, _Made]:
        if self._folder is None:
            return {}
        try:
            found = json.loads((self._folder / _NAME).read_bytes())
        except (OSError, ValueError):
            return {}
        if not isinstance(found, dict) or found.get("form") != _FORM:
            return {}
        if found.get("tools") != self._tools:
            return {}
        made: dict[str, _Made] = found["made"]
        return made

    def is_fresh(self, output: Path, sources: tuple[str, ...], setting: str) -> bool:
        """Whether an output would come out again as it is; ``sources`` are digests."""
        made = self._made.get(self._key(output))
        if made is None or made["sources"] != list(sources) or made["setting"] != setting:
            return False
        if any(self._digest(name) != known for name, known in made["templates"].items()):
            return False
        try:
            state = output.stat()
        except OSError:
            return False
        return (state.st_size, state.st_mtime_ns) == (made["size"], made["changed"])

    def look_again(self) -> None:
        """Forget what the templates were, since somebody may have changed them."""
        self._digests.clear()

    def enter(
        self, output: Path, sources: tuple[str, ...], setting: str, templates: frozenset[str]
    ) -> None:
        """Note an output just written."""
        state = output.stat()
        self._made[self._key(output)] = {
            "sources": list(sources),
            "setting": setting,
            "templates": {name: self._digest(name) for name in sorted(templates)},
            "size": state.st_size,
            "changed": state.st_mtime_ns,
        }
        self._is_changed = True

    def check_inside(self, output: Path) -> None:
        """Raise UnsafeError E-PATH where a link leads an output of the build folder out of it."""
        if self._folder is None or not output.is_relative_to(self._folder):
            return
        if not output.parent.resolve().is_relative_to(self._folder.resolve()):
            fix = "remove the link, or name the place with -o"
            raise UnsafeError("E-PATH", f"a link leads {output} out of {self._folder}", fix)

    def save(self) -> None:
        """Write the record, if anything was noted since it was read."""
        if self._folder is None or not self._is_changed:
            return
        from penholder.store.atomic import atomic_write

        record: Mapping[str, object] = {"form": _FORM, "tools": self._tools, "made": self._made}
        atomic_write(self._folder / _NAME, json.dumps(record, sort_keys=True).encode())
        self._is_changed = False

    def _key(self, output: Path) -> str:
        if self._folder and output.is_relative_to(self._folder):
            return output.relative_to(self._folder).as_posix()
        return str(output)

    def _digest(self, name: str) -> str:
        if name not in self._digests:
            self._digests[name] = digest(self._template(name))
        return self._digests[name]


def open_ledger() -> Ledger:
    """Return the record of what was made in the workspace that the command runs in."""
    from penholder.publish.template_files import template_bytes, template_folders
    from penholder.publish.tools import tools_digest

    workspace = workspace_or_none()
    folders = template_folders(workspace.templates if workspace else None)
    build = workspace.build if workspace else None
    return Ledger(build, tools_digest(), partial(template_bytes, folders))
