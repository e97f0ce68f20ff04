"""Chapters are bound into one volume: pages numbered on, and the numbers filled in where asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

_PAGE_OF = re.compile(r'(data-page-of="([^"]+)">)[^<]*')


class VolumeTexts(NamedTuple):
    """The HTML of a volume: its first pages, a text for each chapter, its last pages."""

    front: str
    chapters: Sequence[str]
    back: str


def bound(
    chapters: Sequence[str], lay_out: Callable[[str], Any]
) -> tuple[list[Any], dict[str, int]]:
    """Return chapters laid out one after another, and the page on which each anchor stands."""
    documents: list[Any] = []
    numbers: dict[str, int] = {}
    number = 1
    for html in chapters:
        document = lay_out(numbered(html, number))
        documents.append(document)
        for page in document.pages:
            for anchor in page.anchors:
                numbers.setdefault(anchor, number)
            number += 1
    return documents, numbers


def numbered(html: str, number: int) -> str:
    """Return a page of HTML whose first sheet has a number, and the side that goes with it."""
    side = "right" if number % 2 else "left"
    rule = f"@page:first{{counter-reset:page {number}}}html{{break-before:{side}}}"
    return html.replace("</head>", f"<style>{rule}</style></head>", 1)


def with_page_numbers(html: str, numbers: Mapping[str, int]) -> str:
    """Return a page of HTML with the page number of every anchor that it asks for."""
    return _PAGE_OF.sub(lambda match: f"{match[1]}{numbers[match[2]]}", html)
