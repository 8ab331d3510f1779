"""The regisseur's own Word document: kept when every letter can be written on it, used, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.services.dossier_settings import dossier_settings
from jury_desktop.services.letter_files import write_word_drafts
from jury_desktop.services.letters import letter_jobs
from jury_desktop.services.ports import Dossier
from jury_desktop.services.word_paper import (
    HEAVIEST,
    NONE,
    KeptPaper,
    save_word_paper,
    set_word_paper,
    word_paper,
)
from tests.letters.test_word_paper import paper
from tests.services.test_letters import after_deliberation


@pytest.fixture
def house(tmp_path: Path) -> Path:
    file = tmp_path / "huisstijl.docx"
    file.write_bytes(paper("Kenmerk {{ reference }}", "{{ letter }}", header="Stad Netegem"))
    return file


def kept(dossier: Dossier) -> KeptPaper:
    return dossier_settings(dossier).word_paper


def test_drafts_are_written_on_the_document_that_is_kept(house: Path, tmp_path: Path) -> None:
    dossier = after_deliberation()
    assert save_word_paper(dossier, house) == NONE
    assert kept(dossier).name == "huisstijl.docx"
    jobs = letter_jobs(dossier)
    for file, job in zip(
        write_word_drafts(jobs, tmp_path / "uit", paper=word_paper(dossier)), jobs, strict=True
    ):
        word = Document(str(file))
        assert word.sections[0].header.paragraphs[0].text == "Stad Netegem"
        assert word.paragraphs[0].text == f"Kenmerk {job.data.reference}"


def test_a_document_is_taken_away_and_comes_back(house: Path) -> None:
    dossier = after_deliberation()
    save_word_paper(dossier, house)
    before = set_word_paper(dossier, NONE)
    assert (kept(dossier), word_paper(dossier)) == (NONE, None)
    set_word_paper(dossier, before)
    assert word_paper(dossier) == house.read_bytes()
    with dossier.read() as uow:
        told = [(event.action, event.subject) for event in uow.journal.all()[-3:]]
    assert told == [("settings.changed", "word_paper")] * 3


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"geen document", say("letters.word_paper_broken")),
        (paper("Geen plaats"), say("letters.word_paper_place")),
        (paper("{{ letter }}", "{{ organisatie }}"), say("letters.unknown_field", what="organisatie")),
        (bytes(HEAVIEST + 1), say("word_paper.heavy", name="huisstijl.docx", most=5)),
    ],
)
def test_what_no_letter_can_be_written_on_is_refused_and_nothing_changes(
    house: Path, content: bytes, message: object
) -> None:
    dossier = after_deliberation()
    house.write_bytes(content)
    with pytest.raises(JuryError) as caught:
        save_word_paper(dossier, house)
    assert caught.value.message == message
    assert kept(dossier) == NONE
