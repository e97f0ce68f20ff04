"""The paragraphs of an amendment become instructions: sentences, data, and the text they quote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from penholder.ingest.commands import Command, is_place, read_command
from penholder.ingest.growth import Node, attach
from penholder.ingest.markers import Marker, marker_of
from penholder.model.amendment import Instruction, Request
from penholder.model.blocks import Paragraph
from penholder.model.openings import opening_kind, without_opening
from penholder.model.symbol import SymbolError
from penholder.model.version import Version
from penholder.model.wording import plain

_LETTERED = re.compile(r"(?:[A-Z]|[IVX]+)\. ")
_OPEN, _CLOSE = '“"', '”"'
_SYMBOL = re.compile(r"\b(?:A|S|E)/[\w./()-]*\w\)?")


def target_of(designation: str) -> str:
    """Return the document that ``amendment to draft resolution A/80/L.3`` names, or nothing.

    A report that holds several drafts is no target.
    """
    found = _SYMBOL.search(designation)
    if not found or re.search(r"\breport\b|recommended", designation):
        return ""
    try:
        return str(Version.parse(found.group()))
    except SymbolError:
        return ""


def read_instructions(paragraphs: Sequence[str]) -> tuple[Instruction, ...]:
    """Return the instructions that the paragraphs of an amendment give, in marked text.

    Each paragraph begins with the number or letter it is printed with. No word is dropped: what
    is no instruction is the text of the one before, and what nobody understands is an
    instruction without data.
    """
    reader = _Reader(paragraphs)
    while reader.at < len(paragraphs):
        reader.read()
    return tuple(reader.instructions)


@dataclass(slots=True)
class _Reader:
    paragraphs: Sequence[str]
    instructions: list[Instruction] = field(default_factory=list)
    at: int = 0

    def read(self) -> None:
        sentence = _body(self._next())
        if is_place(sentence) and self.at < len(self.paragraphs):
            self._read_list(sentence)
            return
        command = read_command(sentence)
        sentence, texts = _parted(sentence, command)
        awaits = command.awaits_text or (not command.asks and sentence.endswith(":"))
        if not texts and awaits:
            texts = self._texts()
        self.instructions.append(Instruction(sentence, command.asks, _blocks(texts)))

    def _next(self) -> str:
        self.at += 1
        return self.paragraphs[self.at - 1]

    def _read_list(self, place: str) -> None:
        """Read what is to be done at one place item by item: ``In paragraph 3: (a) Delete``."""
        sentences, asks, texts = [place], list[Request](), list[str]()
        is_understood = True
        while self.at < len(self.paragraphs):
            paragraph = self.paragraphs[self.at]
            is_item = _is_item(paragraph) or len(sentences) == 1
            command = read_command(_body(paragraph), place) if is_item else Command()
            if not is_item:
                break
            self.at += 1
            sentences.append(paragraph)
            asks += command.asks
            is_understood = is_understood and bool(command.asks)
            if command.awaits_text:
                texts += self._texts()
        asked = tuple(asks) if is_understood else ()
        self.instructions.append(Instruction(" ".join(sentences), asked, _blocks(texts)))

    def _texts(self) -> list[str]:
        """Return the paragraphs up to the next instruction: one at least."""
        texts: list[str] = []
        while self.at < len(self.paragraphs):
            if texts and self._is_instruction(self.paragraphs[self.at]):
                break
            texts.append(self._next())
        return texts

    def _is_instruction(self, paragraph: str) -> bool:
        marker = marker_of(paragraph)
        body = _body(paragraph)
        if paragraph[:1] in _OPEN or opening_kind(plain(body)):
            return False
        is_next = marker is not None and marker.printed == str(len(self.instructions) + 2)
        return is_next or bool(read_command(body).asks) or is_place(body)


def _is_item(paragraph: str) -> bool:
    marker = marker_of(paragraph)
    return marker is not None and marker.form in ("bracketed", "bracketed number", "bullet")


def _body(paragraph: str) -> str:
    """Return a paragraph without the number or letter that it is printed with."""
    marker = marker_of(paragraph)
    if marker is not None:
        return paragraph[marker.length :].strip()
    return _LETTERED.sub("", paragraph, count=1)


def _parted(sentence: str, command: Command) -> tuple[str, list[str]]:
    """Return a sentence without the text for new paragraphs it quotes, and that text."""
    if command.opens < 0:
        return sentence, []
    return sentence[: command.opens].rstrip(), [command.quoted]


def _blocks(texts: Sequence[str]) -> tuple[Paragraph, ...]:
    """Return the paragraphs to be inserted, subparagraphs below the one they follow."""
    nodes: list[Node] = []
    for text in map(_unquoted, texts):
        marker = marker_of(text)
        node = _node(text, marker)
        if marker is not None and marker.form != "number" and nodes:
            attach(nodes[-1], node, marker)
        else:
            nodes.append(node)
    return tuple(node.block() for node in nodes)


def _node(text: str, marker: Marker | None) -> Node:
    if marker is None:
        return Node(without_opening(text))
    return Node(without_opening(text[marker.length :].strip()), marker.printed)


def _unquoted(text: str) -> str:
    """Return a paragraph without the quotation marks around the whole of what is inserted."""
    inner = text.lstrip(_OPEN) if text.count("“") > text.count("”") or text[:1] in _OPEN else text
    if inner.count("”") > inner.count("“"):
        inner = re.sub(r"[”\"](?=[;,.]?$)", "", inner)
    return inner
