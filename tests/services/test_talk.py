"""What is said at the table: kept with the rows it rests on, taken back step by step, never while sealed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import DecisionKind, MotivationLine, Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.sheet import Answer
from jury_desktop.domain.talk import Agreed, SecondLook, Talk, Votes
from jury_desktop.services.decide import decide, deliberation
from jury_desktop.services.known import known
from jury_desktop.services.overview import overview
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import amend_sheet
from jury_desktop.services.talk import (
    TalkChange,
    agree,
    ask_second_look,
    end_second_look,
    keep_notes,
    second_looks,
    take_back_talk,
)
from tests.builders import NOW, a_candidacy, a_conflict, a_juror, a_sheet
from tests.services.scenario import a_dossier, after_the_written_round

LATER = NOW.replace(hour=15)
SHORT = Stage.SHORTLIST
LINE = MotivationLine("outreach", "Werkt aanklampend.", ("j1-c1-written", "j2-c1-written"))


def later(dossier: Dossier) -> Dossier:
    """The same dossier some hours on."""
    return Dossier(dossier.store, dossier.actor, lambda: LATER)


def explained() -> Dossier:
    """The written round is over, and every score has its comment."""
    dossier = after_the_written_round()
    with dossier.change() as uow:
        for sheet in uow.sheets.find():
            answers = {item: replace(answer, comment="Goed.") for item, answer in sheet.answers.items()}
            uow.sheets.save(replace(sheet, answers=answers))
        uow.journal.append("test.explained", "dossier", "test")
    return dossier


def kept(dossier: Dossier) -> tuple[Talk, ...]:
    with dossier.read() as uow:
        return uow.talks.find()


STEPS: dict[str, Callable[[Dossier], TalkChange]] = {
    "notes": lambda dossier: keep_notes(dossier, "c1", SHORT, " De begroting. ", Votes(2, 1, 0)),
    "agreed": lambda dossier: agree(dossier, "c1", SHORT, LINE),
    "second look": lambda dossier: ask_second_look(dossier, "c1", SHORT, "Begroting nalezen"),
}


def test_what_is_noted_at_the_table_is_kept_together() -> None:
    dossier = after_the_written_round()
    for step in STEPS.values():
        step(dossier)
    (talk,) = kept(dossier)
    assert (talk.notes, talk.votes) == ("De begroting.", Votes(2, 1, 0))
    assert talk.agreed == (Agreed("outreach", "Werkt aanklampend.", LINE.sheets, NOW),)
    assert talk.looks == (SecondLook("Begroting nalezen", NOW),)
    assert deliberation(dossier, "c1", SHORT).talk == talk
    with dossier.read() as uow:
        actions = [event.action for event in uow.journal.all()][1:]
    assert actions == ["talk.noted", "talk.agreed", "talk.second_look"]


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_a_step_is_taken_back_until_something_else_is_noted(
    step: Callable[[Dossier], TalkChange],
) -> None:
    dossier = after_the_written_round()
    change = step(dossier)
    take_back_talk(dossier, change)
    assert kept(dossier) == ()
    change = step(dossier)
    agree(dossier, "c1", SHORT, MotivationLine("warmth", "Iets anders.", ()))
    with pytest.raises(JuryError) as caught:
        take_back_talk(dossier, change)
    assert caught.value.message == say("talk.changed_since")


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_nothing_is_noted_while_the_scores_are_sealed(step: Callable[[Dossier], TalkChange]) -> None:
    jurors = [a_juror(1), a_juror(2)]
    dossier = a_dossier([a_candidacy()], jurors, [a_sheet(jurors[0], a_candidacy())])
    with pytest.raises(JuryError) as caught:
        step(dossier)
    assert (caught.value.message, kept(dossier)) == (say("decision.sealed", reference="K-01"), ())


def test_a_sentence_without_text_is_no_longer_agreed_and_others_keep_their_place() -> None:
    dossier = after_the_written_round()
    for item in ("outreach", "trust"):
        agree(dossier, "c1", SHORT, MotivationLine(item, f"Over {item}.", ()))
    agree(dossier, "c1", SHORT, MotivationLine("outreach", "Beter gezegd.", ()))
    assert [(each.item, each.text) for each in kept(dossier)[0].agreed] == [
        ("outreach", "Beter gezegd."),
        ("trust", "Over trust."),
    ]
    agree(dossier, "c1", SHORT, MotivationLine("outreach", "  ", ()))
    assert [each.item for each in kept(dossier)[0].agreed] == ["trust"]


def test_a_second_look_waits_at_the_end_until_it_was_had() -> None:
    dossier = after_the_written_round()
    ask_second_look(later(dossier), "c1", SHORT, "Begroting nalezen")
    ask_second_look(dossier, "c2", SHORT, "Partner opbellen")
    assert second_looks(known(dossier).selection, SHORT) == ("c2", "c1")
    assert second_looks(known(dossier).selection, Stage.FINAL) == ()
    with pytest.raises(JuryError) as caught:
        ask_second_look(dossier, "c2", SHORT, "Nog iets")
    assert caught.value.message == say("talk.second_look_asked", reason="Partner opbellen")
    change = end_second_look(dossier, "c2", SHORT)
    assert second_looks(known(dossier).selection, SHORT) == ("c1",)
    take_back_talk(dossier, change)
    assert second_looks(known(dossier).selection, SHORT) == ("c2", "c1")


def test_a_second_look_is_a_next_step_until_it_was_had() -> None:
    dossier = after_the_written_round()
    ask_second_look(dossier, "c2", SHORT, "Partner opbellen")
    told = [(s.text.key, s.ref) for s in overview(dossier).steps if s.page == "deliberation"]
    assert told == [("steps.shortlist", "K-01"), ("steps.second_look", "K-02")]
    end_second_look(dossier, "c2", SHORT)
    told = [(s.text.key, s.ref) for s in overview(dossier).steps if s.page == "deliberation"]
    assert told == [("steps.shortlist", "K-01")]


REFUSED: dict[str, tuple[Callable[[Dossier], object], str]] = {
    "a second look without a reason": (
        lambda dossier: ask_second_look(dossier, "c1", SHORT, " "),
        "talk.second_look_needs_reason",
    ),
    "the end of one that nobody asked": (
        lambda dossier: end_second_look(dossier, "c1", SHORT),
        "talk.no_second_look",
    ),
    "votes below zero": (
        lambda dossier: keep_notes(dossier, "c1", SHORT, "", Votes(3, -1, 0)),
        "talk.votes_below_zero",
    ),
}


@pytest.mark.parametrize(("step", "key"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused(step: Callable[[Dossier], object], key: str) -> None:
    dossier = after_the_written_round()
    with pytest.raises(JuryError) as caught:
        step(dossier)
    assert (caught.value.message, kept(dossier)) == (say(key), ())


# the rows that sentences rest on


def test_a_row_that_changed_after_the_decision_is_marked_with_what_it_was() -> None:
    dossier = explained()
    decide(dossier, "c1", DecisionKind.INVITED, "Welkom.", [LINE])
    assert deliberation(dossier, "c1", SHORT).shaken(LINE) == ()

    answer = Answer(2, comment="Verkeerd gelezen")
    amend_sheet(later(dossier), "j1", "c1", Round.WRITTEN, {"outreach": answer}, "Verkeerd gelezen")

    found = deliberation(dossier, "c1", SHORT)
    (row,) = found.shaken(LINE)
    assert (row.juror, row.answer) == ("Jurylid 1", answer)
    assert [(c.old, c.new, c.reason, c.at, c.by) for c in row.changes] == [
        (Answer(5, comment="Goed."), answer, "Verkeerd gelezen", LATER, "Regisseur")
    ]
    other = MotivationLine("trust", "Een vast gezicht.", LINE.sheets)
    assert found.shaken(other) == ()

    decide(later(dossier), "c1", DecisionKind.INVITED, "Toch welkom.", [LINE])
    assert deliberation(dossier, "c1", SHORT).shaken(LINE) == ()


def test_a_row_that_counts_no_more_is_marked() -> None:
    dossier = after_the_written_round()
    decide(dossier, "c1", DecisionKind.INVITED, "Welkom.", [LINE])
    with dossier.change() as uow:
        uow.conflicts.save(a_conflict(a_juror(2), a_candidacy()))
        uow.journal.append("test", "conflict", "K-01")
    shaken = deliberation(dossier, "c1", SHORT).shaken(LINE)
    assert [(row.juror, row.counts, row.changes) for row in shaken] == [("Jurylid 2", False, ())]


def test_an_agreed_sentence_is_marked_from_the_moment_it_was_agreed() -> None:
    dossier = explained()
    agree(dossier, "c1", SHORT, LINE)
    amend_sheet(
        later(dossier),
        "j1",
        "c1",
        Round.WRITTEN,
        {"outreach": Answer(2, comment="Minder.")},
        "Verkeerd gelezen",
    )
    found = deliberation(dossier, "c1", SHORT)
    assert found.talk is not None
    assert [row.juror for row in found.shaken(found.talk.agreed[0])] == ["Jurylid 1"]
    agree(later(dossier), "c1", SHORT, LINE)
    found = deliberation(dossier, "c1", SHORT)
    assert found.talk is not None
    assert found.shaken(found.talk.agreed[0]) == ()


def test_sealed_rows_are_not_read() -> None:
    jurors = [a_juror(1), a_juror(2)]
    dossier = a_dossier([a_candidacy()], jurors, [a_sheet(jurors[0], a_candidacy())])
    assert deliberation(dossier, "c1", SHORT).rows == ()
