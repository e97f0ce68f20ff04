"""Two drafts of our own words that differ in every way a redline knows."""

from dataclasses import replace
from datetime import date

from penholder.model.blocks import Block, Heading, Paragraph, Quote, Section, Table
from penholder.model.document import Adoption, Annex, Document, Footnote, Masthead, Sponsors
from penholder.model.session import Session
from penholder.model.symbol import Symbol

LONG = " ".join(
    f"the delegations of region {number}, mindful of the rivers and lakes that they share, "
    "of the towns that stand upon their banks and of the people who live by them,"
    for number in range(1, 38)
)
PEOPLE = (
    "Welcoming the contribution of young people, of teachers and of those who fish to the work "
    "of the Conference on Rivers and Lakes,[^young]"
)
REPORTS = (
    "Requests the Secretary-General to gather the reports of States on the quality of drinking "
    "water and to publish them once in each year;"
)
SHORES = (
    "Calls upon States that share a river to exchange their measurements of its level without "
    "delay, and to warn each other of floods by the quickest means at hand;[^floods]"
)


def _preamble(*paragraphs: str) -> tuple[Block, ...]:
    return tuple(map(Paragraph, paragraphs))


def _table(*shares: tuple[str, str, str]) -> Table:
    head = (("State", "Share", "Remark"),)
    return Table("Scale of contributions", head, shares, ("Shares in parts of a hundred.",))


BEFORE = Document(
    Masthead(
        "draft resolution", "General Assembly", symbol=Symbol.parse("A/C.2/53/L.7"),
        session=Session("", 53), agenda_items=("94",), issued=date(1998, 10, 20),
        committee="Second Committee", distribution="Limited",
        sponsors=Sponsors(("Andorra", "Chad", "Fiji")),
    ),
    title="Year of Rivers",
    preamble=_preamble(
        "Recalling its resolution 47/193 of 22 December 1992 on World Water Day,[^day]",
        "Guided by the purposes of the *Charter*, and by the 'common' good,",
        PEOPLE,
        "Noting with concern the state of rivers,",
        f"Bearing in mind the words of {LONG} and their wish to meet again,",
    ),
    operative=(
        Section("Measures"),
        Paragraph(SHORES),
        Paragraph("Takes note with appreciation of the report of the Secretary-General;[^report]"),
        Paragraph(
            "Decides to hold a Conference on Rivers and Lakes:",
            items=(
                Paragraph("To meet in Geneva in the spring of 1999 for five days;"),
                Paragraph("To be open to all States and to observers;",
                          items=(Paragraph("With their experts;"), Paragraph("At their cost;"))),
            ),
        ),
        Paragraph("Endorses the scale of contributions that follows:"),
        _table(("Andorra", "2", ""), ("Chad", "3", "paid"), ("Fiji", "1", ""), ("Malta", "4", "")),
        Section("Follow-up"),
        Paragraph(
            "Invites the regional commissions to consider the question of rivers within their "
            "mandates and to inform the General Assembly of their plans, and invites the "
            "specialized agencies to lend them every help that their budgets allow;"
        ),
        Paragraph(REPORTS),
        Paragraph("Urges the Secretary-General to keep the files;"),
        Paragraph("Also urges him to open them to every State;"),
        Paragraph("Decides to remain seized of the matter."),
    ),
    annexes=(
        Annex("Rules of the Conference", body=(
            Heading("Officers"),
            Paragraph("The Conference elects a President and two Vice-Presidents."),
            Paragraph("The President opens and closes each meeting:"),
            Quote((Paragraph("The meeting is called to order at ten."),)),
        )),
    ),
    footnotes=(
        Footnote("day", "Observed on 22 March."),
        Footnote("young", "See A/53/77, para. 4."),
        Footnote("floods", "As recommended in A/52/12."),
        Footnote("report", "*Official Records*, Supplement No. 9 (A/53/9)."),
    ),
)  # fmt: skip

AFTER = replace(
    BEFORE,
    masthead=replace(
        BEFORE.masthead, symbol=Symbol.parse("A/C.2/53/L.7/Rev.1"), issued=date(1998, 11, 3),
        sponsors=Sponsors(("Andorra", "Fiji", "Malta")),
    ),
    title="International Year of Rivers and Lakes",
    preamble=_preamble(
        "Recalling its resolution 47/193 of 22 December 1992 on World Water Day,[^day]",
        PEOPLE.replace("who fish", "who fish and sail"),
        "Guided by the purposes of the Charter, and by the ‘common’ good,",
        "Noting with deep concern the state of rivers and of lakes,[^state]",
        f"Bearing in mind the words of {LONG.replace('region 9,', 'regions 9 and 10,')} and their "
        "hope of meeting again,",
    ),
    operative=(
        Section("Measures and means"),
        Paragraph("Takes note of the report of the Secretary-General;[^report]"),
        Paragraph(
            "Decides to hold a Conference on Rivers and Lakes:",
            items=(
                Paragraph("To meet in Nairobi in the spring of 1999 for five days;"),
                Paragraph("To elect its officers by secret ballot;"),
                Paragraph("To be open to all States and to observers;",
                          items=(Paragraph("With their experts;"), Paragraph("At their cost;"))),
            ),
        ),
        Paragraph("Endorses the scale of contributions that follows:"),
        _table(("Andorra", "2", ""), ("Fiji", "5", "due"), ("Malta", "4", ""), ("Oman", "2", "")),
        Section("Follow-up"),
        Paragraph(
            "Invites the regional commissions to consider the question of rivers within their "
            "mandates and to inform the General Assembly of their plans;"
        ),
        Paragraph(
            "Invites the specialized agencies to lend them every help that their budgets allow;"
        ),
        Paragraph("Urges the Secretary-General to keep the files and to open them to every State;"),
        Paragraph(SHORES.replace("without delay", "every day")),
        Paragraph("Decides to remain seized of the matter."),
    ),
    annexes=(
        Annex("Rules of the Conference", body=(
            Heading("Officers and meetings"),
            Paragraph("The Conference elects a President and three Vice-Presidents."),
            Paragraph("The President opens and closes each meeting:"),
            Quote((Paragraph("The meeting is called to order at ten sharp."),)),
        )),
        Annex("Calendar", body=(Paragraph("The Conference opens on 12 April 1999."),)),
    ),
    adopted=Adoption(date(1998, 12, 15), "91st plenary meeting"),
    footnotes=(
        Footnote("day", "Observed on 22 March of each year."),
        Footnote("young", "See A/53/77, para. 4."),
        Footnote("state", "Set out in A/53/80."),
        Footnote("floods", "As recommended in A/52/12."),
        Footnote("report", "Official Records, Supplement No. 9 (A/53/9)."),
    ),
)  # fmt: skip
