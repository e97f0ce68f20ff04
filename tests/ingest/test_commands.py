"""Sentences of instructions, in the ways that amendments of eight decades put them."""

import pytest
from hypothesis import given
from tests.strategies import instructions

from penholder.ingest.commands import Command, is_place, read_command
from penholder.ingest.spots import spots_in
from penholder.model.amendment import Instruction
from penholder.model.sentences import request_words, sentence_of


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("operative paragraphs 5, 6, 10 and 13", "OP 5; OP 6; OP 10; OP 13"),
        ("the twenty-first preambular paragraph", "PP 21"),
        ("the second to fourth preambular paragraphs", "PP 2; PP 3; PP 4"),
        ("the first and third paragraphs of the preamble", "PP 1; PP 3"),
        ("subparagraphs (a) and (c) of operative paragraph 4", "OP 4 (a); OP 4 (c)"),
        ("subparagraph (b) of the third preambular paragraph", "PP 3 (b)"),
        ("operative paragraph 5, subparagraph (b)", "OP 5 (b)"),
        ("paragraph 2(c)", "OP 2 (c)"),
        ("paragraph 4 (a) and (b)", "OP 4 (a); OP 4 (b)"),
        ("paragraphs 3 to 6", "OP 3; OP 4; OP 5; OP 6"),
        ("PP5", "PP 5"),
        ("operative paragraph 3bis", "OP 3 bis"),
        ("section II, paragraph 4", "section II, OP 4"),
        ("annex I, paragraph 3", "annex I, paragraph 3"),
        ("the annex", "annex"),
        ("the chapeau of operative paragraph 5", "OP 5, lead-in"),
        ("the last preambular paragraph", "PP last"),
        ("the title", "title"),
        ("footnote 3", "footnote 3"),
        ("the 2030 Agenda, held on 5 May", ""),
    ],
)
def test_spots_are_read_by_number_and_by_ordinal(text: str, addresses: str) -> None:
    found = [str(address) for spots in spots_in(text) for address in spots.addresses]
    assert "; ".join(found) == addresses


def told(command: Command) -> str:
    return "; ".join(request_words(each) for each in command.asks)


@pytest.mark.parametrize(
    ("sentence", "means"),
    [
        ("Delete paragraph 2(c).", "delete operative paragraph 2 (c)"),
        ("Operative paragraph 8 should be deleted.", "delete operative paragraph 8"),
        ("Substitute the word “with” for “through” in paragraph 5",
         "in operative paragraph 5, replace “through” with “with”"),
        ("Replace, in operative paragraph 2, the word “x” with “y”.",
         "in operative paragraph 2, replace “x” with “y”"),
        ("Replace the words “x” in operative paragraph 2 with “y”.",
         "in operative paragraph 2, replace “x” with “y”"),
        ("In the fifth preambular paragraph, the words “a” should be replaced by the words “b”.",
         "in the fifth preambular paragraph, replace “a” with “b”"),
        ("In operative paragraph 3, replace “a” with “b” and “c” with “d”.",
         "in operative paragraph 3, replace “a” with “b”; "
         "in operative paragraph 3, replace “c” with “d”"),
        ('In paragraph 4 (b), replace "shall" by "should" wherever it appears.',
         "replace “shall” with “should” throughout operative paragraph 4 (b)"),
        ("Replace all references to “x” with “y” throughout the text.",
         "replace “x” with “y” throughout the text"),
        ("Delete in paragraph 10 the following words: “in this connexion”.",
         "in operative paragraph 10, delete “in this connexion”"),
        ("In operative paragraph 9, delete the words “and”, “or” and “but”.",
         "in operative paragraph 9, delete “and”; in operative paragraph 9, delete “or”; "
         "in operative paragraph 9, delete “but”"),
        ("In the second preambular paragraph, after the word “a” delete the words “b and”;",
         "in the second preambular paragraph, replace “a b and” with “a”"),
        ("In the second preambular paragraph, insert “of Ukraine” after “plant”.",
         "in the second preambular paragraph, after “plant”, insert “of Ukraine”"),
        ("In operative paragraph 12, between “States” and “to”, insert “and entities”.",
         "in operative paragraph 12, between “States” and “to”, insert “and entities”"),
        ("In operative paragraph 7, add, at the end, “including women”.",
         "at the end of operative paragraph 7, insert “including women”"),
        ("At the end of operative paragraph 7, add the words “, including women”.",
         "at the end of operative paragraph 7, insert “, including women”"),
        ("In operative paragraph 3, after “x”, insert “y”; and delete “z”.",
         "in operative paragraph 3, after “x”, insert “y”; in operative paragraph 3, delete “z”"),
        ("Delete operative paragraph 5 and renumber the subsequent paragraphs accordingly.",
         "delete operative paragraph 5; renumber the remaining paragraphs accordingly"),
        ("In paragraph 3, replace “the so-called ‘right to err’” with “it’s “so””.",
         "in operative paragraph 3, replace “the so-called ‘right to err’” with “it’s “so””"),
    ],
)  # fmt: skip
def test_words_are_replaced_deleted_and_inserted(sentence: str, means: str) -> None:
    assert told(read_command(sentence)) == means


