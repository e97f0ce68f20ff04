"""The table of numbers: which paragraph became which."""

import pytest
from hypothesis import given
from tests.compare.test_cases import read_plain
from tests.strategies import revisions

from penholder.compare.numbers import addresses_after, renumberings
from penholder.compare.redline import Redline, redline
from penholder.compare.versions import compare
from penholder.model.document import Document
from penholder.model.numbering import labels

A = "OP: Calls upon all States to keep their rivers clean and to report on them each year;\n"
B = "OP: Requests the Secretary-General to collect the state of lakes in every region;\n"
C = "OP: Welcomes the contribution of young people to the work of the Conference;\n"
D = "OP: Decides to remain seized of the matter.\n"
FIRST, SECOND = (
    "  (item) The delay in the north;\n",
    "  (item) The cost of the dams in the south;\n",
)
PARTS = (
    "OP: Calls upon all States to keep their rivers clean;\n"
    "OP: Calls upon all States to report on them each year;\n"
)
TABLES = (
    ("nothing", A + B, A + B, ""),
    ("new", A + D, A + C + D, "new  > OP 2; renumbered OP 2 > OP 3"),
    ("deleted", A + C + D, A + D, "deleted OP 2 > ; renumbered OP 3 > OP 2"),
    ("moved", A + B + C + D, C + A + B + D,
     "moved OP 3 > OP 1; renumbered OP 1 > OP 2; renumbered OP 2 > OP 3"),
    ("split", A + D, PARTS + D, "split OP 1 > OP 1, OP 2; renumbered OP 2 > OP 3"),
    ("merged", PARTS + D, A + D, "merged OP 1, OP 2 > OP 1; renumbered OP 3 > OP 2"),
    ("items follow", B + FIRST + SECOND, A + B + FIRST + SECOND,
     "new  > OP 1; renumbered OP 1 > OP 2"),
    ("items of their own", B + FIRST + SECOND, B + SECOND,
     "deleted OP 1 (a) > ; renumbered OP 1 (b) > OP 1 (a)"),
    ("items gone with theirs", A + B + FIRST + SECOND, A, "deleted OP 2 > "),
    ("items come with theirs", A, A + B + FIRST + SECOND, "new  > OP 2"),
    ("annex", A + "ANNEX: Rules\n", A + "ANNEX: Members\nANNEX: Rules\n",
     "new  > annex I; renumbered annex > annex II"),
)  # fmt: skip


def shown(before: Document, after: Document) -> Redline:
    return redline(before, after, compare(before, after))


@pytest.mark.parametrize(
    ("before", "after", "table"), [t[1:] for t in TABLES], ids=[t[0] for t in TABLES]
)
def test_every_number_is_told_once(before: str, after: str, table: str) -> None:
    rows = renumberings(shown(read_plain(before), read_plain(after)))
    told = (f"{row.fate} {', '.join(row.before)} > {', '.join(row.after)}" for row in rows)
    assert "; ".join(told) == table


@given(revisions())
def test_every_address_of_the_earlier_version_is_answered_for(
    pair: tuple[Document, Document],
) -> None:
    before, after = pair
    now = addresses_after(shown(before, after))
    assert set(now) == {label.address for label in labels(before)}
    targets = [address for addresses in now.values() for address in addresses]
    assert set(targets) <= {label.address for label in labels(after)}
