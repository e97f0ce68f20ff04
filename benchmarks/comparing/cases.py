"""Cases for a comparison: real documents, edited by chance in known ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from random import Random

from benchmarks.comparing.corpus import documents
from benchmarks.comparing.edits import (
    CALL,
    EDITS_OF_A_KIND,
    KINDS,
    Draft,
    notes_of,
    renumbered,
    table_rows,
)
from benchmarks.comparing.lineage import Case, Node, NoteFate, truth_of, uncalled

from penholder.model.blocks import Table
from penholder.model.document import Annex, Document
from penholder.model.outline import Unit, outline, rebuilt

MIXED = "mixed"


def cases(
    seeds: Iterable[int], names: Sequence[str] = (*KINDS, MIXED), every: int = 1
) -> Iterator[Case]:
    """Yield a case of each kind for each document and seed, where the document allows it.

    Of the documents one in ``every`` is taken.
    """
    texts = [(name, document) for name, document in documents()]
    foreign = {name: _foreign(document) for name, document in texts}
    for seed in seeds:
        for place, (name, document) in list(enumerate(texts))[::every]:
            others = foreign[texts[(place + 7) % len(texts)][0]]
            for kind in names:
                made = case(kind, name, document, others, seed)
                if made.truth.marked or made.truth.notes:
                    yield made


def case(kind: str, name: str, document: Document, foreign: Sequence[str], seed: int) -> Case:
    """Return one document edited in one way; the same arguments give the same case."""
    random = Random(f"{kind} {name} {seed}")
    before = _with_table(document, random) if kind in ("table cell", MIXED) else document
    units = outline(before)
    texts = {note.key: note.text for note in before.footnotes}
    nodes = [Node(unit, (place,)) for place, unit in enumerate(units)]
    draft = Draft(random, nodes, dict(texts), foreign)
    for edit in KINDS.values() if kind == MIXED else [KINDS[kind]] * EDITS_OF_A_KIND:
        edit(draft)
    after_nodes, names = renumbered(draft.nodes, draft.notes)
    fates = _fates(texts, draft.notes, names)
    bare = replace(before, footnotes=notes_of(draft.notes, names))
    after = rebuilt(bare, [node.unit for node in after_nodes])
    if outline(after) != tuple(node.unit for node in after_nodes):
        raise ValueError(f"{kind} of {name} made a document that cannot be")
    return Case(kind, f"{name} {seed}", before, after, truth_of(units, after_nodes, fates))


def _fates(before: dict[str, str], after: dict[str, str], names: dict[str, str]) -> list[NoteFate]:
    kept = [key for key in after if key in names]
    fates = [
        NoteFate(k if k in before else "", names[k], (before.get(k, ""), after[k])) for k in kept
    ]
    return fates + [
        NoteFate(key, "", (text, "")) for key, text in before.items() if key not in kept
    ]


def _foreign(document: Document) -> list[str]:
    texts = [uncalled(unit.text) for unit in outline(document)]
    return [text for text in texts if 10 <= len(text.split()) <= 40 and not CALL.search(text)]


def _with_table(document: Document, random: Random) -> Document:
    """Return the document with a table in an annex, as texts on financing have."""
    units: list[Unit] = [*outline(document), Unit("annex", 0, Annex("Assessments"))]
    units += [Unit("annex", 1, Table("Contributions in dollars")), *table_rows(random)]
    return rebuilt(document, units)
