"""Opening phrases, against the sample and, where it is at hand, the lexicon they came from."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from penholder.model.openings import opening_kind, opening_length
from penholder.store.read import read_document

ROOT = Path(__file__).parents[2]
SEED = ROOT / "content" / "A" / "RES" / "53" / "123.yaml"
SHARED = Path(os.environ.get("PENHOLDER_CORPUS", ROOT.parent / "shared" / "corpus")).parent
LEXICON = SHARED / "reference" / "verb-lexicon.tsv"
SAMPLE_PREAMBLE = [
    "Recalling", "Having considered", "Recognizing", "Reaffirming", "Noting with satisfaction",
    "Welcoming", "Taking note", "Convinced", "Recalling", "Mindful", "Noting and reaffirming",
]  # fmt: skip
SAMPLE_OPERATIVE = [
    "Takes note", "Calls upon", "Invites", "Calls upon", "Invites", "Invites", "Calls upon",
    "Invites", "Welcomes", "Encourages", "Emphasizes", "Recognizes", "Requests", "Decides",
]  # fmt: skip


def opening(text: str) -> str:
    return text[: opening_length(text)]


def test_the_openings_of_the_sample() -> None:
    sample = read_document(SEED.read_bytes(), "x").document
    assert sample
    texts = [getattr(block, "text", "") for block in sample.preamble]
    assert [opening(text) for text in texts] == SAMPLE_PREAMBLE
    assert {opening_kind(text) for text in texts} == {"participle"}
    texts = [getattr(block, "text", "") for block in sample.operative]
    assert [opening(text) for text in texts] == SAMPLE_OPERATIVE
    assert {opening_kind(text) for text in texts} == {"verb"}


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Expresses its appreciation to the Secretary-General", "Expresses its appreciation"),
        ("Reiterates its call upon all States", "Reiterates its call upon"),
        ("Deeply concerned at the situation", "Deeply concerned"),
        ("Bearing in mind the report", "Bearing in mind"),
        ("Also requests the Secretary-General", "Also requests"),
        ("Looks forward to the report", "Looks forward"),
        ("Strongly condemning the attack", "Strongly condemning"),
        ("Decides to meet", "Decides"),
        ("*Decides* to meet", ""),
        ("Decidesly so", ""),
        ("The report", ""),
        ("decides", ""),
    ],
)
def test_an_opening_has_its_extent(text: str, phrase: str) -> None:
    assert opening(text) == phrase


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Also requests a", "verb"), ("Deeply concerned at a", "participle"), ("The report", ""),
     ("Once again calls upon a", "verb"), ("Remaining deeply concerned by a", "participle")],
)  # fmt: skip
def test_an_opening_has_a_part_of_speech(text: str, kind: str) -> None:
    assert opening_kind(text) == kind


def lexicon() -> list[tuple[str, int, str]]:
    if not LEXICON.exists():
        pytest.skip("the lexicon is not here: set PENHOLDER_CORPUS")
    rows = (line.split("\t") for line in LEXICON.read_text(encoding="utf-8").splitlines())
    return [(row[0], int(row[1]), row[2]) for row in rows if len(row) == 3 and row[1].isdigit()]


def test_the_lexicon_is_known_by_extent() -> None:
    rows = lexicon()
    right = sum(count for _, count, phrase in rows if opening(f"{phrase} the report") == phrase)
    assert right / sum(count for _, count, _ in rows) > 0.998


def test_the_lexicon_is_known_by_part_of_speech() -> None:
    wanted = {"pre": "participle", "op": "verb"}
    rows = [row for row in lexicon() if row[0] in wanted]
    right = sum(
        count for kind, count, phrase in rows if opening_kind(f"{phrase} the") == wanted[kind]
    )
    assert right / sum(count for _, count, _ in rows) > 0.999
