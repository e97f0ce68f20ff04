"""What is to be printed, and only that of it which would not come out again as it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from penholder.cli.ledger import Ledger

if TYPE_CHECKING:
    from penholder.publish.compose import Setting
    from penholder.publish.page import Page, Paper
    from penholder.publish.volume_page import VolumePage
    from penholder.publish.working import Form


@dataclass(frozen=True, slots=True)
class Order:
    """One output to be made.

    ``compose`` makes the page, of a Word file the bytes themselves, raising ContentError where a
    source has problems. ``sources``
    are digests of all it reads, ``setting`` what else changes the output. ``files`` are the
    sources as (name, bytes), to point at letters that cannot be printed. ``parts`` is how many
    documents a volume has, which may be printed at once; 0 for anything else.
    """

    output: Path
    format: str
    paper: Paper | Literal[""]
    compose: Callable[[Setting], Page | VolumePage | bytes]
    sources: tuple[str, ...]
    setting: str
    files: tuple[tuple[str, bytes], ...]
    working: tuple[Form, ...] = ()
    parts: int = 0


def stale_among(orders: Sequence[Order], ledger: Ledger) -> list[Order]:
    """Return the orders whose outputs would not come out again as they are."""
    return [
        order for order in orders if not ledger.is_fresh(order.output, order.sources, order.setting)
    ]
