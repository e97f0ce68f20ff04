"""Working copies on the command line: which forms are asked for, and in which formats they are."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from penholder.cli.nearest import nearest
from penholder.errors import UsageError
from penholder.publish.working import FORMS, ON_PAPER_ALONE, Form, contradiction, listed

if TYPE_CHECKING:
    from collections.abc import Sequence


def declare_working(parser: argparse.ArgumentParser) -> None:
    """Declare the option that asks for a working copy."""
    told = f"a working copy, in some of these forms: {', '.join(FORMS)}"
    parser.add_argument("--working", metavar="FORMS", default="", help=told)


def working_of(options: argparse.Namespace) -> tuple[Form, ...]:
    """Return the forms asked for, each once, in one order whatever the order asked.

    Raises UsageError for a form that is none, and for forms that do not go together.
    """
    asked = {word.strip() for word in options.working.split(",")} - {""}
    for word in sorted(asked - set(FORMS)):
        near = nearest(word, FORMS)
        fix = f"did you mean {near}?" if near else f"choose from {', '.join(FORMS)}"
        raise UsageError("E-USAGE", f"no working copy is {word!r}", fix)
    if options.working and not asked:
        raise UsageError("E-USAGE", "--working names no form", f"choose from {', '.join(FORMS)}")
    forms = tuple(form for form in FORMS if form in asked)
    what, fix = contradiction(forms)
    if what:
        raise UsageError("E-USAGE", what, fix)
    return forms


def usual_formats(forms: Sequence[Form]) -> str:
    """Return the formats of a working copy where none are named."""
    return "pdf" if ON_PAPER_ALONE & set(forms) else "pdf,html"


def check_formats(forms: Sequence[Form], formats: Sequence[str]) -> None:
    """Raise UsageError for a format in which a form cannot be had."""
    if forms and "docx" in formats:
        what = f"a Word file has no working copies: {listed(forms)}"
        raise UsageError("E-USAGE", what, "build it without --working; Word has all of these")
    paper = [form for form in forms if form in ON_PAPER_ALONE]
    if paper and "html" in formats:
        what = f"HTML has neither lines nor sheets: {listed(paper)}"
        raise UsageError("E-USAGE", what, "ask for --format pdf")
