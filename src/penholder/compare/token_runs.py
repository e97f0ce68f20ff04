"""The equal and changed runs between the tokens of two texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import Indel

from penholder.compare.coalesce import Run, gathered
from penholder.compare.tokens import Token, joined

Keys = Mapping[str, str]
"""For a footnote call of the later version, the call that the earlier one writes for its note."""


def token_runs(before: list[Token], after: list[Token], keys: Keys) -> list[Run]:
    """Return the equal and changed runs between two lists of tokens; spaces do not count.

    Words are aligned first and the signs between them after, so that no word is marked to save a
    comma or an italic mark.
    """
    renamed = [keys.get(token.core, token.wording) for token in after]
    letters = _coded([token.wording for token in before], renamed)
    words_before = [index for index, token in enumerate(before) if token.is_word]
    words_after = [index for index, token in enumerate(after) if token.is_word]
    ops = Indel.opcodes(
        "".join([letters[0][index] for index in words_before]),
        "".join([letters[1][index] for index in words_after]),
    )
    runs: list[Run] = []
    row = column = 0
    for op in (op for op in ops if op.tag == "equal"):
        rows = words_before[op.src_start : op.src_end]
        columns = words_after[op.dest_start : op.dest_end]
        for start_row, start_column, end_row, end_column in _passages(letters, rows, columns):
            signs = letters[0][row:start_row], letters[1][column:start_column]
            runs += _between(signs, before[row:start_row], after[column:start_column])
            runs.append(Run(True, before[start_row:end_row], after[start_column:end_column]))
            row, column = end_row, end_column
    signs = letters[0][row:], letters[1][column:]
    runs += _between(signs, before[row:], after[column:])
    return gathered([_respaced(run) for run in gathered(runs)])


def _respaced(run: Run) -> Run:
    """Return a run as an equal one where only spaces or shapes differ (``neo -Nazism``)."""
    texts = ["".join([token.wording for token in side]) for side in run[1:]]
    is_one_sided = not all(run[1:])
    if run.is_equal or is_one_sided or texts[0] != texts[1] or "[^" in texts[0]:
        return run
    return Run(True, *([_one(side)] for side in run[1:]))


def _one(run: list[Token]) -> Token:
    return Token(run[0].lead, joined(run)[len(run[0].lead) :])


def _passages(
    letters: tuple[str, str], rows: list[int], columns: list[int]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield where equal passages begin and end: one where the signs are equal too, else words."""
    starts, ends = (rows[0], columns[0]), (rows[-1] + 1, columns[-1] + 1)
    if letters[0][starts[0] : ends[0]] == letters[1][starts[1] : ends[1]]:
        yield *starts, *ends
        return
    for row, column in zip(rows, columns, strict=True):
        yield row, column, row + 1, column + 1


def _coded(before: Sequence[str], after: Sequence[str]) -> tuple[str, str]:
    """Return each list with one code point for each item: rapidfuzz is fastest on strings."""
    codes: dict[str, str] = {}
    coded = (
        "".join(codes.setdefault(item, chr(len(codes))) for item in items)
        for items in (before, after)
    )
    return next(coded), next(coded)


def _between(signs: tuple[str, str], before: list[Token], after: list[Token]) -> list[Run]:
    """Return the runs of what stands between two words that are the same in both texts."""
    return [
        Run(
            op.tag == "equal",
            before[op.src_start : op.src_end],
            after[op.dest_start : op.dest_end],
        )
        for op in (Indel.opcodes(*signs) if before or after else ())
    ]
