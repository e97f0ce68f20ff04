"""How many instructions of real amendments are read, and applied as a careful clerk would.

The truth was written by hand from the amendments: for each, what the amended text says where, what
stands there no more, and how many paragraphs of each kind there are. Where the draft that an
amendment names is not among the documents, the text nearest to it stands in. The documents are
those of ../shared/corpus, or of $PENHOLDER_CORPUS; without them nothing is measured.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from penholder.compare.proposals import Proposal, propose, submitted
from penholder.ingest.reading import read_source
from penholder.model.document import Document
from penholder.model.numbering import labels
from penholder.model.outline import outline
from penholder.model.wording import plain

ROOT = Path(__file__).parents[1]
CORPUS = Path(os.environ.get("PENHOLDER_CORPUS", ROOT.parent / "shared" / "corpus"))
PAIRS = CORPUS / "pairs" / "C-draft-amendments-adopted"
LEAST_APPLIED = 0.9


@dataclass(frozen=True, slots=True)
class Expected:
    """What one instruction does: words that stand at addresses, words that stand there no more."""

    stands: tuple[tuple[str, str], ...] = ()
    gone: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """An amendment, its target, the paragraphs afterwards (PP, OP), and each instruction."""

    amendment: str
    target: str
    counts: tuple[int, int]
    expected: tuple[Expected, ...]


CASES = (
    Case("A_80_L3/2_amend_A_80_L.28", "A_80_L3/1_draft_A_80_L.3", (7, 13), (
        Expected((("title", "of the Chornobyl disaster"), ("OP 8", "post-Chornobyl recovery")),
                 (("title", "Chernobyl"), ("OP 13", "Chernobyl"), ("PP 3", "Chernobyl"))),
        Expected((("PP 2", "Chornobyl nuclear power plant of Ukraine, and"),)),
        Expected((("PP 6", "Stressing that the fortieth"), ("PP 7", "Welcoming also"))),
        Expected((("OP 1", "Welcomes the report"),), (("OP 1", "Takes note"),)),
        Expected((("OP 5", "Expresses grave alarm"), ("OP 6", "Stresses the importance"),
                  ("OP 7", "Encourages Member States"))),
        Expected((("OP 10", "to rename International Chernobyl Disaster"),)),
        Expected((("OP 11", "Day, including by paying"), ("OP 11", "in 2026, and notes"))),
        Expected((("OP 13", "the Chornobyl disaster” of the item"),)),
    )),
    Case("A_RES_80_111_chernobyl/2_amend_A_80_L.35",
         "A_RES_80_111_chernobyl/1_draft_A_80_L.27", (7, 10), (
        Expected((("title", "of the Chernobyl disaster"), ("OP 6", "post-Chernobyl recovery")),
                 (("title", "Chornobyl"), ("OP 8", "Chornobyl"), ("PP 6", "Chornobyl"))),
        Expected((("PP 2", "nuclear power plant, and"),), (("PP 2", "of Ukraine"),)),
        Expected((("OP 1", "Takes note of the report"),), (("OP 1", "Welcomes"),)),
        Expected((("OP 5", "Encourages Member States"), ("OP 7", "Recognizes the need"),
                  ("OP 8", "Invites Member States"), ("OP 10", "Requests the Secretary-General"))),
        Expected((("OP 10", "the Chernobyl disaster” of the item"),)),
    )),
    Case("A_RES_80_189_HRC-report/2_amend_A_C.3_80_L.65",
         "A_RES_80_189_HRC-report/1_draft_A_C.3_80_L.24", (3, 1), (
        Expected((("PP 3", "Having considered"), ("OP 1", "its recommendations.")),
                 (("PP 3", "79/192"),)),
    )),
    Case("A_RES_80_190_rights-of-child/2_amend_A_C.3_80_L.61",
         "A_RES_80_190_rights-of-child/3_adopted_A_RES_80_190", (51, 0), (
        Expected((("PP 14", "early childhood, and taking note of"),
                  ("PP 14", "Convention (2023),")),
                 (("PP 14", "which notes that"),)),
        Expected((), (("PP 15", "Taking note of the statement"),)),
    )),
    Case("A_RES_80_190_rights-of-child/2_amend_A_C.3_80_L.62",
         "A_RES_80_190_rights-of-child/3_adopted_A_RES_80_190", (53, 0), (
        Expected((("PP 15", "Reaffirming that, in accordance with article 5"),
                  ("PP 16", "Taking note of the statement"))),
    )),
    Case("A_RES_80_190_rights-of-child/2_amend_A_C.3_80_L.63",
         "A_RES_80_190_rights-of-child/1_draft_A_C.3_80_L.20", (0, 0), (
        Expected((("PP 13", "the fifth Global Conference on the Elimination of Child Labour"),
                  ("PP 13", "from 15 to 20 May 2022")), (("PP 13", "Buenos Aires"),)),
    )),
    Case("A_RES_80_190_rights-of-child/2_amend_A_C.3_80_L.64",
         "A_RES_80_190_rights-of-child/3_adopted_A_RES_80_190", (52, 0), (
        Expected((("OP 13", "including for emergency obstetric"),)),
        Expected((("OP 27", "social and healthcare services"), ("OP 43", "social and healthcare"))),
        Expected((("OP 46", "mental health, and legal"),), (("OP 46", "reproductive"),)),
    )),
)  # fmt: skip
WITHOUT_TARGET = ("A_80_L.30", "A_80_L.36")


def read(path: Path) -> Document:
    """Return the document of a text file of the corpus."""
    return read_source(path.with_name(f"{path.name}.txt").read_bytes()).document


def texts_of(document: Document) -> dict[str, str]:
    """Return the letters of every unit by its address, and of the title."""
    named = zip(labels(document), outline(document), strict=True)
    only = {"unnumbered paragraph 1": "OP 1"}
    told = {only.get(label.address, label.address): plain(unit.text) for label, unit in named}
    return {"title": plain(document.title), **told}


def holds(expected: Expected, texts: dict[str, str]) -> bool:
    """Whether the amended text says all that one instruction leads to."""
    stands = all(words in texts.get(at, "") for at, words in expected.stands)
    return stands and not any(words in texts.get(at, "") for at, words in expected.gone)


def counts_are_right(case: Case, texts: dict[str, str]) -> bool:
    """Whether as many paragraphs stand as the amendment leaves; 0 where it was not counted."""
    found = (sum(bool(re.fullmatch(rf"{kind} \d+", at)) for at in texts) for kind in ("PP", "OP"))
    return all(wanted in (0, count) for wanted, count in zip(case.counts, found, strict=True))


def applied(case: Case) -> tuple[int, int]:
    """Return how many instructions are applied as they should be, and how many there are."""
    amendment, target = read(PAIRS / case.amendment), read(PAIRS / case.target)
    proposal: Proposal = propose(target, submitted(amendment, case.amendment))
    texts = texts_of(proposal.amended.document)
    right = 0
    for outcome, expected in zip(proposal.outcomes, case.expected, strict=True):
        is_right = not outcome.misfits and holds(expected, texts)
        right += is_right
        if not is_right:
            print(f"  not as a clerk would: {outcome.name}: {outcome.sentence[:60]}")
    if not counts_are_right(case, texts):
        print(f"  another number of paragraphs than expected: {case.amendment}")
        right = 0
    return right, len(case.expected)


def main() -> int:
    """Print two rows of the table of figures; return 1 where a target is missed."""
    if not PAIRS.is_dir():
        print(f"| amendments | not measured: {PAIRS} is not here |")
        return 0
    documents = [read(PAIRS / case.amendment) for case in CASES]
    documents += [read(CORPUS / "text" / name) for name in WITHOUT_TARGET]
    told = [each.is_read for document in documents for each in document.instructions]
    results = [applied(case) for case in CASES]
    right, total = (sum(numbers) for numbers in zip(*results, strict=True))
    all_read, enough = all(told), right >= LEAST_APPLIED * total
    print(f"| instructions of {len(documents)} amendments read | {sum(told)} of {len(told)} "
          f"| all | {'holds' if all_read else 'missed'} |")  # fmt: skip
    print(f"| of those with a target, applied as a clerk would | {right} of {total} "
          f"| at least {LEAST_APPLIED:.0%} | {'holds' if enough else 'missed'} |")  # fmt: skip
    return 0 if all_read and enough else 1


if __name__ == "__main__":
    sys.exit(main())
