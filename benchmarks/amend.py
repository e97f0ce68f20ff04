"""How many instructions of real amendments are read, and applied as a careful clerk would.

The truth was made by hand from poppler's text of the amendments and their targets, before the
program was asked: ``amending/read.tsv`` says what each instruction asks for, and
``amending/applied.tsv`` which paragraphs it changes, and to what. Official words stand there as
digests only. Whatever the ledger does not name must stand in the amended text as it stood in the
target. Where the draft that an amendment names is not among the documents, the text nearest to it
stands in.

Each amendment is measured from its text and from its PDF. The documents are those of
../shared/corpus, or of $PENHOLDER_CORPUS; without them nothing is measured.
"""

from __future__ import annotations

import csv
import hashlib
import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from penholder.compare.proposals import propose, submitted
from penholder.ingest.reading import read_source
from penholder.model.amendment import (
    DeleteParagraphs,
    DeleteWords,
    InsertAfter,
    InsertWords,
    Instruction,
    ReplaceThroughout,
    ReplaceWords,
    Request,
)
from penholder.model.document import Document
from penholder.model.numbering import labels
from penholder.model.outline import outline
from penholder.model.wording import plain

ROOT = Path(__file__).parents[1]
CORPUS = Path(os.environ.get("PENHOLDER_CORPUS", ROOT.parent / "shared" / "corpus"))
TRUTH = Path(__file__).parent / "amending"
LEAST_APPLIED = 0.9
TARGETS = {
    "A_80_L.28": "A_80_L.3",
    "A_80_L.35": "A_80_L.27",
    "A_C.3_80_L.65": "A_C.3_80_L.24",
    "A_C.3_80_L.61": "A_RES_80_190",
    "A_C.3_80_L.62": "A_RES_80_190",
    "A_C.3_80_L.63": "A_C.3_80_L.20",
    "A_C.3_80_L.64": "A_RES_80_190",
}
FORMS = ("text", "pdf")
Row = dict[str, str]


def digest(words: str) -> str:
    """Return the digest of words whatever their marks, spaces at hyphens and kind of space."""
    bare = re.sub(r"[\u00a0\u202f\s]+", " ", plain(words)).strip()
    bare = re.sub(r" ?[-\u2010\u2011] ?", "-", bare).replace(" ’", "’")
    return hashlib.sha256(bare.encode()).hexdigest()[:12] if bare else "-"


def rows(name: str) -> list[Row]:
    """Return the rows of one table of truths."""
    with (TRUTH / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@cache
def read(name: str, form: str) -> Document:
    """Return a document of the corpus as it is imported from its text or its PDF."""
    suffix = {"text": ".txt", "pdf": ".pdf"}[form]
    return read_source((CORPUS / form / f"{name}{suffix}").read_bytes()).document


def texts_of(document: Document) -> dict[str, str]:
    """Return the digest of every unit by its address, and of the title."""
    named = zip(labels(document), outline(document), strict=True)
    only = {"unnumbered paragraph 1": "OP 1"}
    told = {only.get(label.address, label.address): digest(unit.text) for label, unit in named}
    return {"title": digest(document.title), **told}


def asked(instruction: Instruction) -> Row:
    """Return what an instruction asks for in the terms of the table of truths."""
    if len(instruction.asks) != 1:
        return {}
    (ask,) = instruction.asks
    brought = "; ".join(digest(getattr(block, "text", "")) for block in instruction.text)
    kind, of, to = _terms(ask)
    at = getattr(ask, "at", ())
    places = "; ".join(map(str, at if isinstance(at, tuple) else (at,)))
    return {"asks": kind, "at": places, "of": of, "to": to if to != "-" else brought or "-"}


def _terms(ask: Request) -> tuple[str, str, str]:
    match ask:
        case ReplaceThroughout(words, by):
            return "replace throughout", digest(words), digest(by)
        case ReplaceWords(words, by):
            return "replace words", digest(words), digest(by)
        case DeleteWords(words):
            return "delete words", digest(words), "-"
        case InsertWords(words) if ask.after and not ask.before:
            return "insert words after", digest(ask.after), digest(words)
        case InsertAfter():
            return "insert after", "-", "-"
        case DeleteParagraphs():
            return "delete", "-", "-"
    return type(ask).__name__, "-", "-"


def misread(form: str) -> Iterator[str]:
    """Yield every instruction that is not read as the clerk reads it."""
    told: dict[str, list[Row]] = {}
    for row in rows("read.tsv"):
        told.setdefault(row["amendment"], []).append(row)
    for name, wanted in told.items():
        found = [asked(each) for each in read(name, form).instructions]
        if len(found) != len(wanted):
            yield f"{name}: {len(found)} instructions, the clerk counts {len(wanted)}"
        for row, said in zip(wanted, found, strict=False):
            if any(said.get(key) != row[key] for key in ("asks", "at", "of", "to")):
                yield f"{name}, instruction {row['instruction']}: {said}"


def wrong(name: str, form: str) -> set[str]:
    """Return the instructions that were not applied as the ledger has it.

    ``rest`` stands for a change that the ledger does not know.
    """
    target = read(TARGETS[name], form)
    proposal = propose(target, submitted(read(name, form), name))
    before, after = texts_of(target), texts_of(proposal.amended.document)
    ledger = [row for row in rows("applied.tsv") if row["amendment"] == name]
    missed = {
        number
        for row in ledger
        for number in row["instructions"].split(",")
        if row["after"] != "-" and after.get(row["after"]) != row["words"]
    }
    missed |= {
        str(place) for place, outcome in enumerate(proposal.outcomes, start=1) if outcome.misfits
    }
    kept = [words for at, words in before.items() if at not in {row["before"] for row in ledger}]
    now = [words for at, words in after.items() if at not in {row["after"] for row in ledger}]
    return missed if kept == now else missed | {"rest"}


def measured(form: str) -> bool:
    """Print two rows of the table of figures for one form; return whether both hold."""
    total = len(rows("read.tsv"))
    unread = list(misread(form))
    for each in unread:
        print(f"  not as a clerk reads it, from {form}: {each}")
    count = sum(row["amendment"] in TARGETS for row in rows("read.tsv"))
    missed = {name: wrong(name, form) for name in TARGETS}
    for name, numbers in missed.items():
        if numbers:
            print(f"  not as a clerk applies it, from {form}: {name}: {', '.join(sorted(numbers))}")
    right = count - sum(map(len, missed.values()))
    enough = right >= LEAST_APPLIED * count
    print(f"| amendments, from {form}: instructions read | {total - len(unread)} of {total} "
          f"| all | {'missed' if unread else 'holds'} |")  # fmt: skip
    print(f"| amendments, from {form}: applied to the letter, nothing else changed "
          f"| {right} of {count} | at least {LEAST_APPLIED:.0%} "
          f"| {'holds' if enough else 'missed'} |")  # fmt: skip
    return not unread and enough


def main() -> int:
    """Print the table of figures; return 1 where a target is missed."""
    if not CORPUS.is_dir():
        print(f"| amendments | not measured: {CORPUS} is not here |")
        return 0
    results = [measured(form) for form in FORMS]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