@pytest.mark.parametrize(
    ("sentence", "means"),
    [
        ("After operative paragraph 4, insert two new operative paragraphs reading:", "after 4"),
        ("Insert, after paragraph 4, a new paragraph reading as follows:", "after 4"),
        ("Add the following new operative paragraph after operative paragraph 4:", "after 4"),
        ("Insert a new operative paragraph 4 bis, reading:", "after 4"),
        ("Insert a new paragraph between operative paragraphs 4 and 5:", "after 4"),
        ("Before operative paragraph 4, insert a new paragraph:", "before 4"),
        ("Insert a new operative paragraph 4 reading as follows:", "before 4"),
        ("Replace operative paragraph 4 with the following:", "replace 4"),
        ("Operative paragraph 4 should read:", "replace 4"),
        ("Reword operative paragraph 4 as follows:", "replace 4"),
        ("Delete paragraph 4 and substitute therefor the following:", "replace 4"),
        ("Delete paragraph 4 reading:", "delete 4"),
    ],
)
def test_new_paragraphs_are_awaited(sentence: str, means: str) -> None:
    command = read_command(sentence)
    names = {"InsertAfter": "after", "InsertBefore": "before", "ReplaceParagraphs": "replace",
             "DeleteParagraphs": "delete"}  # fmt: skip
    (ask,) = command.asks
    at = getattr(ask, "at", ())
    (address,) = at if isinstance(at, tuple) else (at,)
    assert f"{names[type(ask).__name__]} {address.text.removeprefix('OP ')}" == means
    assert command.awaits_text


def test_text_inside_the_sentence_is_found() -> None:
    sentence = "Operative paragraph 5 should read as follows: “Decides to wait;”"
    command = read_command(sentence)
    assert (command.quoted, sentence[command.opens]) == ("Decides to wait;", "“")
    assert not command.awaits_text


@pytest.mark.parametrize(
    "sentence",
    [
        "Do the needful.",
        "In paragraph 3, replace “a” with something better.",
        "In paragraph 1, after “b” replace the existing text by the following: “c”.",
        "Delete “a” in paragraph 3 and think of “b”.",
        "In operative paragraph 3, replace “a",
        "",
    ],
)
def test_what_is_not_understood_whole_asks_for_nothing(sentence: str) -> None:
    assert read_command(sentence) == Command()


def test_a_place_alone_is_told_from_a_command() -> None:
    texts = ("In operative paragraph 3:", "Operative paragraph 3", "Delete operative paragraph 3.")
    assert [is_place(text) for text in texts] == [True, True, False]


@given(instructions())
def test_a_sentence_made_of_data_gives_the_data_back(instruction: Instruction) -> None:
    command = read_command(sentence_of(instruction))
    assert command.asks == instruction.asks
    assert command.awaits_text == bool(instruction.text)
