"""How letters are worded in a dossier: own texts, the shipped ones, and the approval of the legal blocks."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import Block, LetterData, LetterType, ProblemKind
from jury_desktop.domain.letter_texts import LetterTexts, OwnText
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.letters.unfilled import spoken
from jury_desktop.services.journal import journal
from jury_desktop.services.letter_book import letter_book
from jury_desktop.services.letter_preview import Fault, SampleDossier, faults, look_at
from jury_desktop.services.letter_texts import (
    HEAVIEST_LOGO,
    TextRow,
    approve_blocks,
    open_blocks,
    restore_text,
    save_logo,
    save_logo_file,
    save_text,
    take_back,
    text_book,
    texts_of,
    withdraw_approval,
)
from jury_desktop.services.letters import draft_letters, keep_letters, letter_jobs
from jury_desktop.services.overview import overview
from jury_desktop.services.ports import Dossier
from jury_desktop.services.soundness import verify
from jury_desktop.storage.store import create_store
from tests.builders import NOW, a_call
from tests.services.test_letters import after_deliberation

LAWYER = "mr. Els Claes"


def row(dossier: Dossier, kind: LetterType | Block) -> TextRow:
    return text_book(dossier).row(kind)


def reworded(dossier: Dossier, kind: LetterType | Block) -> OwnText:
    """The text as it is, with one sentence more."""
    text = row(dossier, kind).text
    return replace(text, body=f"{text.body}\n\nWij danken u voor uw inzet.\n")


def states(dossier: Dossier) -> list[tuple[LetterType, str, bool]]:
    return [
        (found.type, found.letter.state.value if found.letter else "", found.outdated)
        for found in letter_book(dossier)
    ]


def last_events(dossier: Dossier, count: int) -> list[tuple[str, str]]:
    lines = reversed(journal(dossier)[:count])
    return [(line.event.action, line.event.subject) for line in lines]


def unapproved() -> Dossier:
    """Decisions are taken and letters owed, and no lawyer has looked at anything."""
    dossier = after_deliberation()
    for block in Block:
        withdraw_approval(dossier, block)
    return dossier


def test_the_letters_come_first_then_the_blocks_all_as_shipped():
    rows = text_book(after_deliberation()).rows
    assert [found.kind for found in rows] == [*LetterType, *Block]
    assert [found.kind for found in rows if found.own] == []


def test_a_text_of_ones_own_is_in_the_next_letter():
    dossier = after_deliberation()
    save_text(dossier, LetterType.SELECTED, reworded(dossier, LetterType.SELECTED))
    told = {each.job.type: each.text for each in draft_letters(letter_jobs(dossier))}
    assert "Wij danken u voor uw inzet." in told[LetterType.SELECTED]
    assert "Wij danken u voor uw inzet." not in told[LetterType.NOT_SELECTED]


def test_a_draft_is_out_of_date_when_its_own_text_changed_and_no_other_is():
    dossier = after_deliberation()
    keep_letters(dossier, draft_letters(letter_jobs(dossier)))
    save_text(dossier, LetterType.SELECTED, reworded(dossier, LetterType.SELECTED))
    assert states(dossier) == [
        (LetterType.SELECTED, "draft", True),
        (LetterType.NOT_SELECTED, "draft", False),
    ]


def test_a_block_makes_the_drafts_that_carry_it_out_of_date():
    dossier = after_deliberation()
    keep_letters(dossier, draft_letters(letter_jobs(dossier)))
    save_text(dossier, Block.INSPECTION, reworded(dossier, Block.INSPECTION))
    assert [outdated for _, _, outdated in states(dossier)] == [False, True]


def test_what_is_final_keeps_its_words():
    dossier = after_deliberation()
    final = keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    save_text(dossier, LetterType.SELECTED, reworded(dossier, LetterType.SELECTED))
    assert {state for _, state, _ in states(dossier)} == {"final"}
    assert [outdated for _, _, outdated in states(dossier)] == [False, False]
    with dossier.read() as uow:
        assert uow.letters.find() == final


def test_a_letter_of_before_wordings_were_noted_is_not_out_of_date():
    dossier = after_deliberation()
    keep_letters(dossier, draft_letters(letter_jobs(dossier)))
    with dossier.change() as uow:
        for letter in uow.letters.find():
            uow.letters.save(replace(letter, basis=letter.basis.rpartition(":")[0]))
        uow.journal.append("test.prepared", "dossier", "test")
    assert [outdated for _, _, outdated in states(dossier)] == [False, False]


def test_a_text_with_a_mistake_is_not_kept():
    dossier = after_deliberation()
    wrong = OwnText("Bericht", "Goed.\n\n{{ organisatie }}")
    with pytest.raises(JuryError) as caught:
        save_text(dossier, Block.GROUNDS, wrong)
    assert caught.value.message == say("letter_texts.faulty", count=2, line=3)
    assert not row(dossier, Block.GROUNDS).own


def test_the_shipped_text_comes_back_and_every_step_can_be_taken_back():
    dossier = after_deliberation()
    own = reworded(dossier, LetterType.LATE)
    saved = save_text(dossier, LetterType.LATE, own)
    restored = restore_text(dossier, LetterType.LATE)
    assert not row(dossier, LetterType.LATE).own
    take_back(dossier, restored)
    assert row(dossier, LetterType.LATE).text == own
    take_back(dossier, saved)
    assert not row(dossier, LetterType.LATE).own
    assert last_events(dossier, 4) == [
        ("text.changed", "late"),
        ("text.restored", "late"),
        ("text.taken_back", "late"),
        ("text.taken_back", "late"),
    ]


def test_a_step_is_not_taken_back_over_a_later_one():
    dossier = after_deliberation()
    saved = save_text(dossier, LetterType.LATE, reworded(dossier, LetterType.LATE))
    save_text(dossier, LetterType.SELECTED, reworded(dossier, LetterType.SELECTED))
    with pytest.raises(JuryError) as caught:
        take_back(dossier, saved)
    assert caught.value.message == say("letter_texts.changed_since")


def test_typing_the_shipped_text_again_is_no_text_of_ones_own():
    dossier = after_deliberation()
    before = len(journal(dossier))
    save_text(dossier, LetterType.LATE, row(dossier, LetterType.LATE).shipped)
    assert (row(dossier, LetterType.LATE).own, len(journal(dossier))) == (False, before)


def test_without_approval_no_letter_becomes_final_and_the_overview_says_so():
    dossier = unapproved()
    drafted = draft_letters(letter_jobs(dossier))
    kinds = {problem.kind for letter in drafted for problem in letter.problems}
    assert kinds == {ProblemKind.UNAPPROVED_BLOCK}
    assert {letter.state for letter in keep_letters(dossier, drafted, final=True)} == {LetterState.DRAFT}
    steps = [(step.text, step.page, step.ref) for step in overview(dossier).steps]
    assert (say("steps.approve_texts", count=len(Block)), "settings", "texts") in steps


def test_who_approved_which_version_when_and_who_noted_it():
    dossier = unapproved()
    approve_blocks(dossier, [Block.APPEAL], f"  {LAWYER} ")
    found = row(dossier, Block.APPEAL)
    assert found.approval is not None
    told = (found.approval.lawyer, found.approval.by, found.approval.at, found.approval.version)
    assert told == (LAWYER, "Regisseur", NOW, "2026-11")
    assert (found.approved, row(dossier, Block.GROUNDS).approved) == (True, False)
    assert last_events(dossier, 1) == [("text.approved", "appeal")]


def test_an_approval_is_of_the_day_the_lawyer_gave_it_and_else_of_today():
    dossier = unapproved()
    approve_blocks(dossier, [Block.APPEAL], LAWYER, date(2023, 5, 30))
    approve_blocks(dossier, [Block.GROUNDS], LAWYER)
    days = [row(dossier, block).approval.day for block in (Block.APPEAL, Block.GROUNDS)]
    assert days == [date(2023, 5, 30), NOW.astimezone(BRUSSELS).date()]
    assert json.loads(journal(dossier)[1].event.new)["approved_on"] == "2023-05-30"


def test_an_approval_is_never_of_a_day_to_come():
    dossier, later = unapproved(), NOW.date() + timedelta(days=1)
    with pytest.raises(JuryError) as caught:
        approve_blocks(dossier, [Block.APPEAL], LAWYER, later)
    assert caught.value.message == say("letter_texts.approved_later", day=later)
    assert not row(dossier, Block.APPEAL).approved


def test_an_approval_names_who_gave_it():
    with pytest.raises(JuryError) as caught:
        approve_blocks(unapproved(), [Block.APPEAL], "  ")
    assert caught.value.message == say("letter_texts.lawyer_missing")


def test_a_changed_block_is_asked_anew_and_the_old_words_are_still_approved():
    dossier = after_deliberation()
    save_text(dossier, Block.APPEAL, reworded(dossier, Block.APPEAL))
    with dossier.read() as uow:
        assert open_blocks(texts_of(uow)) == (Block.APPEAL,)
    restore_text(dossier, Block.APPEAL)
    with dossier.read() as uow:
        assert open_blocks(texts_of(uow)) == ()


def test_texts_are_kept_in_the_file_and_sealed(tmp_path: Path):
    stored = after_deliberation(create_store(str(tmp_path / "lier.jury"), a_call()))
    own = reworded(stored, LetterType.LATE)
    save_text(stored, LetterType.LATE, own)
    approve_blocks(stored, tuple(Block), LAWYER)
    assert row(stored, LetterType.LATE).text == own
    assert verify(stored).problems == ()
    stored.store.close()


# the logo


def unpictured(data: LetterData) -> LetterData:
    return replace(data, sender=replace(data.sender, logo=None))


def a_picture(colour: str = "#0b5d66") -> bytes:
    out = BytesIO()
    Image.new("RGB", (120, 40), colour).save(out, "PNG")
    return out.getvalue()


def test_a_logo_stands_at_the_head_of_every_letter_with_what_is_on_it():
    dossier = after_deliberation()
    save_logo(dossier, a_picture(), " Logo van de stad Netegem ")
    jobs = letter_jobs(dossier)
    assert {(job.data.sender.logo, job.data.sender.logo_alt) for job in jobs} == {
        (a_picture(), "Logo van de stad Netegem")
    }
    assert b"/Figure" in draft_letters(jobs)[0].pdf
    assert b"/Figure" not in draft_letters([replace(jobs[0], data=unpictured(jobs[0].data))])[0].pdf


def test_another_logo_makes_drafts_out_of_date_leaves_what_is_final_and_is_taken_back():
    dossier = after_deliberation()
    first, second = draft_letters(letter_jobs(dossier))
    keep_letters(dossier, [first], final=True)
    keep_letters(dossier, [second])
    change = save_logo(dossier, a_picture(), "Logo")
    assert states(dossier) == [
        (LetterType.SELECTED, "final", False),
        (LetterType.NOT_SELECTED, "draft", True),
    ]
    take_back(dossier, change)
    assert [outdated for _, _, outdated in states(dossier)] == [False, False]
    assert last_events(dossier, 2) == [("text.logo", "letters"), ("text.logo", "letters")]


def test_a_letter_made_with_the_logo_is_not_out_of_date():
    dossier = after_deliberation()
    save_logo(dossier, a_picture(), "Logo")
    keep_letters(dossier, draft_letters(letter_jobs(dossier)))
    assert [outdated for _, _, outdated in states(dossier)] == [False, False]
    save_logo(dossier, None, "")
    assert {job.data.sender.logo for job in letter_jobs(dossier)} == {None}


@pytest.mark.parametrize(
    ("content", "alt", "problem"),
    [
        (b"%PDF-1.7", "Logo", say("letters.logo_broken")),
        (b"", "Logo", say("letters.logo_broken")),
        (None, "Logo", "letter_texts.logo_unreadable"),
        (a_picture(), "  ", say("letter_texts.alt_missing")),
        (b"x" * (HEAVIEST_LOGO + 1), "Logo", say("letter_texts.logo_heavy", name="logo.png", most=5)),
    ],
)
def test_what_is_no_logo_is_refused_and_nothing_changes(tmp_path, content, alt, problem):
    dossier, file = after_deliberation(), tmp_path / "logo.png"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(JuryError) as caught:
        save_logo_file(dossier, file, alt)
    assert problem in (caught.value.message, caught.value.message.key)
    assert text_book(dossier).texts.logo == ""


@pytest.mark.parametrize("dossier", list(SampleDossier))
@pytest.mark.parametrize("kind", [*LetterType, *Block])
def test_every_shipped_text_can_be_looked_at_with_every_sample(kind, dossier):
    shipped = text_book(after_deliberation()).row(kind).shipped
    look = look_at(kind, shipped, LetterTexts(), dossier)
    assert (look.faults, look.pdf[:5]) == ((), b"%PDF-")


def test_what_cannot_be_looked_at_says_why():
    look = look_at(LetterType.LATE, OwnText("Bericht", "{{ titel }}"), LetterTexts(), SampleDossier.NORMAL)
    assert (look.pdf, look.faults[0]) == (b"", Fault(1, say("letters.unknown_field", what="titel")))


def test_a_mistake_that_only_shows_when_it_is_filled_in_is_a_fault_too():
    text = OwnText("", "{% if call_source > 3 %}x{% endif %}")
    [fault] = faults(Block.GROUNDS, text, LetterTexts())
    assert (fault.line, fault.message.key) == (None, "letters.template_failed")


def test_a_letter_must_name_what_makes_it_that_letter():
    text = OwnText("Bericht", "Uw kandidatuur kwam te laat.")
    told = {fault.message for fault in faults(LetterType.LATE, text, LetterTexts())}
    assert {
        say("letters.must_say", field=spoken("deadline"), what="deadline"),
        say("letters.must_say", field=spoken("arrival.proof"), what="arrival.proof"),
        say("letters.missing_block", block=spoken(f"block.{Block.APPEAL}")),
    } <= told


def test_a_text_that_hides_from_its_reader_what_it_must_say_is_a_fault():
    """Each field is used, so only a letter that is filled in shows that nobody can read it."""
    shown = "Vragen? {{ contact.name }}, {{ contact.email }}."
    hidden = f"{shown}{{% if reserve_place %}} {{{{ contact.phone }}}}{{% endif %}}"
    assert faults(Block.CONTACT, OwnText("", hidden), LetterTexts()) == (
        Fault(None, say("letters.unread", field=spoken("contact.phone"), what="contact.phone")),
    )
