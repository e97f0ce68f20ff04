"""A target of our own, and what sentences propose to it."""

from __future__ import annotations

from dataclasses import replace

from penholder.compare.proposals import Proposal, propose, submitted
from penholder.ingest.amendments import read_instructions
from penholder.model.blocks import Paragraph, Section
from penholder.model.document import Annex, Document, Footnote, Masthead
from penholder.model.numbering import labels
from penholder.model.outline import outline

TARGET = Document(
    Masthead("draft resolution", "General Assembly"),
    "Clean rivers of the Rhine",
    preamble=(
        Paragraph("Recalling its resolution 47/193,"),
        Paragraph("Noting the state of the Rhine and of other rivers,"),
    ),
    operative=(
        Paragraph("Takes note of the report;[^sg]"),
        Paragraph(
            "Calls upon all States:",
            items=(
                Paragraph("To keep rivers clean;"),
                Paragraph("To plant trees along rivers;"),
                Paragraph("To report."),
            ),
        ),
        Paragraph("Invites women, men and women’s groups to help;"),
        Paragraph("Decides to remain seized of the matter."),
    ),
    footnotes=(Footnote("sg", "A/54/1."),),
)

SENTENCES = replace(
    TARGET,
    annexes=(
        Annex(
            "Rules",
            numbering="continuous",
            body=(
                Section("Members"),
                Paragraph("There are seven members. Each is elected (see No. 5). None is paid."),
                Paragraph("The members meet once a year.[^sg] They report."),
            ),
        ),
    ),
)


def amendment(*paragraphs: str, notes: tuple[Footnote, ...] = ()) -> Document:
    masthead = Masthead("amendment", "General Assembly")
    return Document(masthead, footnotes=notes, instructions=read_instructions(paragraphs))


def put(*paragraphs: str, notes: tuple[Footnote, ...] = ()) -> Proposal:
    return propose(TARGET, submitted(amendment(*paragraphs, notes=notes), "L.9"))


def lines(proposal: Proposal) -> list[str]:
    """Return the amended text, each unit behind its address."""
    document = proposal.amended.document
    named = zip(labels(document), outline(document), strict=True)
    return [f"{label.address}: {unit.text}" for label, unit in named]


def reasons(proposal: Proposal) -> list[str]:
    return [reason for outcome in proposal.outcomes for reason in outcome.misfits]
