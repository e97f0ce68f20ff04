"""The texts of a volume: numbers for its pages, filled in where they are asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from penholder.publish.assets import NO_ASSETS, Assets
from penholder.publish.fonts import LATIN, FontNeeds

_PAGE_OF = re.compile(r'(data-page-of="([^"]+)">)[^<]*')


class Means(NamedTuple):
    """What the parts of a volume may be drawn with."""

    assets: Assets = NO_ASSETS
    needs: FontNeeds = LATIN


def numbered(html: str, number: int) -> str:
    """Return a page of HTML whose first sheet has a number, and the side that goes with it."""
    side = "right" if number % 2 else "left"
    rule = f"@page:first{{counter-reset:page {number}}}html{{break-before:{side}}}"
    return html.replace("</head>", f"<style>{rule}</style></head>", 1)


def with_page_numbers(html: str, numbers: Mapping[str, int]) -> str:
    """Return a page of HTML with the page number of every anchor that it asks for."""
    return _PAGE_OF.sub(lambda match: f"{match[1]}{numbers[match[2]]}", html)
