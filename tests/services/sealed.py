"""Dossiers that are alike but for what is sealed: what juror 1 gave, in either round and in practice."""

from __future__ import annotations

from jury_desktop.domain.call import Round
from jury_desktop.domain.sheet import Answer, GoalMark, items_of
from jury_desktop.services.ports import Dossier, Store
from jury_desktop.services.practice import choose_practice
from jury_desktop.services.practice_view import practising
from jury_desktop.services.scoring import amend_sheet, save_answers, submit_sheet
from tests.builders import (
    RAW,
    a_call,
    a_candidacy,
    a_juror,
    a_letter,
    a_mail,
    a_plan,
    a_rebuttal,
    a_version,
    placed,
)
from tests.services.scenario import a_dossier, invited
from tests.services.views import KEYS

MAIL = a_mail()
CANDIDACIES = tuple(
    a_candidacy(number, versions=(a_version(mail=MAIL.sha256),) if number == 1 else (a_version(),))
    for number in (1, 2, 3)
)
JURORS = tuple(a_juror(number) for number in (1, 2, 3))
RUBRIC, CHALLENGES = a_call().rubric, (1, 4)
GOALS = tuple(goal.key for number in CHALLENGES for goal in a_call().challenge(number).goals)


def scored(value: int, word: str, mark: GoalMark, store: Store | None = None) -> Dossier:
    """Juror 1 gave everybody a value with a word of explanation, submitted two sheets and changed one since;
    juror 2 has submitted one, juror 3 nothing. In practice juror 1 alone has submitted."""
    dossier = with_everything(store)
    for round_ in Round:
        for key in KEYS:
            _score(dossier, "j1", key, round_, value, word, mark)
            _score(dossier, "j2", key, round_, 3, "Gewoon", GoalMark.PARTLY)
        for juror, key in (("j1", "c1"), ("j1", "c2"), ("j2", "c1")):
            submit_sheet(dossier, juror, key, round_)
        first = {items_of(RUBRIC, CHALLENGES, round_)[0].key: Answer(value, comment=f"{word}!")}
        amend_sheet(dossier, "j1", "c2", round_, first, f"Ik dacht: {word}")
    choose_practice(dossier, challenges=CHALLENGES)
    practised = practising(dossier)
    with practised.read() as uow:
        key = uow.candidacies.find()[0].id
    _score(practised, "j1", key, Round.WRITTEN, value, word, mark)
    submit_sheet(practised, "j1", key, Round.WRITTEN)
    return dossier


def with_everything(store: Store | None = None) -> Dossier:
    """A dossier with something of every kind, in which nobody has scored."""
    dossier = a_dossier(store=store)
    with dossier.change() as uow:
        uow.blobs.put(RAW)
        for candidacy in CANDIDACIES:
            uow.candidacies.save(candidacy)
            uow.decisions.save(invited(candidacy))
        for juror in JURORS:
            uow.jurors.save(juror)
        uow.mails.add(placed(MAIL))
        uow.plans.save(a_plan(CANDIDACIES, JURORS))
        letter = a_letter(CANDIDACIES[2], pdf=uow.blobs.put(b"%PDF-1.7"))
        uow.letters.save(letter)
        uow.rebuttals.save(a_rebuttal(letter))
        uow.journal.append("test.prepared", "dossier", "test")
    return dossier


def _score(
    dossier: Dossier, juror: str, candidacy: str, round_: Round, value: int, word: str, mark: GoalMark
) -> None:
    answers = {item.key: Answer(value, comment=word) for item in items_of(RUBRIC, CHALLENGES, round_)}
    save_answers(dossier, juror, candidacy, round_, answers, dict.fromkeys(GOALS, mark), word)


def low(store: Store | None = None) -> Dossier:
    """Juror 1 thinks little of everybody."""
    return scored(1, "Zwakjes", GoalMark.NOT, store)


def high(store: Store | None = None) -> Dossier:
    """Juror 1 thinks the world of everybody."""
    return scored(5, "Prachtig", GoalMark.SHOWN, store)
