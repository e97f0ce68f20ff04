from penholder.compare.meaning.finding import KINDS, Finding, Meaning
from penholder.publish.meaning_text import meaning_text
from penholder.publish.terminal import Screen

ADVICE = "Found by rule, as advice and not as a verdict; the redline shows every word."
FOUND = Meaning(
    (
        Finding("stronger", "OP 3", "OP 4", "Invites", "Urges"),
        Finding("citation", "PP 1", "PP 1", "", "53/123 of 9 December 1998"),
        Finding("citation", "footnote sg", "footnote sg", "A/53/413", "A/54/286"),
        Finding("resources", "OP 6 (a) (ii)", "annex I, section II, OP 6", "regular budget", ""),
        Finding("vote", None, None, "", "in favour: 3", "vote"),
    )
)
TOLD = f"""\
--- one
+++ two

verbs that became stronger
  OP 3 -> OP 4  Invites -> Urges

citations
  PP 1         new: 53/123 of 9 December 1998
  footnote sg  A/53/413 -> A/54/286

resources
  OP 6 (a) (ii) -> annex I, section II, OP 6
      dropped: regular budget

vote
  new: in favour: 3 (vote)

{ADVICE}"""


def test_findings_are_told_by_kind_with_places_and_words() -> None:
    assert meaning_text(FOUND, ("one", "two"), Screen(80)) == TOLD


def test_lines_keep_to_the_width() -> None:
    lines = meaning_text(FOUND, ("one", "two"), Screen(40)).splitlines()[:-1]
    assert max(map(len, lines)) <= 44
    assert " ".join(" ".join(lines).split()) == " ".join(" ".join(TOLD.splitlines()[:-1]).split())


def test_every_kind_has_a_heading_of_its_own() -> None:
    every = Meaning(tuple(Finding(kind, "OP 1", "OP 1", "a", "b", "c") for kind in KINDS))
    lines = meaning_text(every, ("one", "two"), Screen(80)).splitlines()
    headings = [line for line in lines[2:-1] if line and not line.startswith(" ")]
    assert len(set(headings)) == len(headings) == len(KINDS)


def test_nothing_is_told_as_nothing() -> None:
    text = meaning_text(Meaning(()), ("one", "two"), Screen(80))
    assert text == f"--- one\n+++ two\n\nNothing was found that changes the meaning.\n{ADVICE}"


def test_a_language_that_is_not_read_is_told() -> None:
    text = meaning_text(Meaning((), is_read=False), ("one", "two"), Screen(80))
    assert text.endswith("read English only: words in other languages were not weighed.")
    assert ADVICE not in text
