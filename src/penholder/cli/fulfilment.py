"""Orders are fulfilled: nothing is loaded for what is as it was, and the rest is made."""

from __future__ import annotations

from collections.abc import Sequence

from penholder.cli import report
from penholder.cli.ledger import Ledger
from penholder.cli.names import workspace_or_none
from penholder.cli.orders import Order
from penholder.errors import DONE


def fulfil(orders: Sequence[Order], stale: Sequence[Order], ledger: Ledger, workers: int) -> int:
    """Make the stale ones of some orders; return the gravest exit code among them."""
    if not stale:
        if orders:
            report.tell(f"nothing changed: {report.plural(len(orders), 'output')} as before")
        return DONE
    # Here and not above: where nothing changed, nothing of the press is loaded.
    from penholder.cli.making import make, tell_made
    from penholder.cli.printing import Printing

    sheets = sum(max(order.parts, 1) for order in stale if order.format == "pdf")
    workspace = workspace_or_none()
    own = workspace.templates if workspace else None
    with Printing(own, min(workers, sheets)) as printing:
        made = make(printing, stale, ledger)
    tell_made(made, len(stale), len(orders))
    return made.code
