"""Whatever a step did to the jury can be taken back, as long as nothing rests on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.sheet import Answer
from jury_desktop.services.import_jurors import import_jurors
from jury_desktop.services.jury import declare_conflict, judge_conflict, jury, remove_juror, save_juror
from jury_desktop.services.jury_changes import JuryChange, JuryState, jury_state, take_back_jury
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import save_answers
from tests.builders import RAW, a_candidacy, a_juror, a_mail, a_version, placed
from tests.services.mailing import a_dossier

Step = Callable[[Dossier], JuryChange]
MAIL = a_mail()
OF_THE_BRIDGE = a_juror(1, organisation="De Brug")


def a_jury() -> Dossier:
    """Two candidacies; the first juror works for the second candidate, which is suspected."""
    made = a_dossier()
    with made.change() as uow:
        uow.blobs.put(RAW)
        uow.mails.add(placed(MAIL))
        for number in (1, 2):
            version = a_version(mail=MAIL.sha256)
            uow.candidacies.save(a_candidacy(number, versions=(version,)))
        uow.journal.append("candidacy.received", "candidacy", "K-01")
    save_juror(made, OF_THE_BRIDGE)
    save_juror(made, a_juror(2))
    return made


@pytest.fixture
def dossier() -> Dossier:
    return a_jury()


def state(dossier: Dossier) -> JuryState:
    with dossier.read() as uow:
        return jury_state(uow)


def judging(confirmed: bool) -> Step:
    def step(dossier: Dossier) -> JuryChange:
        conflict = next(row.conflict for row in jury(dossier).conflicts if row.juror.id == "j1")
        return judge_conflict(dossier, conflict.id, confirmed=confirmed, reason="Nagevraagd")

    return step


STEPS: dict[str, Step] = {
    "add": lambda dossier: save_juror(dossier, a_juror(3, organisation="Ankerpunt")),
    "change": lambda dossier: save_juror(dossier, replace(OF_THE_BRIDGE, role="schepen")),
    "move to a candidate": lambda dossier: save_juror(dossier, a_juror(2, organisation="Ankerpunt")),
    "remove": lambda dossier: remove_juror(dossier, "j1"),
    "declare": lambda dossier: declare_conflict(dossier, "j2", "c1", "Familie"),
    "declare what was suspected": lambda dossier: declare_conflict(dossier, "j1", "c2", "Ik werk er"),
    "confirm": judging(confirmed=True),
    "dismiss": judging(confirmed=False),
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_every_step_can_be_taken_back(dossier: Dossier, step: Step) -> None:
    before = state(dossier)
    change = step(dossier)
    assert state(dossier) != before

    take_back_jury(dossier, change)

    assert state(dossier) == before


@given(names=st.lists(st.sampled_from(sorted(STEPS)), max_size=8))
@settings(max_examples=40, deadline=None)
def test_any_row_of_steps_can_be_taken_back_one_by_one(names: list[str]) -> None:
    dossier = a_jury()
    done: list[tuple[JuryState, JuryChange]] = []
    for name in names:
        before = state(dossier)
        try:
            done.append((before, STEPS[name](dossier)))
        except (JuryError, StopIteration, KeyError):  # on a juror who is not there (any more)
            assert state(dossier) == before
    for before, change in reversed(done):
        take_back_jury(dossier, change)
        assert state(dossier) == before


def test_a_list_of_jurors_is_taken_back_as_a_whole(dossier: Dossier, tmp_path: Path) -> None:
    file = tmp_path / "jury.csv"
    file.write_text("naam;organisatie;functie\nJurylid 1;De Brug;schepen\nAn;Ankerpunt;arts\n", "utf-8")
    before = state(dossier)

    found = import_jurors(dossier, file)
    assert (len(found.added), len(found.changed)) == (1, 1)
    take_back_jury(dossier, found.change)

    assert state(dossier) == before


def test_the_journal_tells_what_was_taken_back(dossier: Dossier) -> None:
    take_back_jury(dossier, declare_conflict(dossier, "j2", "c1", "Familie"))
    take_back_jury(dossier, declare_conflict(dossier, "j1", "c2", "Ik werk er"))
    with dossier.read() as uow:
        told = [(event.action, event.subject) for event in uow.journal.all()]
    assert told[-3:] == [
        ("conflict.withdrawn", "Jurylid 2 – K-01"),
        ("conflict.declared", "Jurylid 1 – K-02"),
        ("conflict.restored", "Jurylid 1 – K-02"),
    ]


def test_what_was_changed_again_since_is_left_alone(dossier: Dossier) -> None:
    change = save_juror(dossier, replace(OF_THE_BRIDGE, role="schepen"))
    declared = declare_conflict(dossier, "j2", "c1", "Familie")
    save_juror(dossier, replace(OF_THE_BRIDGE, role="burgemeester"))
    judge_conflict(dossier, jury(dossier).conflicts[-1].conflict.id, confirmed=False, reason="Toch niet")
    now = state(dossier)

    refused = []
    for one in (change, declared):
        with pytest.raises(JuryError) as caught:
            take_back_jury(dossier, one)
        refused.append(caught.value.message)

    assert refused == [
        say("jury.changed_since", name="Jurylid 1"),
        say("jury.conflict_changed_since"),
    ]
    assert state(dossier) == now


def test_a_juror_who_has_scored_since_stays(dossier: Dossier) -> None:
    change = save_juror(dossier, a_juror(3))
    save_answers(dossier, "j3", "c1", Round.WRITTEN, {"outreach": Answer(3, comment="Sterk")})
    now = state(dossier)

    with pytest.raises(JuryError) as caught:
        take_back_jury(dossier, change)

    assert caught.value.message == say("jury.juror_in_use", name="Jurylid 3")
    assert state(dossier) == now
