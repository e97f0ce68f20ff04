"""The tables in pango_types are those that cffi writes for the installed WeasyPrint.

Run with PENHOLDER_REWRITE=1 to write them anew, and read the difference before committing it.
"""

import ast
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import cffi  # type: ignore[import-untyped]
import pytest

from penholder.publish import pango_types

pytestmark = pytest.mark.slow  # many processes

TARGET = Path(pango_types.__file__)
HEAD = '''"""The C declarations of WeasyPrint {version} as the tables that cffi compiles them to.

Written by tests/publish/test_pango_types.py from weasyprint/text/ffi.py (BSD-3-Clause).
"""

# fmt: off
'''


def declarations_of_weasyprint() -> tuple[str, str]:
    """Return the version of WeasyPrint and the C declarations that a plain import parses."""
    code = (
        "import weasyprint, weasyprint.text.ffi as f\n"
        "print(weasyprint.__version__)\nprint(f.ffi._cdefsources[0], end='')"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    version, _, declarations = run.stdout.partition("\n")
    return version, declarations


def tables_for(declarations: str, folder: Path) -> dict[str, object]:
    """Return the tables that cffi writes for declarations, by the names of pango_types."""
    compiler = cffi.FFI()
    compiler.cdef(declarations)
    compiler.set_source("tables", None)
    compiler.emit_python_code(str(folder / "tables.py"))
    written = ast.parse((folder / "tables.py").read_text())
    call = next(node for node in ast.walk(written) if isinstance(node, ast.Call))
    return {str(k.arg)[1:].upper(): ast.literal_eval(k.value) for k in call.keywords}


def pieces_of(item: object) -> list[str]:
    """Return a part of a table as pieces of source between which a line may end."""
    if isinstance(item, tuple):
        return ["(", *(f"{inner!r}," for inner in item), "),"]
    return [f"{item!r},"]


def packed(value: object) -> list[str]:
    """Return the parts of a table as source lines, as many parts to a line as fit."""
    assert isinstance(value, tuple)
    lines, line = [], ""
    for part in (piece for item in value for piece in pieces_of(item)):
        if line and len(line) + len(part) > 95:
            lines.append(f"    {line}")
            line = ""
        line = f"{line} {part}".strip()
    return [*lines, f"    {line}"]


def source_of(version: str, declarations: str, tables: dict[str, object]) -> str:
    """Return the source of pango_types."""
    types = tables["TYPES"]
    assert isinstance(types, bytes)
    digest = hashlib.sha256(declarations.encode()).hexdigest()
    source = [HEAD.format(version=version)]
    source += [f'FINGERPRINT = "{digest}"', f"VERSION = {tables['VERSION']:#x}", "TYPES = ("]
    source += [f"    {types[i : i + 20]!r}" for i in range(0, len(types), 20)]
    source += [")"]
    for name in ("GLOBALS", "STRUCT_UNIONS", "ENUMS", "TYPENAMES"):
        source += [f"{name} = (", *packed(tables[name]), ")"]
    return "\n".join(source) + "\n"


def test_the_tables_are_those_of_the_installed_weasyprint(tmp_path: Path) -> None:
    version, declarations = declarations_of_weasyprint()
    tables = tables_for(declarations, tmp_path)
    if os.environ.get("PENHOLDER_REWRITE"):
        TARGET.write_text(source_of(version, declarations, tables), "utf-8")
    written = ast.parse(TARGET.read_text("utf-8"))
    assigned = {
        node.targets[0].id: ast.literal_eval(node.value)
        for node in written.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    digest = hashlib.sha256(declarations.encode()).hexdigest()
    assert assigned == {"FINGERPRINT": digest, **tables}


def test_the_tables_name_the_release_they_were_made_from() -> None:
    version, _ = declarations_of_weasyprint()
    first_line = TARGET.read_text("utf-8").splitlines()[0]
    assert re.search(r"WeasyPrint (\S+)", first_line)[1] == version  # type: ignore[index]
