"""The availability of the whole jury: kept in one step, and out to a workbook and back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import Interval
from jury_desktop.domain.pitch_windows import KeptWindow
from jury_desktop.domain.role import Role
from jury_desktop.services.availability import (
    availability_workbook,
    own_availability,
    save_availability,
    say_availability,
)
from jury_desktop.services.import_jurors import import_jurors
from jury_desktop.services.jury import jury
from jury_desktop.services.jury_changes import take_back_jury
from jury_desktop.services.ports import Dossier
from jury_desktop.services.session_columns import session_of, session_title, with_cell
from tests.builders import NOW, a_call, a_juror
from tests.services.scenario import a_dossier
from tests.services.signing_in import signed_in, with_accounts

WINDOWS = a_call().windows
WED, FRI, MON = (Interval(window.start, window.end) for window in WINDOWS)
LATE = Interval(WED.start + timedelta(hours=1), WED.end)
TWICE = (
    Interval(FRI.start, FRI.start + timedelta(hours=1)),
    Interval(FRI.start + timedelta(hours=2), FRI.end),
)


def free(dossier: Dossier) -> dict[str, tuple[Interval, ...]]:
    return {juror.id: juror.available for juror in jury(dossier).jurors}


@pytest.fixture
def dossier() -> Dossier:
    return a_dossier(jurors=[a_juror(number, available=(WED,)) for number in (1, 2, 3)])


def test_several_jurors_are_kept_in_one_step_with_an_event_for_each_that_changed(dossier: Dossier) -> None:
    save_availability(dossier, {"j1": (LATE, FRI), "j2": (WED,)})

    assert free(dossier) == {"j1": (LATE, FRI), "j2": (WED,), "j3": (WED,)}
    with dossier.read() as uow:
        assert [event.subject for event in uow.journal.of("juror.changed")] == ["Jurylid 1"]


def test_a_step_is_taken_back_as_a_whole(dossier: Dossier) -> None:
    before = free(dossier)
    change = save_availability(dossier, {"j1": (), "j2": (MON,)})
    take_back_jury(dossier, change)
    assert free(dossier) == before


def test_what_goes_out_to_a_workbook_comes_back_the_same(dossier: Dossier, tmp_path: Path) -> None:
    given = {"j1": (LATE, *TWICE, MON), "j2": (), "j3": (WED, FRI, MON)}
    save_availability(dossier, given)
    file = tmp_path / "beschikbaar.xlsx"
    file.write_bytes(availability_workbook(dossier))
    save_availability(dossier, {"j1": (WED,), "j2": (WED,), "j3": ()})

    found = import_jurors(dossier, file, dry_run=True)
    assert (len(found.added), len(found.changed), found.rejected) == (0, 3, ())
    assert free(dossier)["j3"] == ()
    import_jurors(dossier, file)
    assert free(dossier) == given


def test_an_empty_cell_leaves_what_is_known(dossier: Dossier, tmp_path: Path) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text('naam;wo 14/06;vr 16/06\nJurylid 1;;"09:00-10:00; 11:00-12:00"\n', encoding="utf-8")
    import_jurors(dossier, file)
    assert free(dossier)["j1"] == (WED, *TWICE)


def test_hours_outside_the_session_are_refused_with_the_row(dossier: Dossier, tmp_path: Path) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text("naam;14/06/2023\nJurylid 1;08:00-09:00\nJurylid 2;nee\n", encoding="utf-8")
    found = import_jurors(dossier, file)
    assert [(each.row, each.reason.key) for each in found.rejected] == [(2, "jury.import_hours")]
    assert free(dossier) == {"j1": (WED,), "j2": (), "j3": (WED,)}


MORNING = SessionWindow("vm", FRI.start, FRI.start + timedelta(hours=3), 1)
AFTERNOON = SessionWindow("nm", FRI.start + timedelta(hours=4), FRI.start + timedelta(hours=7), 1)


@pytest.mark.parametrize(
    ("title", "windows", "wanted"),
    [
        ("wo 14/06", WINDOWS, WINDOWS[0]),
        ("Woensdag", WINDOWS, WINDOWS[0]),
        ("Woensdag 14-06", WINDOWS, WINDOWS[0]),
        ("ma.", WINDOWS, WINDOWS[2]),
        ("19/06/2023 (09:00-12:00)", WINDOWS, WINDOWS[2]),
        ("19/06/2024", WINDOWS, None),
        ("E-mail", WINDOWS, None),
        ("Opmerking", WINDOWS, None),
        ("", WINDOWS, None),
        ("vr 16/06", (MORNING, AFTERNOON), None),
        ("vr 16/06 13:00-16:00", (MORNING, AFTERNOON), AFTERNOON),
        ("nm", (MORNING, AFTERNOON), AFTERNOON),
    ],
)
def test_a_title_means_one_session_or_none(
    title: str, windows: tuple[SessionWindow, ...], wanted: SessionWindow | None
) -> None:
    assert session_of(title, windows) == wanted


def test_the_titles_that_go_out_are_known_again() -> None:
    for windows in (WINDOWS, (MORNING, AFTERNOON)):
        assert [session_of(session_title(window), windows) for window in windows] == list(windows)


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("ja", (FRI,)),
        ("Hele dag", (FRI,)),
        ("x", (FRI,)),
        ("nee", ()),
        ("-", ()),
        ("", (TWICE[0],)),
        ("9u-10u", (TWICE[0],)),
        ("8u-10u", (TWICE[0],)),
        ("van 8.30 tot 10u00", (TWICE[0],)),
        ("8u-12u30", (FRI,)),
        ("09:00-10:00, 11:00-12:00", TWICE),
    ],
)
def test_what_a_cell_says(cell: str, wanted: tuple[Interval, ...]) -> None:
    assert with_cell((WED, TWICE[0]), WINDOWS[1], cell) == (WED, *wanted)


def test_a_cell_that_says_nothing_known_is_refused() -> None:
    with pytest.raises(JuryError) as caught:
        with_cell((), WINDOWS[1], "misschien")
    assert caught.value.message == say("jury.import_unclear", text="misschien", window="16/06 09:00-12:00")


def test_a_juror_says_when_they_can_sit_and_the_journal_says_who_did(dossier: Dossier) -> None:
    with_accounts(dossier)
    own = signed_in(dossier, Role.JUROR)

    say_availability(own, "j1", (LATE, FRI), known=(WED,))

    assert own_availability(own, "j1").juror.available == (LATE, FRI)
    with dossier.store.read() as uow:
        (event,) = uow.journal.of("juror.changed")
        assert (event.actor, event.subject) == ("Jurylid 1", "Jurylid 1")
        assert {juror.id: juror.available for juror in uow.jurors.find()} == {
            "j1": (LATE, FRI),
            "j2": (WED,),
            "j3": (WED,),
        }


def test_who_says_it_has_answered_about_a_session_that_was_moved(dossier: Dossier) -> None:
    window = WINDOWS[1]
    with dossier.change() as uow:
        uow.windows.save(KeptWindow(window.id, window, ("j1", "j2"), NOW))
        uow.journal.append("window.changed", "session", "vr")
    with_accounts(dossier)

    say_availability(signed_in(dossier, Role.JUROR), "j1", (WED, FRI))

    with dossier.store.read() as uow:
        assert [each.unanswered for each in uow.windows.find()] == [("j2",)]


def test_what_the_regisseur_changed_meanwhile_is_not_overwritten(dossier: Dossier) -> None:
    save_availability(dossier, {"j1": (MON,)})
    with_accounts(dossier)

    with pytest.raises(JuryError) as refused:
        say_availability(signed_in(dossier, Role.JUROR), "j1", (FRI,), known=(WED,))

    assert refused.value.message == say("jury.changed_since", name="Jurylid 1")
