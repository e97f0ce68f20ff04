"""Rules about what is drawn: all of it is tagged or an artifact, and the two say one thing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from benchmarks.conforming.tree import tags

_TEXT = frozenset("Tj TJ ' \"".split())
_PAINT = frozenset("f F f* B B* b b* S s sh Do".split())
_BEGIN = frozenset(("BDC", "BMC"))
_FORBIDDEN_FILTERS = ("/LZWDecode", "/Crypt")


def instructions(page: pikepdf.Page) -> Iterator[tuple[list[Any], str]]:
    """Yield what is drawn on a page: operands and the name of the operator."""
    for each in pikepdf.parse_content_stream(page):
        yield list(each.operands), str(each.operator)


def marks_everything(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 14289-1, 7.1: everything drawn stands in marked content or is an artifact."""
    for number, page in enumerate(pdf.pages, 1):
        depth = 0
        for _, operator in instructions(page):
            depth += (operator in _BEGIN) - (operator == "EMC")
            if operator in _TEXT | _PAINT and not depth:
                yield f"page {number}: {operator} outside of marked content"
        if depth:
            yield f"page {number}: {depth} marked contents are never closed"


def nests_artifacts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 14289-1, 7.1: no artifact inside of tagged content, and none the other way."""
    for number, page in enumerate(pdf.pages, 1):
        stack: list[bool] = []
        for operands, operator in instructions(page):
            if operator in _BEGIN:
                is_artifact = str(operands[0]) == "/Artifact"
                if stack and (stack[-1] or is_artifact):
                    yield f"page {number}: marked content inside of other, one an artifact"
                stack.append(is_artifact)
            elif operator == "EMC":
                stack.pop()


def reaches_every_mark(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 32000-1, 14.7.4: each piece of marked content belongs to one tag of the tree, and is."""
    told = _told(pdf)
    for number, page in enumerate(pdf.pages, 1):
        drawn = [
            int(operands[1].MCID)
            for operands, operator in instructions(page)
            if operator == "BDC" and "/MCID" in operands[1]
        ]
        if len(drawn) != len(set(drawn)):
            yield f"page {number}: an MCID twice"
        named = told.get(page.obj.objgen, [])
        if sorted(named) != sorted(drawn):
            missing = sorted(set(drawn) ^ set(named))
            yield f"page {number}: MCIDs {missing[:5]} are not both drawn and tagged once"


def _told(pdf: pikepdf.Pdf) -> dict[Any, list[int]]:
    """Return the marks that the tags name, by page."""
    found: dict[Any, list[int]] = {}
    for tag in tags(pdf):
        for kid in tag.raw:
            if isinstance(kid, int):
                found.setdefault(tag.object.Pg.objgen, []).append(int(kid))
    return found


def keeps_parent_tree(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 32000-1, 14.7.4.4: from each mark and link the tree of parents leads to its tag."""
    reachable = {tag.object.objgen for tag in tags(pdf)}
    entries = dict(pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree).items())
    for number, page in enumerate(pdf.pages, 1):
        parents = entries.get(int(page.obj.get("/StructParents", -1)))
        if parents is None:
            yield f"page {number} is not in the tree of parents"
            continue
        if any(each.objgen not in reachable for each in parents):
            yield f"page {number}: a mark belongs to a tag outside of the tree"
        for link in page.obj.get("/Annots", ()):
            tag = entries.get(int(link.get("/StructParent", -1)))
            if tag is None or tag.objgen not in reachable or tag.S != "/Link":
                yield f"page {number}: a link belongs to no Link of the tree"


def packs_allowed(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 19005-2, 6.1.7: no stream is packed by LZW or encrypted."""
    for each in pdf.objects:
        if isinstance(each, pikepdf.Stream):
            for name in _FORBIDDEN_FILTERS:
                if name in str(each.get("/Filter", "")):
                    yield f"a stream packed by {name}"


RULES = (
    marks_everything, nests_artifacts, reaches_every_mark, keeps_parent_tree, packs_allowed
)  # fmt: skip
