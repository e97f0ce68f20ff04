"""What is stronger than what, as delegates read it."""

import pytest

from penholder.compare.meaning.ladders import strength, weighed

RISING = (
    ("Invites", "Encourages"),
    ("Encourages", "Calls upon"),
    ("Urges", "Strongly urges"),
    ("Calls upon", "Requests"),
    ("Strongly urges", "Requests"),
    ("Requests", "Demands"),
    ("Notes", "Notes with interest"),
    ("Takes note", "Takes note with appreciation"),
    ("Takes note with appreciation", "Welcomes"),
    ("Welcomes", "Endorses"),
    ("Recalls", "Recognizes"),
    ("Acknowledging", "Reaffirming"),
    ("Noting with concern", "Concerned"),
    ("Concerned", "Deeply concerned"),
    ("Expressing concern", "Expressing grave concern"),
    ("Expresses deep concern", "Expresses its grave concern"),
    ("Gravely concerned", "Alarmed"),
    ("Regretting", "Deploring"),
    ("Deplores", "Condemns"),
    ("Condemns", "Strongly condemns"),
    ("Strongly condemns", "Condemns in the strongest possible terms"),
    ("Reiterates its invitation", "Reiterates its request"),
)
ALIKE = (
    ("Requests", "Also requests"),
    ("Urges", "Once again urges"),
    ("Urges", "Calls upon"),
    ("Requests", "Reiterates its request"),
    ("Stressing", "Emphasizing further"),
    ("Notes", "Takes note"),
    ("Expressing concern", "Concerned"),
    ("Expresses concern", "Expresses its concern"),
)
APART = (
    ("Welcomes", "Encourages"),
    ("Recalls", "Endorses"),
    ("Notes with appreciation", "Notes with concern"),
    ("Welcomes and calls upon", "Calls upon"),
    ("Convinced", "Recalling"),
)


@pytest.mark.parametrize(("weaker", "stronger"), RISING)
def test_stronger_stands_above_weaker(weaker: str, stronger: str) -> None:
    assert weighed(strength(weaker), strength(stronger)) == 1
    assert weighed(strength(stronger), strength(weaker)) == -1


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_sequence_words_and_verbs_of_one_rung_weigh_nothing(one: str, other: str) -> None:
    assert weighed(strength(one), strength(other)) == 0
    assert weighed(strength(other), strength(one)) == 0


@pytest.mark.parametrize(("one", "other"), APART)
def test_verbs_of_different_ladders_are_not_weighed(one: str, other: str) -> None:
    assert weighed(strength(one), strength(other)) is None
    assert weighed(strength(other), strength(one)) is None
