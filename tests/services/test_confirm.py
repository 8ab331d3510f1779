"""Four eyes: what one person decided another confirms, before a letter that tells it is final or leaves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.call import Call, DeliberationRules
from jury_desktop.domain.decision import Decision, DecisionKind
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.outgoing import Dispatch, Letter, LetterState
from jury_desktop.domain.role import Role
from jury_desktop.domain.term import Channel
from jury_desktop.services.confirm import confirm_decision, send_back_decision, take_back_confirmation
from jury_desktop.services.decide import decide
from jury_desktop.services.dispatch import send_letters
from jury_desktop.services.letter_book import LetterKey
from jury_desktop.services.letters import DraftedLetter, draft_letters, keep_letters, letter_jobs
from jury_desktop.services.overview import overview
from jury_desktop.services.ports import Dossier
from tests.builders import NOW, a_call
from tests.fakes import MemoryStore
from tests.services.scenario import after_both_rounds
from tests.services.signing_in import signed_in, with_accounts

FOUR_EYES: Call = replace(a_call(), deliberation=DeliberationRules(four_eyes=True))
KEY = LetterKey("c1", LetterType.SELECTED)


def table(call: Call = FOUR_EYES) -> Dossier:
    """Both rounds are over; the regisseur works in a dossier of this call."""
    return after_both_rounds(store=MemoryStore(call))


def another(dossier: Dossier, name: str = "Noor Tweede") -> Dossier:
    """The same dossier in the hands of somebody else."""
    return replace(dossier, actor=name)


def decided(dossier: Dossier, kind: DecisionKind = DecisionKind.SELECTED) -> Decision:
    return decide(dossier, "c1", kind, "Een sterk voorstel.")


def made(dossier: Dossier) -> tuple[DraftedLetter, Letter]:
    """The letter to the selected candidate, made final if that may be."""
    (drafted,) = draft_letters(letter_jobs(dossier, [KEY]))
    (kept,) = keep_letters(dossier, [drafted], final=True)
    return drafted, kept


def refused(step: object, *values: object) -> Message:
    with pytest.raises(JuryError) as caught:
        step(*values)  # type: ignore[operator]
    return caught.value.message


def waits(drafted: DraftedLetter) -> bool:
    return say("letters.unconfirmed") in [problem.message for problem in drafted.problems]


def test_another_person_confirms_a_decision_and_the_journal_says_who() -> None:
    dossier = table()
    confirmed = confirm_decision(another(dossier), decided(dossier))
    assert (confirmed.decided_by, confirmed.confirmed_by, confirmed.confirmed_at) == (
        "Regisseur",
        "Noor Tweede",
        NOW,
    )
    with dossier.read() as uow:
        event = uow.journal.all()[-1]
    assert (event.action, event.actor, event.subject) == ("decision.confirmed", "Noor Tweede", "K-01")


@pytest.mark.parametrize("name", ["Regisseur", " regisseur"])
def test_nobody_confirms_an_own_decision(name: str) -> None:
    dossier = table()
    decision = decided(dossier)
    expected = say("decision.same_eyes", name="Regisseur")
    assert refused(confirm_decision, another(dossier, name), decision) == expected


def test_a_decision_kept_anew_has_to_be_confirmed_anew() -> None:
    dossier = table()
    first = decided(dossier)
    confirmed = confirm_decision(another(dossier), first)
    again = decided(dossier, DecisionKind.RESERVE)
    assert not again.confirmed
    changed = say("decision.changed_since", reference="K-01")
    assert refused(confirm_decision, another(dossier), first) == changed
    assert refused(take_back_confirmation, dossier, confirmed, first) == changed


def test_a_letter_is_final_only_once_the_decision_was_confirmed() -> None:
    dossier = table()
    decision = decided(dossier)
    drafted, letter = made(dossier)
    assert (waits(drafted), letter.state) == (True, LetterState.DRAFT)
    confirm_decision(another(dossier), decision)
    assert not waits(made(dossier)[0])


def test_where_the_call_does_not_ask_it_no_letter_waits() -> None:
    dossier = table(a_call())
    decided(dossier)
    assert not waits(made(dossier)[0])


def test_a_letter_on_form_waits_for_nobody() -> None:
    dossier = table()
    (job,) = letter_jobs(dossier, [LetterKey("c1", LetterType.ACKNOWLEDGEMENT)])
    assert not job.unconfirmed


def test_a_final_letter_does_not_leave_once_its_decision_was_sent_back() -> None:
    dossier = table()
    confirmed = confirm_decision(another(dossier), decided(dossier))
    (drafted,) = draft_letters(letter_jobs(dossier, [KEY]))
    (letter,) = keep_letters(dossier, [drafted])
    with dossier.change() as uow:
        uow.letters.save(replace(letter, state=LetterState.FINAL))
        uow.journal.append("test", "letter", "K-01")
    send_back_decision(another(dossier), confirmed, "De motivering noemt de begroting niet.")
    expected = say("letter_book.unconfirmed", reference="K-01")
    assert refused(send_letters, dossier, [letter.id], Dispatch(Channel.EMAIL, NOW)) == expected


def test_a_decision_that_goes_back_says_why_and_can_be_taken_again() -> None:
    dossier = table()
    decision = decided(dossier)
    assert refused(send_back_decision, dossier, decision, " ") == say("decision.send_back_needs_reason")
    back = send_back_decision(another(dossier), decision, "Te mager gemotiveerd.")
    assert (back.sent_back, back.confirmed) == ("Te mager gemotiveerd.", False)
    assert decided(dossier).sent_back == ""


def test_a_confirmation_can_be_taken_back_until_the_candidate_was_told() -> None:
    dossier = table()
    decision = decided(dossier)
    confirmed = confirm_decision(another(dossier), decision)
    take_back_confirmation(dossier, confirmed, decision)
    confirmed = confirm_decision(another(dossier), decision)
    _, letter = made(dossier)
    with dossier.change() as uow:
        uow.letters.save(replace(letter, state=LetterState.SENT, channel="email", sent_at=NOW))
        uow.journal.append("test", "letter", "K-01")
    told = say("decision.letter_sent", reference="K-01")
    assert refused(take_back_confirmation, dossier, confirmed, decision) == told
    assert refused(send_back_decision, dossier, confirmed, "Toch niet.") == told


def test_what_waits_for_a_second_person_is_a_next_step() -> None:
    dossier = table()
    decision = decided(dossier)

    def waiting() -> list[tuple[str, object, str]]:
        keys = {"steps.second_person", "steps.sent_back"}
        steps = [step for step in overview(dossier).steps if step.text.key in keys]
        return [(step.text.key, step.text.values["count"], step.ref) for step in steps]

    before = waiting()
    assert before == [("steps.second_person", 3, "K-01")]
    back = send_back_decision(another(dossier), decision, "Te mager.")
    assert waiting() == [("steps.sent_back", 1, "K-01"), ("steps.second_person", 2, "K-01")]
    confirm_decision(another(dossier), back)
    assert waiting() == [("steps.second_person", 2, "K-01")]


def test_where_a_second_reader_signs_in_no_letter_leaves_unread_whatever_the_call_says() -> None:
    """And only the second reader releases it: the regisseur, who decided, cannot."""
    dossier = with_accounts(table(a_call()))
    regisseur, reader = (signed_in(dossier, role) for role in (Role.REGISSEUR, Role.SECOND_READER))
    decision = decided(regisseur)
    drafted, letter = made(regisseur)
    assert (waits(drafted), letter.state) == (True, LetterState.DRAFT)
    assert refused(confirm_decision, regisseur, decision).key == "rights.refused"
    assert refused(keep_letters, reader, [drafted]).key == "rights.refused"

    confirm_decision(reader, decision)

    assert not waits(made(regisseur)[0])
