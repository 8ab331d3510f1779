"""The list of candidacies, the judgement on form, and corrections."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from jury_desktop.domain.candidacy import Admissibility, Candidacy
from jury_desktop.domain.conflict import ConflictState
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.mail import FieldValue
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import Interval
from jury_desktop.services.account import Account
from jury_desktop.services.candidacies import (
    CandidacyList,
    CandidacyRow,
    attachment_content,
    candidacy_list,
    correct_candidacy,
    judge_admissibility,
    list_candidacies,
    particulars_of,
    set_availability,
    take_back_judgement,
)
from jury_desktop.services.jury import jury, save_juror
from jury_desktop.services.ports import Dossier
from tests.builders import (
    NOW,
    RAW,
    a_call,
    a_candidacy,
    a_conflict,
    a_decision,
    a_juror,
    a_mail,
    a_sheet,
    a_version,
    placed,
)
from tests.services.mailing import a_dossier

MAIL = a_mail()
ON_THE_FORM = {"organisation": "Anker", "contact": "An", "email": "an@x.example", "challenges": "1"}
FORM = tuple(FieldValue(key, value, value, "formulier.pdf") for key, value in ON_THE_FORM.items())


def a_kept(number: int, **changes: object) -> Candidacy:
    return a_candidacy(number, versions=(a_version(mail=MAIL.sha256, fields=FORM),), **changes)


@pytest.fixture
def dossier() -> Dossier:
    """K-02 was kept before K-01."""
    made = a_dossier()
    with made.change() as uow:
        uow.blobs.put(RAW)
        uow.mails.add(placed(MAIL))
        uow.candidacies.save(a_kept(2))
        uow.candidacies.save(a_kept(1, admissibility=Admissibility.UNDECIDED))
        uow.journal.append("candidacy.received", "candidacy", "K-01")
    return made


def kept(dossier: Dossier, key: str = "c1") -> Candidacy:
    with dossier.read() as uow:
        return uow.candidacies.get(key)


def events(dossier: Dossier) -> list[tuple[str, str, str, str, str]]:
    """Every event after the first."""
    with dossier.read() as uow:
        return [(e.action, e.subject, e.old, e.new, e.reason) for e in uow.journal.all()[1:]]


def test_the_list_goes_by_reference_with_the_call_and_the_account(dossier):
    found = candidacy_list(dossier)

    assert found == CandidacyList(
        a_call(),
        (CandidacyRow(kept(dossier, "c1"), 0, (), ()), CandidacyRow(kept(dossier, "c2"), 0, (), ())),
        Account(read=1, candidacies=1, unconfirmed=1),
    )
    assert list_candidacies(dossier) == found.rows


def test_a_row_counts_the_conflicts_that_nobody_judged(dossier):
    one, two = a_juror(1), a_juror(2)
    with dossier.change() as uow:
        for juror in (one, two):
            uow.jurors.save(juror)
        uow.conflicts.save(a_conflict(one, kept(dossier), state=ConflictState.SUGGESTED))
        uow.conflicts.save(a_conflict(two, kept(dossier), state=ConflictState.DISMISSED))
        uow.journal.append("conflict.suggested", "conflict", "Jurylid 1 – K-01")

    assert [row.open_conflicts for row in list_candidacies(dossier)] == [1, 0]


def test_a_required_field_is_missing_until_form_or_regisseur_fills_it_in(dossier):
    bare = a_version(mail=MAIL.sha256, fields=FORM[:1])
    with dossier.change() as uow:
        uow.candidacies.save(replace(kept(dossier), contact=" ", challenges=(), versions=(bare,)))
        uow.journal.append("candidacy.changed", "candidacy", "K-01")

    assert list_candidacies(dossier)[0].missing_fields == ("contact", "challenges")


def test_a_judgement_is_kept_with_its_reason(dossier):
    judged = judge_admissibility(dossier, "c1", Admissibility.LATE, " Kwam om 00:07 aan. ")

    assert (judged.admissibility, judged.admissibility_reason) == (Admissibility.LATE, "Kwam om 00:07 aan.")
    assert kept(dossier) == judged
    assert events(dossier) == [
        (
            "candidacy.judged",
            "K-01",
            json.dumps({"admissibility": "undecided", "admissibility_reason": "", "judged_at": None}),
            json.dumps(
                {
                    "admissibility": "late",
                    "admissibility_reason": "Kwam om 00:07 aan.",
                    "judged_at": NOW.isoformat(),
                }
            ),
            "Kwam om 00:07 aan.",
        )
    ]


@pytest.mark.parametrize("verdict", [Admissibility.ADMISSIBLE, Admissibility.TO_COMPLETE])
def test_who_came_late_takes_part_only_with_a_reason(dossier, verdict):
    late = replace(a_version(mail=MAIL.sha256), verdict="late")
    with dossier.change() as uow:
        uow.candidacies.save(replace(kept(dossier), versions=(late,)))
        uow.journal.append("candidacy.rejudged", "candidacy", "K-01")

    with pytest.raises(JuryError) as caught:
        judge_admissibility(dossier, "c1", verdict, " ")
    assert caught.value.message == say("candidacy.late_needs_reason", reference="K-01")

    judged = judge_admissibility(dossier, "c1", verdict, "De mailserver lag plat.")
    assert (judged.admissibility, judged.admissibility_reason) == (verdict, "De mailserver lag plat.")


@pytest.mark.parametrize("verdict", [Admissibility.LATE, Admissibility.INADMISSIBLE, Admissibility.WITHDRAWN])
def test_what_shuts_a_candidate_out_needs_a_reason(dossier, verdict):
    with pytest.raises(JuryError) as caught:
        judge_admissibility(dossier, "c1", verdict, " ")

    assert caught.value.message == say("candidacy.reason_missing")
    assert events(dossier) == []


def test_the_same_judgement_twice_leaves_one_trace(dossier):
    judge_admissibility(dossier, "c1", Admissibility.ADMISSIBLE)
    judge_admissibility(dossier, "c1", Admissibility.ADMISSIBLE)

    assert [action for action, *_ in events(dossier)] == ["candidacy.judged"]


def test_after_a_decision_of_the_jury_the_form_is_settled(dossier):
    with dossier.change() as uow:
        uow.decisions.save(a_decision(kept(dossier, "c2")))
        uow.journal.append("decision.made", "candidacy", "K-02")

    with pytest.raises(JuryError) as caught:
        judge_admissibility(dossier, "c2", Admissibility.LATE, "Toch te laat")

    assert caught.value.message == say("candidacy.already_decided", reference="K-02")


def test_a_candidate_may_withdraw_after_a_decision_of_the_jury_and_come_back(dossier):
    with dossier.change() as uow:
        uow.decisions.save(a_decision(kept(dossier, "c2"), stage=Stage.SHORTLIST, kind=DecisionKind.INVITED))
        uow.journal.append("decision.made", "candidacy", "K-02")

    withdrawn = judge_admissibility(dossier, "c2", Admissibility.WITHDRAWN, "Op eigen vraag")
    assert (withdrawn.admissibility, withdrawn.form_revised) == (Admissibility.WITHDRAWN, 0)
    back = judge_admissibility(dossier, "c2", Admissibility.ADMISSIBLE)
    assert back.takes_part


def test_what_was_changed_anew_since_is_not_undone(dossier):
    particulars = particulars_of(kept(dossier))
    corrected = correct_candidacy(dossier, "c1", replace(particulars, phone="03 111 11 11"))
    correct_candidacy(dossier, "c1", replace(particulars, phone="03 222 22 22"))
    before = kept(dossier)
    judged = judge_admissibility(dossier, "c1", Admissibility.LATE, "Te laat.")
    judge_admissibility(dossier, "c1", Admissibility.INADMISSIBLE, "Geen formulier.")
    limited = set_availability(dossier, "c1", (), ("ma",))
    set_availability(dossier, "c1", (), ("wo",))
    now = kept(dossier)
    for step_back in (
        lambda: correct_candidacy(dossier, "c1", particulars, undoes=corrected),
        lambda: take_back_judgement(dossier, judged, before),
        lambda: set_availability(dossier, "c1", (), (), undoes=limited),
    ):
        with pytest.raises(JuryError) as caught:
            step_back()
        assert caught.value.message == say("candidacy.changed_since", reference="K-01")
    assert kept(dossier) == now
    assert correct_candidacy(dossier, "c1", particulars, undoes=now).phone == particulars.phone


def test_corrections_change_the_particulars_and_nothing_else(dossier):
    judge_admissibility(dossier, "c1", Admissibility.ADMISSIBLE)
    before = kept(dossier)
    wanted = replace(particulars_of(before), phone="03 111 11 11", partners=("De Klink",))

    correct_candidacy(dossier, "c1", wanted)

    assert kept(dossier) == replace(before, phone="03 111 11 11", partners=("De Klink",))
    action, subject, old, new, _ = events(dossier)[-1]
    assert (action, subject) == ("candidacy.changed", "K-01")
    assert (json.loads(old), json.loads(new)) == (
        {"partners": [], "phone": "03 000 00 00"},
        {"partners": ["De Klink"], "phone": "03 111 11 11"},
    )


def test_a_correction_that_names_a_juror_s_organisation_suggests_a_conflict(dossier):
    save_juror(dossier, a_juror(1, organisation="De Klink"))

    correct_candidacy(dossier, "c1", replace(particulars_of(kept(dossier)), partners=("De Klink vzw",)))

    assert [(row.juror.id, row.candidacy.reference) for row in jury(dossier).conflicts] == [("j1", "K-01")]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"organisation": "  "}, say("candidacy.organisation_missing")),
        ({"challenges": (1, 9)}, say("candidacy.unknown_challenge", number=9)),
    ],
)
def test_a_correction_the_call_does_not_know_is_refused(dossier, changes, problem):
    with pytest.raises(JuryError) as caught:
        correct_candidacy(dossier, "c1", replace(particulars_of(kept(dossier)), **changes))

    assert caught.value.message == problem
    assert events(dossier) == []


def test_challenges_stay_once_scores_were_submitted_on_them_the_rest_may_change(dossier):
    juror, scored = a_juror(), kept(dossier, "c2")
    with dossier.change() as uow:
        uow.jurors.save(juror)
        uow.sheets.save(a_sheet(juror, scored))
        uow.journal.append("sheet.submitted", "sheet", "K-02")

    with pytest.raises(JuryError) as caught:
        correct_candidacy(dossier, "c2", replace(particulars_of(scored), challenges=(2,)))
    correct_candidacy(dossier, "c2", replace(particulars_of(scored), phone="03 222 22 22"))

    assert caught.value.message == say("candidacy.challenges_scored", reference="K-02")
    assert kept(dossier, "c2") == replace(scored, phone="03 222 22 22")


def test_availability_for_the_pitch_is_kept(dossier):
    window = a_call().windows[0]
    away = Interval(window.start, window.start + timedelta(hours=1))

    set_availability(dossier, "c1", (away,), (window.id,))

    found = kept(dossier)
    assert (found.unavailable, found.preferred_windows) == ((away,), (window.id,))


def test_a_stretch_without_length_is_refused(dossier):
    start = a_call().windows[0].start

    with pytest.raises(JuryError) as caught:
        set_availability(dossier, "c1", (Interval(start, start),), ())

    assert caught.value.message == say("candidacy.stretch_empty")


def test_the_bytes_of_what_came_in_can_be_had(dossier):
    assert attachment_content(dossier, MAIL.sha256) == RAW
