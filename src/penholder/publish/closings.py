"""The lines that close a text: meeting, day, and the vote by which it was adopted."""

from __future__ import annotations

from penholder.model.document import Adoption, Side, Vote
from penholder.model.language import Language
from penholder.model.meeting import Meeting


def adoption_lines(adopted: Adoption | None, language: Language) -> tuple[str, ...]:
    """Return the closing lines: the meeting and the day, in the order of the language.

    A vote of which only the counts are known closes them.
    """
    if adopted is None:
        return ()
    lines_by_name = {
        "meeting": _meeting(adopted.meeting, language),
        "date": language.dates.written(adopted.date),
    }
    vote = adopted.vote
    counts = f"[{_vote_line(vote, language)}]" if vote and not _is_listed(vote) else ""
    lines = (*(lines_by_name[name] for name in language.meetings.order), counts)
    return tuple(filter(None, lines))


def vote_lines(adopted: Adoption | None, language: Language) -> tuple[tuple[str, str], ...]:
    """Return what stands in brackets below an adoption: a vote of States, or that there was none.

    Lines with their kind: ``vote-result``, ``vote-side`` and ``vote-states``. Source: resolutions
    of the Human Rights Council (50/1, 51/13).
    """
    if adopted and adopted.manner:
        return (("vote-result", f"[{language.votes.manners[adopted.manner]}]"),)
    vote = adopted.vote if adopted else None
    if vote is None or not _is_listed(vote):
        return ()
    result = language.votes.listed.format(recorded=_vote_line(vote, language))
    lines = [("vote-result", result)]
    for name, side in zip(language.votes.sides, _sides(vote), strict=True):
        if isinstance(side, tuple) and side:
            lines += [("vote-side", name), ("vote-states", language.listed(side))]
    *head, (kind, last) = lines
    return (*head, (kind, f"{last}]"))


def _meeting(text: str, language: Language) -> str:
    meeting = Meeting.parse(text)
    return language.meetings.named(meeting) if meeting else text


def _vote_line(vote: Vote, language: Language) -> str:
    words = language.votes
    in_favour, against, abstaining = map(_count, _sides(vote))
    patterns = {0: words.recorded_no_abstention, 1: words.recorded_one_abstention}
    pattern = patterns.get(abstaining, words.recorded)
    return pattern.format(in_favour=in_favour, against=against, abstaining=abstaining)


def _sides(vote: Vote) -> tuple[Side, Side, Side]:
    return vote.in_favour, vote.against, vote.abstaining


def _is_listed(vote: Vote) -> bool:
    return any(isinstance(side, tuple) for side in _sides(vote))


def _count(side: Side) -> int:
    return side if isinstance(side, int) else len(side)
