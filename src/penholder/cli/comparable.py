"""Whether versions can be compared with sense: one language, and better one kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from penholder.cli import report
from penholder.cli.versions import Located, documents_of
from penholder.errors import Problem, UsageError

if TYPE_CHECKING:
    from penholder.model.document import Document


def comparable_documents(located: Sequence[Located]) -> list[Document]:
    """Return the documents of versions that are to be compared.

    Raises ContentError with the problems of all, and UsageError E-LANGUAGE where two documents
    are in different languages. Two revisions of one document may be, for its key may have been
    mended. An amendment beside a whole text is told as W-KIND.
    """
    documents = documents_of(located)
    languages = [document.masthead.language for document in documents]
    names = [each.stem.partition("@")[0] for each in located]
    if len(set(languages)) > 1 and len(set(names)) > 1:
        told = _told(located, languages)
        fix = "compare versions in one language, or mend language: in the one that has it wrong"
        raise UsageError("E-LANGUAGE", f"not one language: {told}", fix)
    kinds = ["amendment" if d.masthead.kind == "amendment" else "whole text" for d in documents]
    if len(set(kinds)) > 1:
        what = f"an amendment beside a whole text: {_told(located, kinds)}"
        fix = "compare drafts with drafts: what an amendment changes stands in its own words"
        report.problems([Problem("W-KIND", what, fix)])
    return documents


def _told(located: Sequence[Located], values: Sequence[str]) -> str:
    pairs = zip(located, values, strict=True)
    return ", ".join(f"{each.name} ({value})" for each, value in pairs)
