"""The minutes: everything that was decided and why, the same bytes every time, with or without names."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import page
import pypdfium2
import pytest

from jury_desktop.domain.call import DeliberationRules, Round
from jury_desktop.domain.decision import DecisionKind, MotivationLine, Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.talk import Votes
from jury_desktop.services.confirm import confirm_decision
from jury_desktop.services.decide import decide
from jury_desktop.services.meeting import MeetingDetails, keep_meeting
from jury_desktop.services.minutes import ask_minutes, minutes_pdf
from jury_desktop.services.ports import Dossier
from jury_desktop.services.talk import agree, ask_second_look, end_second_look, keep_notes
from tests.builders import NOW, a_call, a_candidacy, a_conflict, a_juror, a_letter, a_sheet
from tests.fakes import MemoryStore
from tests.letters.pdf.reading import glued
from tests.services.scenario import a_dossier, after_both_rounds, after_the_written_round

SHORT = Stage.SHORTLIST
JURY = [
    a_juror(1, name="Els Maes", role="schepen", organisation="Gemeente Nijlen"),
    a_juror(2, name="Jan Peeters"),
    a_juror(3, name="Noor Claes"),
]


def table() -> Dossier:
    """Two candidacies that the jury scored; the third juror has a conflict with the first."""
    candidacies = [a_candidacy(1), a_candidacy(2)]
    sheets = [
        a_sheet(juror, candidacy, value=5 - number)
        for juror in JURY
        for number, candidacy in enumerate(candidacies)
    ]
    return a_dossier(candidacies, JURY, sheets, conflicts=[a_conflict(JURY[2], candidacies[0])])


def told(dossier: Dossier, *, language: str = "nl", with_names: bool = True, stage: Stage = SHORT) -> str:
    """The words of the minutes, in order."""
    pdf = minutes_pdf(ask_minutes(dossier, stage, language, with_names=with_names))
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(each.get_textpage().get_text_bounded() for each in document).split())


def held() -> Dossier:
    """The whole meeting: noted, discussed, agreed, looked at again, voted and decided."""
    dossier = table()
    details = MeetingDetails(
        NOW, NOW + timedelta(hours=3), "Raadzaal", "Mieke", "Sam", ("j1", "j3"), ("Robin",)
    )
    keep_meeting(dossier, SHORT, details)
    keep_notes(dossier, "c1", SHORT, "Volgens Els Maes is de begroting krap.", Votes(2, 0, 1))
    line = MotivationLine("outreach", "De aanpak is aanklampend.", ("j1-c1-written", "j2-c1-written"))
    agree(dossier, "c1", SHORT, line)
    ask_second_look(dossier, "c1", SHORT, "Begroting nalezen")
    end_second_look(dossier, "c1", SHORT)
    decide(dossier, "c1", DecisionKind.INVITED, "De jury wil u horen.", [line])
    decide(dossier, "c2", DecisionKind.NOT_SHORTLISTED, "Te algemeen.", [])
    return dossier


def test_they_say_who_was_there_and_who_was_not() -> None:
    text = told(held())
    assert "datum en uur 9 juni 2023 14:00 – 17:00 plaats Raadzaal voorzitter Mieke" in text
    assert "aanwezige juryleden Els Maes, schepen, Gemeente Nijlen Noor Claes, Gemeente 3" in text
    assert "andere aanwezigen Robin afwezig Jan Peeters" in text


def test_they_say_what_was_scored_said_agreed_and_decided() -> None:
    text = told(held())
    assert text.startswith("Verslag van de deliberatie ")
    for sentence in (
        "1 K-01 Ankerpunt vzw uitgenodigd voor de pitch 5,00",
        "Zaal verlaten: Noor Claes.",
        "officiële score 5,00 op 5",
        "De aanpak is aanklampend. gegeven: 5 · 5 Rust op de scores van Els Maes (5), Jan Peeters (5).",
        "De jury was het hierover eens (9 juni 2023 14:00).",
        "Volgens Els Maes is de begroting krap.",
        "opnieuw bekeken: Begroting nalezen",
        "Stemming: 2 voor, 0 tegen, 1 onthoudingen.",
        "De jury besliste op 9 juni 2023 14:00: uitgenodigd voor de pitch. De jury wil u horen.",
        "* Adviserend, geen deel van de officiële score",
        "handtekening:",
    ):
        assert sentence in text, sentence


def test_the_agreed_sentence_stands_beside_a_motivation_that_says_it_otherwise() -> None:
    dossier = held()
    line = MotivationLine("outreach", "De aanpak is heel aanklampend.", ())
    decide(dossier, "c1", DecisionKind.INVITED, "De jury wil u horen.", [line])
    assert "Afgesproken: De aanpak is aanklampend." in told(dossier)


def test_without_names_no_juror_can_be_found_in_them() -> None:
    dossier = held()
    text = told(dossier, with_names=False)
    assert [juror.name for juror in JURY for part in juror.name.split() if part in text] == []
    assert "Zaal verlaten: Jurylid" in text
    assert "is de begroting krap" in text


def test_the_same_dossier_gives_the_same_bytes_and_prints_its_anchor() -> None:
    dossier = held()
    first = minutes_pdf(ask_minutes(dossier, SHORT))
    later = replace(dossier, now=lambda: NOW + timedelta(days=3))
    assert minutes_pdf(ask_minutes(later, SHORT)) == first
    with dossier.read() as uow:
        last = uow.journal.newest()
    assert last is not None
    text = told(dossier)
    assert last.hash in text.replace(" ", "")
    assert f"na {last.sequence} gebeurtenissen" in text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_they_can_be_kept_and_read_aloud(language: str) -> None:
    pdf = minutes_pdf(ask_minutes(held(), SHORT, language))
    assert page.is_pdf_compliant_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert page.is_pdf_compliant_bytes(pdf, profile=page.ValidationProfile.PDF_A_2A)
    assert glued(pdf) == []


# a draft


def test_what_is_still_open_makes_them_a_draft_that_says_so() -> None:
    dossier = table()
    decide(dossier, "c1", DecisionKind.INVITED, "De jury wil u horen.")
    ask_second_look(dossier, "c2", SHORT, "Partner opbellen")
    text = told(dossier)
    assert text.startswith("Ontwerpverslag van de deliberatie ")
    assert "Nog niet beslist: K-02. Nog eens te bekijken: K-02." in text
    assert "is in het dossier niet genoteerd" in text


def test_an_unrecorded_meeting_makes_them_a_draft_that_lists_the_jury() -> None:
    dossier = table()
    for candidacy in ("c1", "c2"):
        decide(dossier, candidacy, DecisionKind.INVITED, "De jury wil u horen.")
    text = told(dossier)
    assert text.startswith("Ontwerpverslag van de deliberatie ")
    assert "Nog niet genoteerd: wanneer de jury vergaderde en wie er was." in text
    assert "de jury Els Maes, schepen, Gemeente Nijlen Jan Peeters, Gemeente 2 Noor Claes" in text


def test_without_attendance_or_signatories_they_are_a_draft() -> None:
    dossier = held()
    keep_meeting(dossier, SHORT, MeetingDetails(NOW, chair="Mieke"))
    text = told(dossier)
    assert text.startswith("Ontwerpverslag van de deliberatie ")
    assert "Nog niet genoteerd: welke juryleden er waren." in text
    assert "Nog niet genoteerd: wie voorzit en wie verslag maakt" in text


def test_where_four_eyes_are_asked_they_wait_for_the_second_person() -> None:
    call = replace(a_call(), deliberation=DeliberationRules(four_eyes=True))
    dossier = after_both_rounds(count=1, store=MemoryStore(call))
    decision = decide(dossier, "c1", DecisionKind.SELECTED, "Sterk.")
    assert "Nog niet bevestigd door een tweede persoon: K-01." in told(dossier, stage=Stage.FINAL)
    confirm_decision(replace(dossier, actor="Noor Tweede"), decision)
    keep_meeting(dossier, Stage.FINAL, MeetingDetails(NOW, chair="Mieke", secretary="Sam", present=("j1",)))
    text = told(dossier, stage=Stage.FINAL)
    assert text.startswith("Verslag van de deliberatie ")
    assert "Bevestigd door Noor Tweede op 9 juni 2023 14:00." in text


def test_a_revision_says_what_the_candidate_was_told_before() -> None:
    dossier = after_both_rounds(count=1)
    decide(dossier, "c1", DecisionKind.SELECTED, "Sterk.")
    with dossier.change() as uow:
        pdf = uow.blobs.put(b"een brief")
        sent = {"state": LetterState.SENT, "channel": "email", "sent_at": NOW, "pdf": pdf}
        uow.letters.save(replace(a_letter(a_candidacy()), **sent))  # type: ignore[arg-type]
        uow.journal.append("letter.final", "letter", "K-01")
    decide(dossier, "c1", DecisionKind.RESERVE, "Net niet.", reason="Een telfout.")
    text = told(dossier, stage=Stage.FINAL)
    assert "Eerder meegedeeld: geselecteerd, in de brief die op 9 juni 2023 14:00 vertrok." in text


def test_sealed_scores_stay_out() -> None:
    jurors = [a_juror(1), a_juror(2)]
    candidacies = [a_candidacy(1), a_candidacy(2)]
    sheets = [a_sheet(jurors[0], candidacies[0], Round.WRITTEN, 4, remark="Sterk")]
    text = told(a_dossier(candidacies, jurors, sheets))
    assert "Van 2 kandidaturen zijn de scores nog verzegeld." in text
    assert "officiële score" not in text.partition("K-01 Ankerpunt vzw regio-uitdagingen")[2]
    assert "gegeven:" not in text


def test_without_candidacies_there_is_nothing_to_report() -> None:
    with pytest.raises(JuryError) as caught:
        ask_minutes(after_the_written_round(), Stage.FINAL)
    assert caught.value.message == say("minutes.nothing")
