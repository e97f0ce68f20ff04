"""Outputs are made: pressed, written whole, remembered, and told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from penholder.cli import report
from penholder.cli.ledger import Ledger
from penholder.cli.names import shown
from penholder.cli.orders import Order
from penholder.cli.printing import Outcome, Printing
from penholder.errors import DONE, ContentError, PenholderError, UnsafeError
from penholder.store.atomic import atomic_write

_FEW = 3


@dataclass(frozen=True, slots=True)
class Made:
    """What came of some orders: the outputs written, and the gravest exit code."""

    outputs: tuple[Path, ...] = ()
    code: int = DONE


def make(printing: Printing, orders: Sequence[Order], ledger: Ledger) -> Made:
    """Make outputs and write each whole.

    An output that cannot be made is told once and does not hold up the others. Raises
    EnvironmentFault where nothing can be written; what was made before is remembered.
    """
    bar = report.Bar("printing", len(orders))
    telling = _Telling()
    made: list[Path] = []
    try:
        for order, outcome in printing.outcomes(orders):
            bar.step()
            failure = _finish(order, outcome, ledger)
            if failure:
                telling.explain(order.output, failure)
            else:
                made.append(order.output)
    finally:
        bar.end()
        ledger.save()
    return Made(tuple(made), telling.code)


def _finish(order: Order, outcome: Outcome, ledger: Ledger) -> PenholderError | None:
    """Write one output; return why it could not be made, None where it was."""
    if isinstance(outcome, PenholderError):
        return outcome
    try:
        ledger.check_inside(order.output)
        atomic_write(order.output, outcome.data)
    except UnsafeError as error:
        return error
    ledger.enter(order.output, order.sources, order.setting, outcome.templates)
    report.explain(f"wrote {shown(order.output)}")
    return None


class _Telling:
    """Tells what could not be made, each reason once, and keeps the gravest exit code."""

    def __init__(self) -> None:
        self.code = DONE
        self._told: set[str] = set()

    def explain(self, output: Path, error: PenholderError) -> None:
        self.code = max(self.code, error.exit_code)
        if isinstance(error, ContentError):
            fresh = [each for each in error.problems if str(each) not in self._told]
            self._told.update(map(str, fresh))
            report.problems(fresh)
        elif str(error) not in self._told:
            self._told.add(str(error))
            report.tell(f"{shown(output)} was not made:")
            report.failure(error)


def tell_made(made: Made, stale: int, asked: int) -> None:
    """Tell what became of the outputs asked for: each made by name where they are few."""
    count = len(made.outputs)
    if count <= _FEW:
        for output in made.outputs:
            report.tell(f"made {shown(output)}")
    else:
        report.tell(f"{report.plural(count, 'output')} made, {asked - stale} unchanged")
    if count < stale:
        report.tell(f"{report.plural(stale - count, 'output')} not made")
