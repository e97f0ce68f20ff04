from hypothesis import given
from tests.strategies import texts

from penholder.compare.spans import Span, spans
from penholder.compare.words import text_segments


def woven(base: str, mine: str, theirs: str) -> tuple[Span, ...]:
    return spans(text_segments(base, mine, {}), text_segments(base, theirs, {}))


@given(texts(), texts(), texts())
def test_the_spans_hold_all_three_texts(base: str, mine: str, theirs: str) -> None:
    found = woven(base, mine, theirs)
    assert "".join(span.base for span in found) == base
    assert "".join(span.mine for span in found) == mine
    assert "".join(span.theirs for span in found) == theirs


@given(texts(), texts(), texts())
def test_swapped_parties_give_the_mirror(base: str, mine: str, theirs: str) -> None:
    names = {"mine": "theirs", "theirs": "mine"}
    mirrored = [
        (names.get(s.standing, s.standing), s.theirs, s.mine) for s in woven(base, mine, theirs)
    ]
    assert [(s.standing, s.mine, s.theirs) for s in woven(base, theirs, mine)] == mirrored


@given(texts(), texts())
def test_one_party_alone_and_both_alike_never_meet(base: str, text: str) -> None:
    assert {s.standing for s in woven(base, text, base)} <= {"kept", "mine"}
    assert {s.standing for s in woven(base, text, text)} <= {"kept", "agree"}


def test_words_apart_stand_beside_and_words_that_touch_meet() -> None:
    base = "Calls upon all States to keep their rivers clean"
    mine, theirs = base.replace(" all", " many"), base.replace("clean", "pure")
    assert [s.standing for s in woven(base, mine, theirs)] == ["kept", "mine", "kept", "theirs"]
    other = base.replace(" all", " some")
    assert [s.standing for s in woven(base, mine, other)] == ["kept", "meet", "kept"]
