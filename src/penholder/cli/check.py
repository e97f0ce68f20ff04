"""The verb check: every problem of documents, with its file, line and remedy."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from penholder.check.language_versions import language_versions
from penholder.check.rules import check
from penholder.cli import report
from penholder.cli.beside import beside, problems_beside
from penholder.cli.names import stem_of, workspace_or_none
from penholder.cli.versions import Located, locate, locate_all
from penholder.errors import Problem, exit_code_of
from penholder.store.findings import in_another_language, misplaced, problems_of

if TYPE_CHECKING:
    from penholder.model.version import Name
    from penholder.store.source import Source

EXAMPLES = """\
  penholder check                       every document below content/
  penholder check A/RES/53/123
  penholder check drafts/my-text --json
  penholder check - < text.yaml"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("versions", nargs="*", metavar="VERSION", help="what to check; all if none")
    parser.add_argument("--json", action="store_true", help="tell the problems as JSON")


def run(options: argparse.Namespace) -> int:
    """Check what was asked and return the gravest exit code."""
    located, failures = locate_all(options.versions)
    found: list[Problem] = []
    bar = report.Bar("checking", len(located))
    for each in located:
        found += problems_in(each)
        bar.step()
    bar.end()
    code = report.failures(failures)
    if options.json:
        report.as_json([_told(problem) for problem in found])
    else:
        report.problems(found)
        report.tell(_summary(len(located), found))
    return max(code, exit_code_of(found))


def problems_in(located: Located) -> list[Problem]:
    """Return the problems of one file: of its form, or where that is sound, of its content."""
    source = located.source()
    if source.document is None:
        return source.problems
    found = [*source.problems, *problems_of(source, check(source.document))]
    if setting := beside(located):
        found += problems_beside(setting, located, source.document)
    workspace = workspace_or_none()
    if located.path and workspace and stem_of(located.path, workspace):
        name = workspace.name_of(located.path)
        stray = misplaced(source, name)
        found += [stray] if stray else []
        code = stem_of(located.path, workspace).removeprefix(name.path).removeprefix(".")
        leader = workspace.path_of(name)
        found += _beside_the_leader(source, code, leader, name)
        if code and leader.is_file():
            found += _behind_the_leader(located, leader, name)
    return found


def _behind_the_leader(located: Located, leader: Path, name: Name) -> Sequence[Problem]:
    # Here and not above: only a version in another language has anything to ask of git.
    from penholder.cli.lag import lag_of

    behind = lag_of(located.file, located.path, leader, name) if located.path else None
    return (behind,) if behind else ()


def _beside_the_leader(source: Source, code: str, leader: Path, name: Name) -> Sequence[Problem]:
    """Return how a version in another language differs from the one that all others follow."""
    if not code or source.document is None:
        return ()
    if other := in_another_language(source, code):
        return (other,)
    if not leader.is_file():
        return ()
    followed = locate(str(leader)).source().document
    if followed is None:
        return ()
    return problems_of(source, language_versions(followed, source.document, str(name)))


def _told(problem: Problem) -> dict[str, str | int]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "what": problem.what,
        "fix": problem.fix,
    }


def _summary(count: int, found: Sequence[Problem]) -> str:
    advice = sum(problem.is_advice for problem in found)
    problems = report.plural(len(found) - advice, "problem")
    warnings = f", {report.plural(advice, 'piece')} of advice" if advice else ""
    return f"{report.plural(count, 'document')}: {problems}{warnings}"
