"""Versions in other languages on the command line: named, built, checked beside each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.workspaces import DRAFT, Ask, write

from penholder.errors import EnvironmentFault
from penholder.publish.fonts import FontNeeds
from penholder.publish.pdf import Press

FRENCH = """\
schema: 1
kind: draft resolution
language: fr
organ: General Assembly
title: L’eau
preamble:
- Rappelant ses résolutions,
operative:
- Demande de l’eau propre ;
- Décide de rester saisie de la question.
"""
ENGLISH = (
    FRENCH.replace("language: fr\n", "")
    .replace("L’eau", "Water")
    .replace("Rappelant ses résolutions", "Recalling its resolutions")
    .replace("Demande de l’eau propre ;", "Requests clean water;")
    .replace("Décide de rester saisie de la question.", "Decides to remain seized of the matter.")
)


def test_a_version_is_named_by_its_language_and_built_beside_the_other(
    ask: Ask, workspace: Path
) -> None:
    write(workspace, "drafts/eau", ENGLISH)
    write(workspace, "drafts/eau.fr", FRENCH)
    answer = ask("build", "drafts/eau.fr", "--format", "html")
    assert (answer.code, answer.err) == (0, "made build/drafts/eau.fr.html\n")
    page = (workspace / "build/drafts/eau.fr.html").read_text("utf-8")
    assert '<html lang="fr" dir="ltr">' in page
    assert "<i>Rappelant</i> ses résolutions," in page
    assert "Nations Unies" in page
    assert "United Nations" not in page
    assert ask("show", "drafts/eau.fr").code == 0
    absent = ask("build", "drafts/eau.es")
    assert absent.code == 3
    assert "content/drafts/eau.es.yaml does not exist" in absent.err


def test_check_tells_where_a_version_differs_from_the_one_all_follow(
    ask: Ask, workspace: Path
) -> None:
    write(workspace, "drafts/eau", ENGLISH)
    write(workspace, "drafts/eau.fr", FRENCH)
    assert ask("check", "drafts/eau.fr").code == 0
    write(workspace, "drafts/eau.fr", FRENCH.replace("- Demande de l’eau propre ;\n", ""))
    answer = ask("check", "drafts/eau.fr")
    assert answer.code == 1
    assert "content/drafts/eau.fr.yaml:9:3: E-SHAPE OP 2 of drafts/eau has" in (answer.err)
    assert ask("check", "drafts/eau").code == 0


def test_check_tells_of_a_version_behind_by_its_history(ask: Ask, recorded: Path) -> None:
    write(recorded, "drafts/eau", ENGLISH)
    write(recorded, "drafts/eau.fr", FRENCH)
    ask("record", "drafts/eau", "-m", "Begin")
    assert "W-LAG" not in ask("check", "drafts/eau.fr").err  # it is not recorded yet
    ask("record", "drafts/eau.fr", "-m", "Translate")
    assert "W-LAG" not in ask("check", "drafts/eau.fr").err
    write(recorded, "drafts/eau", ENGLISH.replace("clean water", "fresh water"))
    ask("record", "drafts/eau", "-m", "Ask for more")
    answer = ask("check", "drafts/eau.fr")
    assert answer.code == 0
    what = "drafts/eau was recorded 1 time since this version last was"
    assert f"content/drafts/eau.fr.yaml:1:1: W-LAG {what}" in answer.err
    assert "fix: see penholder diff drafts/eau@" in answer.err
    write(recorded, "drafts/eau.fr", FRENCH.replace("propre", "douce"))
    ask("record", "drafts/eau.fr", "-m", "Follow")
    assert "W-LAG" not in ask("check", "drafts/eau.fr").err


def test_a_file_named_for_another_language_than_its_own_is_told(ask: Ask, workspace: Path) -> None:
    write(workspace, "drafts/eau.fr", FRENCH.replace("language: fr", "language: es"))
    answer = ask("check", "drafts/eau.fr")
    assert answer.code == 3
    assert "eau.fr.yaml:3:11: E-LANGUAGE the file is named .fr, and its language is es" in (
        answer.err
    )
    write(workspace, "drafts/eau.fr", FRENCH)
    assert ask("check", "drafts/eau.fr").code == 0  # there is none that it would have to follow


def test_a_leader_that_cannot_be_read_is_told_of_itself_alone(ask: Ask, workspace: Path) -> None:
    write(workspace, "drafts/eau", "nonsense")
    write(workspace, "drafts/eau.fr", FRENCH)
    assert ask("check", "drafts/eau.fr").code == 0


def test_a_draft_in_the_same_language_needs_no_ending(ask: Ask, workspace: Path) -> None:
    write(workspace, "drafts/water", DRAFT)
    assert ask("check", "drafts/water").code == 0


@pytest.mark.parametrize("families", [("No Such Face",), ("Liberation Serif", "No Such Face")])
def test_a_page_whose_font_is_missing_is_told_once_with_a_remedy(families: tuple[str, ...]) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        Press().render("<p>x</p>", needs=FontNeeds(families, ("fonts-none",)))
    assert str(caught.value) == (
        "E-FONT No Such Face is not installed, which the language of the page is set in\n"
        "  fix: install it: make fonts, or apt install fonts-none"
    )
