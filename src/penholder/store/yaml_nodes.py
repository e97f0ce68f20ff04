"""The one door to YAML: text becomes plain nodes in which every scalar is text with a place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from penholder.errors import Problem

DEEPEST = 32
MOST_NODES = 200_000
_DEEP = "exceeded maximum nesting depth"  # libyaml counts too, from 0.2.6 on
_BAD_ESCAPE = "found invalid Unicode character escape code"


@dataclass(slots=True)
class Scalar:
    """A text and where it stands; ``style`` is YAML's sign: ``>``, ``|``, a quote, or nothing."""

    text: str
    place: tuple[int, int]
    start: int
    end: int
    style: str


@dataclass(slots=True)
class Sequence:
    """A list of nodes; ``is_flow`` where it is written in brackets."""

    items: list[Node]
    place: tuple[int, int]
    start: int
    end: int
    is_flow: bool


@dataclass(slots=True)
class Mapping:
    """Keys with their values, in the order of the file; ``is_flow`` where written in braces."""

    entries: list[tuple[Scalar, Node]]
    place: tuple[int, int]
    start: int
    end: int
    is_flow: bool


Node: TypeAlias = Scalar | Sequence | Mapping


class _Refused(Exception):
    """Parsing must stop here."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.what)
        self.problem = problem


@dataclass(slots=True)
class _Tree:
    """The node tree that grows event by event; ``open`` are the collections not yet closed."""

    problems: list[Problem]
    root: Node | None = None
    count: int = 0
    open: list[Sequence | Mapping] = field(default_factory=list)
    keys: list[Scalar | None] = field(default_factory=list)
    seen: list[dict[str, tuple[int, int]]] = field(default_factory=list)

    def add(self, node: Node) -> None:
        self.count += 1
        if self.count > MOST_NODES:
            what = f"more than {MOST_NODES:,} nodes"
            raise _Refused(Problem("E-NODES", what, "split the document", place=node.place))
        if not self.open:
            self.root = node
            return
        above = self.open[-1]
        if isinstance(above, Sequence):
            above.items.append(node)
        elif (key := self.keys[-1]) is not None:
            above.entries.append((key, node))
            self.keys[-1] = None
        else:
            self._take_key(node)

    def _take_key(self, node: Node) -> None:
        if not isinstance(node, Scalar):
            node = self._mended_key(node)
        if node.text == "<<" and not node.style:
            fix = "write the values out"
            raise _Refused(Problem("E-ALIAS", "a merge key <<", fix, place=node.place))
        first = self.seen[-1].setdefault(node.text, node.place)
        if first != node.place:
            what = f"the key {node.text[:60]!r} stands twice; first in line {first[0]}"
            fix = f"keep one of the lines {first[0]} and {node.place[0]}"
            self.problems.append(Problem("E-DUP", what, fix, place=node.place))
        self.keys[-1] = node

    def _mended_key(self, node: Sequence | Mapping) -> Scalar:
        """Tell once that a key is no text; going on finds out whether it nests without end."""
        if not any(problem.code == "E-YAML" for problem in self.problems):
            fix = "write the key as one word before a colon"
            self.problems.append(
                Problem("E-YAML", "a key that is not a text", fix, place=node.place)
            )
        return Scalar("", node.place, node.start, node.start, "")

    def enter(self, node: Sequence | Mapping) -> None:
        self.add(node)
        self.open.append(node)
        self.keys.append(None)
        self.seen.append({})
        if len(self.open) > DEEPEST:
            raise _Refused(_too_deep(node.place))

    def leave(self, end: int) -> None:
        self.open.pop().end = end
        self.keys.pop()
        self.seen.pop()


def parse_nodes(text: str, problems: list[Problem]) -> Node | None:
    """Return the root node of a text, or None where there is none.

    Adds to ``problems``: E-EMPTY, E-YAML, E-CHAR, E-DUP, E-ALIAS, E-TAG, E-DEPTH, E-NODES,
    E-MULTIDOC. Nothing is resolved: aliases, merge keys and tags are refused before anything is
    built, and parsing stops at the first list nested too deep, so no input can make the tree
    larger than the text.
    """
    tree = _Tree(problems)
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            _take(event, tree)
    except _Refused as refused:
        problems.append(refused.problem)
        return None
    except yaml.YAMLError as error:
        problems.append(_syntax(error))
        return None
    root = tree.root
    if root is None or (isinstance(root, Scalar) and not root.text and not root.style):
        fix = "run penholder new, or copy another document"
        problems.append(Problem("E-EMPTY", "the file says nothing", fix, place=(1, 1)))
        return None
    return root


def _take(event: yaml.Event, tree: _Tree) -> None:
    match event:
        case yaml.ScalarEvent():
            _refuse_magic(event, event.tag)
            tree.add(Scalar(event.value, *_span(event), event.style or ""))
        case yaml.MappingStartEvent():
            _refuse_magic(event, event.tag)
            tree.enter(Mapping([], *_span(event), bool(event.flow_style)))
        case yaml.SequenceStartEvent():
            _refuse_magic(event, event.tag)
            tree.enter(Sequence([], *_span(event), bool(event.flow_style)))
        case yaml.CollectionEndEvent():
            tree.leave(_span(event)[2])
        case yaml.AliasEvent():
            raise _Refused(_magic("E-ALIAS", f"an alias *{event.anchor}", event))
        case yaml.DocumentStartEvent() if tree.root is not None:
            what, fix = "a second document begins here", "keep one document in a file"
            raise _Refused(Problem("E-MULTIDOC", what, fix, place=_place(event)))


def _refuse_magic(event: yaml.NodeEvent, tag: str | None) -> None:
    if event.anchor is not None:
        raise _Refused(_magic("E-ALIAS", f"an anchor &{event.anchor}", event))
    if tag is not None:
        raise _Refused(_magic("E-TAG", f"a tag {tag[:60]}", event))


def _magic(code: str, what: str, event: yaml.Event) -> Problem:
    what = f"{what}; a document is plain text"
    fix = "put a text that begins with * & or ! in quotes; write a value out in full"
    return Problem(code, what, fix, place=_place(event))


def _place(event: yaml.Event) -> tuple[int, int]:
    return _span(event)[0]


def _span(event: yaml.Event) -> tuple[tuple[int, int], int, int]:
    """Return the place where an event starts, and the offsets of its start and end."""
    start, end = event.start_mark, event.end_mark
    assert start, "the C parser marks every event"
    assert end, "the C parser marks every event"
    return (start.line + 1, start.column + 1), start.index, end.index


def _too_deep(place: tuple[int, int]) -> Problem:
    what = f"nested deeper than {DEEPEST} levels"
    return Problem("E-DEPTH", what, "flatten the lists", place=place)


def _syntax(error: yaml.YAMLError) -> Problem:
    place, what = (1, 1), str(error)
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else place
        what = " ".join(filter(None, (error.problem, error.context)))
    if what.startswith(_DEEP):
        return _too_deep(place)
    if what.startswith(_BAD_ESCAPE):
        fix = "write the letter itself, or its one escape, as \\U0001F54A"
        # The parser points behind the backslash and its u.
        escape = (place[0], place[1] - 2)
        return Problem("E-CHAR", "an escape that is not a letter", fix, place=escape)
    fix = "check the indentation (spaces, no tabs), the colons and the quotes of this line"
    return Problem("E-YAML", f"not YAML: {what}", fix, place=place)
