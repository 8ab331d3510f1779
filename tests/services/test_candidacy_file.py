"""One candidacy in full: its own messages and events, and how far the jury is, never with what score."""

from __future__ import annotations

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.sheet import Answer, items_of
from jury_desktop.services.candidacies import judge_admissibility
from jury_desktop.services.candidacy_file import JurorProgress, RoundProgress, Work, candidacy_details
from jury_desktop.services.jury import declare_conflict
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import save_answers, submit_sheet
from tests.builders import a_call, a_candidacy, a_decision, a_juror, a_mail, a_version, placed
from tests.services.mailing import a_dossier

MINE, OTHERS = a_mail(b"1", source="export · 1"), a_mail(b"2", source="export · 2")
JURORS = tuple(a_juror(number) for number in range(1, 5))
ITEMS = items_of(a_call().rubric, a_candidacy().challenges, Round.WRITTEN)


@pytest.fixture
def dossier() -> Dossier:
    """Two candidacies and four jurors, of whom the fourth has a conflict with the first candidacy."""
    made = a_dossier()
    with made.change() as uow:
        for raw in (b"1", b"2"):
            uow.blobs.put(raw)
        uow.mails.add(placed(MINE, candidacy="c1"))
        uow.mails.add(placed(OTHERS, EntryKind.OTHER))
        for number, mail in ((1, MINE), (2, OTHERS)):
            uow.candidacies.save(a_candidacy(number, id=mail.sha256, versions=(a_version(mail=mail.sha256),)))
        for juror in JURORS:
            uow.jurors.save(juror)
        uow.mails.place(placed(MINE, candidacy=MINE.sha256))
        uow.journal.append("mail.imported", "mail", "export", new='{"counts": {"candidacy": 2}}')
        uow.journal.append("mail.placed", "mail", "export · 1")
        uow.journal.append("mail.placed", "mail", "export · 2")
    declare_conflict(made, "j4", MINE.sha256, "Bestuurder")
    return made


def score(dossier: Dossier, juror: str, count: int) -> None:
    answers = {item.key: Answer(3, comment="Duidelijk.") for item in ITEMS[:count]}
    save_answers(dossier, juror, MINE.sha256, Round.WRITTEN, answers)


def test_each_juror_s_progress_shows_and_the_barred_one_is_named(dossier):
    score(dossier, "j1", len(ITEMS))
    submit_sheet(dossier, "j1", MINE.sha256, Round.WRITTEN)
    score(dossier, "j2", 2)

    [written] = candidacy_details(dossier, MINE.sha256).rounds

    total = len(ITEMS)
    assert written == RoundProgress(
        Round.WRITTEN,
        (
            JurorProgress(JURORS[0], Work.SUBMITTED, total, total),
            JurorProgress(JURORS[1], Work.STARTED, 2, total),
            JurorProgress(JURORS[2], Work.NOT_STARTED, 0, total),
            JurorProgress(JURORS[3], Work.BARRED, 0, total),
        ),
        opened=False,
    )
    assert (written.submitted, written.expected) == (1, 3)


def test_scores_open_when_everybody_has_submitted(dossier):
    judge_admissibility(dossier, OTHERS.sha256, Admissibility.WITHDRAWN, "Op eigen vraag")
    for juror in ("j1", "j2", "j3"):
        score(dossier, juror, len(ITEMS))
        submit_sheet(dossier, juror, MINE.sha256, Round.WRITTEN)

    assert [r.opened for r in candidacy_details(dossier, MINE.sha256).rounds] == [True]


def test_a_candidacy_that_does_not_take_part_is_in_no_round(dossier):
    judge_admissibility(dossier, MINE.sha256, Admissibility.WITHDRAWN, "Op eigen vraag")

    assert candidacy_details(dossier, MINE.sha256).rounds == ()


def test_who_is_invited_is_in_the_pitch_round_too(dossier):
    with dossier.change() as uow:
        invited = a_decision(
            uow.candidacies.get(MINE.sha256), lines=(), stage=Stage.SHORTLIST, kind=DecisionKind.INVITED
        )
        uow.decisions.save(invited)
        uow.journal.append("decision.made", "candidacy", "K-01")

    rounds = candidacy_details(dossier, MINE.sha256).rounds

    assert [(r.round, len(r.jurors)) for r in rounds] == [(Round.WRITTEN, 4), (Round.PITCH, 4)]


def test_only_its_own_messages_and_events_belong_to_it_newest_first(dossier):
    score(dossier, "j1", 1)
    save_answers(dossier, "j1", OTHERS.sha256, Round.WRITTEN, {ITEMS[0].key: Answer(2)})

    found = candidacy_details(dossier, MINE.sha256)

    assert [p.mail.source for p in found.messages] == ["export · 1"]
    assert [(line.event.action, line.event.subject, line.sealed) for line in found.history] == [
        ("sheet.saved", "Jurylid 1 – K-01 – written", True),
        ("conflict.declared", "Jurylid 4 – K-01", False),
        ("mail.placed", "export · 1", False),
    ]
    assert found.history[0].event.new == ""
    assert [conflict.juror for conflict in found.conflicts] == ["j4"]


def test_there_is_no_file_of_what_is_not_there(dossier):
    with pytest.raises(KeyError):
        candidacy_details(dossier, "c9")
