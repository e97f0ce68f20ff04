"""Templates of the program as Jinja compiled them, kept where Python keeps its compiled modules."""

from __future__ import annotations

import marshal
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_NOT_KEPT = ""
_CACHED: str | None = globals().get("__cached__")
BESIDE_THIS = Path(_CACHED).with_suffix(".templates") if _CACHED else None


class CompiledTemplates(BytecodeCache):
    """Spares compiling, which takes a fifth of the time of setting one page.

    Kept are templates that lie in ``folder``, the program's own: with each the digest of its
    source, checked by Jinja. Those of a workspace are compiled anew, since its files may be
    anybody's and what is kept is run. The file lies beside the compiled form of this module, and
    whoever can write there can change the program too; where nobody can, nothing is kept.
    ``options`` are those of the environment, on which the compiled form depends.
    """

    def __init__(self, folder: Path, options: str, file: Path | None = BESIDE_THIS) -> None:
        self._folder = folder
        self._options = options
        self._file = file
        self._kept: dict[str, bytes] | None = None
        self._is_changed = False

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return a name for what is to be kept, empty for what is not."""
        is_ours = filename is not None and Path(filename).parent == self._folder
        return f"{name} {self._options}" if is_ours else _NOT_KEPT

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja the compiled form of a template, if it is kept."""
        if self._kept is None:
            self._kept = self._read()
        if kept := self._kept.get(bucket.key):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take what Jinja compiled."""
        if self._kept is not None and bucket.key != _NOT_KEPT:
            self._kept[bucket.key] = bucket.bytecode_to_string()
            self._is_changed = True

    def save(self) -> None:
        """Keep what was compiled since the last time, whole or not at all."""
        if not (self._is_changed and self._file) or sys.dont_write_bytecode:
            return
        self._is_changed = False
        with suppress(OSError):
            folder = self._file.parent
            with NamedTemporaryFile(dir=folder, prefix=self._file.name, delete=False) as file:
                file.write(marshal.dumps(self._kept))
            Path(file.name).replace(self._file)

    def _read(self) -> dict[str, bytes]:
        try:
            kept = marshal.loads(self._file.read_bytes() if self._file else b"")
        except (OSError, EOFError, ValueError, TypeError):
            return {}
        return kept if isinstance(kept, dict) else {}
