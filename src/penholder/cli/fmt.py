"""The verb fmt: documents in their one canonical form, comments kept."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from penholder.cli import report
from penholder.cli.beside import beside
from penholder.cli.names import STANDARD_INPUT, stem_of, workspace_or_none
from penholder.cli.versions import Located, locate_all
from penholder.errors import FINDINGS, ConflictError, ContentError, UsageError
from penholder.store.atomic import atomic_write
from penholder.store.comments import comments_of
from penholder.store.files import read_file
from penholder.store.places import SETTING
from penholder.store.write import write_document

EXAMPLES = """\
  penholder fmt                         every document below content/
  penholder fmt A/RES/53/123
  penholder fmt --check                 change nothing; exit 1 where something would change
  penholder fmt - < text.yaml           to standard output"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("files", nargs="*", metavar="VERSION", help="what to rewrite; all if none")
    parser.add_argument("--check", action="store_true", help="change nothing, only tell")


def run(options: argparse.Namespace) -> int:
    """Rewrite what was asked; a file that cannot be read is told and left as it is."""
    located, failures = locate_all(options.files)
    _check_present(located)
    code = report.failures(failures)
    located = [file for each in located for file in (each, *_beside(each))]
    changed = 0
    for each in located:
        try:
            text = formatted(each).encode()
        except ContentError as error:
            report.problems(error.problems)
            code = max(code, error.exit_code)
            continue
        if each.path is None and not options.check:
            report.write(text)
        elif text != each.data:
            changed += 1
            _tell(each) if options.check else _rewrite(each, text)
    if options.check and changed:
        code = max(code, FINDINGS)
    if options.check or [each.path for each in located] != [None]:
        done = "would change" if options.check else "rewritten"
        report.tell(f"{changed} of {report.plural(len(located), 'document')} {done}")
    return code


def formatted(located: Located) -> str:
    """Return a document in canonical form; raises ContentError where it cannot be read."""
    if located.path and located.path.name.endswith(SETTING):
        return _formatted_setting(located)
    source = located.source()
    if source.document is None:
        raise ContentError(source.problems)
    return write_document(source.document, comments_of(source), _modeline(located))


def _beside(located: Located) -> Iterator[Located]:
    """Yield the file of what was set by hand in a document, where there is one."""
    file = beside(located)
    if file and file.path:
        yield Located(located.name, file.file, located.stem, file.data, file.path)


def _formatted_setting(located: Located) -> str:
    from penholder.store.setting_format import read_setting, rewritten

    found = read_setting(located.data, located.file)
    if found.hand is None:
        raise ContentError(found.problems)
    return rewritten(found, _modeline(located))


def _modeline(located: Located) -> str:
    workspace = workspace_or_none()
    if workspace and located.path and stem_of(located.path, workspace):
        return workspace.modeline(located.path)
    return ""


def _check_present(located: Sequence[Located]) -> None:
    for each in located:
        if each.path is None and each.file != STANDARD_INPUT:
            raise UsageError("E-USAGE", f"{each.name} is history", "name it as it stands")


def _tell(located: Located) -> None:
    report.say(f"{located.file} is not in canonical form")


def _rewrite(located: Located, text: bytes) -> None:
    """Write the text, unless the file is no longer the one that was read."""
    assert located.path
    if read_file(located.path) != located.data:
        what = f"{located.file} was changed by another program meanwhile"
        raise ConflictError("E-CONFLICT", what, "save it there and run penholder fmt again")
    atomic_write(located.path, text)
    report.tell(f"rewrote {located.file}")
