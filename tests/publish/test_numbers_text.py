import re

from tests.compare.test_cases import read_plain

from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.publish.numbers_text import numbers_text
from penholder.publish.terminal import Screen

BEFORE = """\
OP: Establishes a fund for clean rivers in all regions of the world;
OP: Condemns the waste of water in the cities of the plain;
OP: Welcomes the contribution of young people to the work of the Conference;
OP: Calls upon all States to ratify the Convention on Rivers of 1994;
OP fund: Requests the Secretary-General to report on the fund established in paragraph 1 above;
OP: Invites payments to the fund, in addition to those reported under paragraph [[fund]];
"""
AFTER = """\
OP: Stresses the role of women in the care of lakes and ponds and in the teaching of the arts of it;
OP: Establishes a fund for clean rivers in all regions of the world;
OP: Calls upon all States to ratify the Convention on Rivers of 1994;
OP fund: Requests the Secretary-General to report on the fund established in paragraph 1 above;
OP: Invites payments to the fund, in addition to those reported under paragraph [[fund]];
OP: Welcomes the contribution of young people to the work of the Conference;
"""
TABLE = """\
--- one
+++ two

  new     -> OP 1: Stresses the role of women in the care of lakes and ponds …
  OP 1    -> OP 2
  OP 2    deleted: Condemns the waste of water in the cities of the plain
  OP 4-6  -> OP 3-5
  OP 3    -> OP 6 (moved)

references
  OP 4  “paragraph 1 above” was OP 1 (now OP 2); OP 1 now reads “Stresses the
        role of women in the care of lakes and ponds …”

references by id
  OP 5  [[fund]] printed 5, prints 4"""


def told(before: str, after: str, screen: Screen | None = None) -> str:
    versions = read_plain(before), read_plain(after)
    found = redline(*versions, compare(*versions))
    return numbers_text(found, ("one", "two"), screen or Screen(80))


def test_numbers_are_told_in_columns_with_ranges_and_references() -> None:
    assert told(BEFORE, AFTER) == TABLE


def test_headings_alone_are_coloured() -> None:
    coloured = told(BEFORE, AFTER, Screen(80, is_coloured=True))
    assert re.sub(r"\033\[\d*m", "", coloured) == TABLE
    assert coloured.count("\033[1m") == 2


def test_letters_make_ranges_too_and_never_with_numbers() -> None:
    items = [
        f"  (item) The lakes of the {name} and their birds;\n"
        for name in "north south east".split()
    ]
    chapeau = "OP: Deplores:\n"
    table = told(chapeau + "".join(items), chapeau + "  (item) The dams;\n" + "".join(items))
    assert table.splitlines()[3:] == [
        "  new           -> OP 1 (a): The dams",
        "  OP 1 (a)-(c)  -> OP 1 (b)-(d)",
    ]


def test_same_numbers_are_told_to_be_the_same() -> None:
    table = told("OP: Invites all States to meet;", "OP: Urges all States to meet;")
    assert table == "--- one\n+++ two\n\nevery paragraph keeps its number"
