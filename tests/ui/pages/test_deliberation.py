"""Deliberatie: the ranking, what the chosen cover, and one candidacy decided with its motivation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import Consequence, Round
from jury_desktop.domain.conflict import ConflictState
from jury_desktop.domain.decision import Decision, DecisionKind, Stage
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.session import Attendance
from jury_desktop.domain.sheet import Answer
from jury_desktop.services.decide import decide
from jury_desktop.services.dispatch import send_letters
from jury_desktop.services.letters import draft_letters, keep_letters, letter_jobs
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import close_round
from jury_desktop.services.scoring import amend_sheet, open_sheet
from jury_desktop.services.session_presence import note_candidate
from jury_desktop.ui import theme
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.deliberation import DeliberationPage
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.shell import Answer as Reply
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.cells import PADDING
from jury_desktop.ui.widgets.paint import Pill, fitted
from tests.builders import NOW, a_candidacy, a_conflict, a_juror, a_letter, a_sheet
from tests.services.scenario import a_dossier, after_both_rounds, after_the_written_round, invited
from tests.services.sessioning import JURORS, ONE, PITCHES, in_session, scored
from tests.services.test_letters import BY_MAIL, after_deliberation
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import button, can_press, nameless, opened, press, tabbed, texts
from tests.ui.sample_page import a_wiring


def cells(page: DeliberationPage, column: int) -> list[str]:
    """What a column of the ranking shows."""
    model = page.discussing.table.rows
    return [str(model.data(model.index(row, column))) for row in range(model.rowCount())]


def decisions(dossier: Dossier) -> list[tuple[str, str, str]]:
    with dossier.read() as uow:
        return [(d.candidacy, d.kind.value, d.summary) for d in uow.decisions.find()]


def half_scored() -> Dossier:
    """Two candidacies of which one juror has not scored the second."""
    candidacies, jurors = [a_candidacy(1), a_candidacy(2)], [a_juror(1), a_juror(2)]
    sheets = [a_sheet(juror, candidacies[0], value=4) for juror in jurors]
    return a_dossier(candidacies, jurors, [*sheets, a_sheet(jurors[0], candidacies[1], value=1)])


def type_summary(page: DeliberationPage, text: str) -> None:
    page.discussing.panel.summary.setPlainText(text)


def typed(page: DeliberationPage) -> tuple[str, bool]:
    """The motivation as a whole as it stands, and whether it is said not to be kept."""
    panel = page.discussing.panel
    return panel.summary.toPlainText(), panel.unsaved.isVisible()


def told(page: DeliberationPage, beginning: str) -> bool:
    """Whether a text about the candidacy under discussion begins so."""
    return any(text.startswith(beginning) for text in texts(page.discussing.panel))


def on_show(page: DeliberationPage) -> tuple[str, str]:
    """The stage, and the reference of the candidacy under discussion."""
    assert page.discussing.panel.shown is not None
    return page.stages.current(), page.discussing.panel.shown.candidacy.reference


def choose_first(qtbot: QtBot, page: DeliberationPage) -> None:
    """Choose the first decision, by keyboard."""
    assert page.discussing.panel.kind() is None
    qtbot.keyClick(page.discussing.panel.kinds, Qt.Key.Key_Down)


# what it shows


def test_the_best_comes_first_with_its_score(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, DeliberationPage, after_the_written_round())
    assert [cells(page, column) for column in (0, 1, 4, 7)] == [
        ["1", "2"],
        ["K-01", "K-02"],
        ["5,00", "4,00"],
        ["Bespreken", "Bespreken"],
    ]
    assert "K-01 Ankerpunt vzw" in texts(page.discussing.panel)
    assert page.subtitle() == "2 kandidaten"


def test_place_and_chance_stand_beside_the_score_on_an_axis(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, DeliberationPage, after_the_written_round())
    table = page.discussing.table
    assert cells(page, 6) == ["1 · > 99 %", "2 · < 1 %"]
    assert table.rows.headerData(5, Qt.Orientation.Horizontal) == "4 ← score → 5"
    assert table.line_row == 0

    page.line.box.setValue(2)
    assert [text.split(" · ")[1] for text in cells(page, 6)] == ["> 99 %", "> 99 %"]
    assert table.line_row == -1


def equal_scores(values: tuple[int, ...], pitches: tuple[int, ...]) -> Dossier:
    """Candidacies whose scores are equal, or would be without their pitches."""
    candidacies = [a_candidacy(number) for number in range(1, len(values) + 1)]
    juror = a_juror()
    sheets = [
        a_sheet(juror, candidacy, round_, value=value)
        for round_, given in ((Round.WRITTEN, values), (Round.PITCH, pitches))
        for candidacy, value in zip(candidacies, given, strict=True)
    ]
    return a_dossier(candidacies, [juror], sheets, [invited(candidacy) for candidacy in candidacies])


def test_a_shared_place_is_never_cut_and_says_who_shares_it(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, DeliberationPage, equal_scores((3,) * 12, (3,) * 12))
    table = page.discussing.table
    for width in (900, 1040, 1380):
        page.resize(width, 640)
        box = table.visualRect(table.rows.index(0, 0)).adjusted(PADDING, 0, -PADDING, 0)
        assert fitted("10–12", theme.font(figures=True), QRectF(box)) == "10–12"
    assert cells(page, 0) == ["1–12"] * 12
    page.show_object("K-01")
    assert page.discussing.tie.text().startswith("Gedeelde plaats 1–12 met dezelfde score: K-02, K-03,")


def test_the_rule_that_broke_a_tie_is_named(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, DeliberationPage, equal_scores((4, 2), (1, 4)))
    page.show_object("K-02")
    assert cells(page, 1) == ["K-02", "K-01"]
    assert page.discussing.tie.text() == (
        "Dezelfde score als K-01; de score van de pitch besliste, zoals de oproep het bepaalt."
    )


def test_without_candidacies_it_says_what_to_do_first(qtbot: QtBot, dutch: object) -> None:
    page, shell = opened(qtbot, DeliberationPage, a_dossier())
    assert page.is_empty
    qtbot.mouseClick(button(page, "Naar kandidaturen"), Qt.MouseButton.LeftButton)
    assert shell.visits == [("candidacies", "")]
    assert page.subtitle() == ""


def test_sealed_scores_are_never_shown(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, DeliberationPage, half_scored())
    page.show_object("K-02")
    row = cells(page, 1).index("K-02")
    assert [cells(page, column)[row] for column in (0, 4, 7)] == ["–", "–", "verzegeld"]
    assert "De scores zijn nog verzegeld: niet elk jurylid heeft ingediend." in texts(page.discussing.panel)
    assert page.discussing.panel.texts == {}
    assert not page.discussing.panel.summary.isEnabled()
    assert not can_press(page, "deliberation.keep")


def test_what_nobody_scored_is_not_called_sealed_once_the_round_is_closed(
    qtbot: QtBot, dutch: object
) -> None:
    scored, unscored, juror = a_candidacy(1), a_candidacy(2), a_juror(1)
    dossier = a_dossier([scored, unscored], [juror], [a_sheet(juror, scored)])
    close_round(dossier, Round.WRITTEN, "De termijn is om.")
    page, _ = opened(qtbot, DeliberationPage, dossier)

    assert cells(page, 7) == ["Bespreken", "geen beoordelingen"]
    assert "1 kandidatuur kreeg geen enkele beoordeling en heeft dus geen plaats." in texts(page)
    page.tabs.buttons["agenda"].click()
    assert not any("verzegeld" in text for text in texts(page.views["agenda"]))


def test_who_was_not_heard_has_no_place_and_keeps_the_written_score(qtbot: QtBot, dutch: object) -> None:
    written = [a_sheet(juror, each, value=4) for juror in JURORS for each in PITCHES]
    dossier = in_session(
        sheets=[*written, *(scored(juror, pitch) for juror in (1, 2, 3) for pitch in (2, 3))]
    )
    gone = {"consequence": Consequence.WITHDRAWN, "reason": "Belde af"}
    note_candidate(dossier, ONE.id, Attendance.ABSENT, **gone)  # type: ignore[arg-type]
    page, _ = opened(qtbot, DeliberationPage, dossier)
    page.stages.choose(Stage.FINAL.value)
    page.show_object(ONE.reference)

    assert (cells(page, 4)[-1], cells(page, 5)[-1]) == ("–", "geen pitch · schriftelijk 4,00")
    assert cells(page, 7) == ["Bespreken", "Bespreken", "geen pitch"]
    assert not any("geen enkele beoordeling" in text for text in texts(page))
    assert told(
        page,
        "Deze kandidaat kwam niet opdagen. Reden: Belde af. "
        "Er is geen pitch en geen totaal; de schriftelijke score blijft: 4,00.",
    )


def test_jurors_who_disagree_are_said_to(qtbot: QtBot, dutch: object) -> None:
    candidacy, jurors = a_candidacy(), [a_juror(1), a_juror(2)]
    sheets = [a_sheet(jurors[0], candidacy, value=1), a_sheet(jurors[1], candidacy, value=5)]
    page, _ = opened(qtbot, DeliberationPage, a_dossier([candidacy], jurors, sheets))
    assert told(page, "Juryleden zijn het oneens over:")


# deciding


def test_a_decision_is_kept_and_its_mark_changes(qtbot: QtBot, dutch: object) -> None:
    dossier = after_the_written_round()
    page, _ = opened(qtbot, DeliberationPage, dossier)
    qtbot.keyClicks(page.discussing.panel.summary, "Een sterk voorstel.")
    choose_first(qtbot, page)
    press(page, "deliberation.keep")
    assert decisions(dossier) == [("c1", "invited", "Een sterk voorstel.")]
    assert cells(page, 7) == ["Uitgenodigd", "Bespreken"]
    assert not page.discussing.panel.unsaved.isVisible()


def test_a_decision_without_a_word_of_reason_is_refused(qtbot: QtBot, dutch: object) -> None:
    dossier = after_the_written_round()
    page, shell = opened(qtbot, DeliberationPage, dossier)
    choose_first(qtbot, page)
    press(page, "deliberation.keep")
    assert decisions(dossier) == []
    assert "Vul “Motivering als geheel” in" in shell.words(shell.notices[-1].text)  # type: ignore[arg-type]


def test_a_missing_motivation_is_scrolled_to_and_its_warning_goes_once_it_is_there(
    qtbot: QtBot, dutch: object
) -> None:
    page, shell = opened(qtbot, DeliberationPage, after_the_written_round())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    panel = page.discussing.panel
    choose_first(qtbot, page)
    panel.talk.keep.setFocus()
    press(page, "deliberation.keep")
    assert QApplication.focusWidget() is panel.summary
    assert not panel.summary.visibleRegion().isEmpty()
    qtbot.keyClicks(panel.summary, "Sterk.")
    press(page, "deliberation.keep")
    assert shell.notices == []


@pytest.mark.parametrize("made", [after_the_written_round, after_both_rounds])
def test_no_decision_falls_that_nobody_chose(
    qtbot: QtBot, dutch: object, made: Callable[[], Dossier]
) -> None:
    dossier = made()
    before = decisions(dossier)
    page, shell = opened(qtbot, DeliberationPage, dossier)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    type_summary(page, "Een sterk voorstel.")
    assert page.discussing.panel.kinds.currentText() == "Kies een beslissing…"
    press(page, "deliberation.keep")
    assert decisions(dossier) == before
    said = "Kies eerst de beslissing over K-01. Wat je schreef, staat er nog."
    assert [notice.text for notice in shell.notices] == [said]
    assert QApplication.focusWidget() is page.discussing.panel.kinds
    assert typed(page) == (
        "Een sterk voorstel.",
        True,
    )


def test_a_choice_can_be_taken_back_until_it_is_kept(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, DeliberationPage, after_the_written_round())
    choose_first(qtbot, page)
    assert page.discussing.panel.unsaved.isVisible()
    page.discussing.table.choose("c2")
    assert page.discussing.panel.kind() is None
    page.discussing.table.choose("c1")
    assert page.discussing.panel.kind() is DecisionKind.INVITED
    qtbot.keyClick(page.discussing.panel.kinds, Qt.Key.Key_Up)
    assert (page.discussing.panel.kind(), page.discussing.panel.unsaved.isVisible()) == (None, False)


def test_another_decision_can_be_chosen_by_keyboard(qtbot: QtBot) -> None:
    dossier = after_both_rounds()
    page, _ = opened(qtbot, DeliberationPage, dossier)
    type_summary(page, "Net niet.")
    for _ in range(2):
        qtbot.keyClick(page.discussing.panel.kinds, Qt.Key.Key_Down)
    press(page, "deliberation.keep")
    assert decisions(dossier)[-1] == ("c1", "reserve", "Net niet.")


def test_a_decision_can_be_undone(qtbot: QtBot) -> None:
    dossier = after_the_written_round()
    page, shell = opened(qtbot, DeliberationPage, dossier)
    choose_first(qtbot, page)
    for summary in ("Eerst dit.", "Dan dat."):
        type_summary(page, summary)
        press(page, "deliberation.keep")
    _undo(shell, dossier, 1)
    assert decisions(dossier) == [("c1", "invited", "Eerst dit.")]
    _undo(shell, dossier, 0)
    assert decisions(dossier) == []
    with dossier.read() as uow:
        actions = [event.action for event in uow.journal.all()]
    assert actions[1:] == ["decision.made", "decision.made", "decision.made", "decision.withdrawn"]


def test_undoing_a_decision_leaves_what_was_typed_for_it(qtbot: QtBot, dutch: object) -> None:
    dossier = after_the_written_round()
    page, shell = opened(qtbot, DeliberationPage, dossier)
    type_summary(page, "Lang over nagedacht.")
    choose_first(qtbot, page)
    press(page, "deliberation.keep")
    shell.undo()
    assert decisions(dossier) == []
    assert typed(page) == ("Lang over nagedacht.", True)
    page.discussing.table.choose("c2")
    page.discussing.table.choose("c1")
    assert typed(page) == ("Lang over nagedacht.", True)


def test_another_decision_with_the_same_motivation_is_asked_about(qtbot: QtBot, dutch: object) -> None:
    dossier = after_both_rounds()
    decide(dossier, "c1", DecisionKind.SELECTED, "De jury selecteert dit voorstel.")
    page, shell = opened(qtbot, DeliberationPage, dossier)
    page.show_object("K-01")
    qtbot.keyClick(page.discussing.panel.kinds, Qt.Key.Key_Down)
    press(page, "deliberation.keep")
    said = "De motivering is nog die van de beslissing “Geselecteerd”. Ze komt zo in de brief."
    assert shell.questions[-1].text == said
    assert decisions(dossier)[-1][1] == "selected"
    shell.answers = [Reply("keep")]
    press(page, "deliberation.keep")
    assert decisions(dossier)[-1][1] == "reserve"


def test_another_decision_with_another_motivation_is_not_asked_about(qtbot: QtBot) -> None:
    dossier = after_both_rounds()
    decide(dossier, "c1", DecisionKind.SELECTED, "De jury selecteert dit voorstel.")
    page, shell = opened(qtbot, DeliberationPage, dossier)
    page.show_object("K-01")
    qtbot.keyClick(page.discussing.panel.kinds, Qt.Key.Key_Down)
    type_summary(page, "De jury zet dit voorstel op de reservelijst.")
    press(page, "deliberation.keep")
    assert (shell.questions, decisions(dossier)[-1][1]) == ([], "reserve")


def with_a_letter(**changes: object) -> Dossier:
    """A final decision, and the letter that makes it known."""
    dossier = after_both_rounds()
    decide(dossier, "c1", DecisionKind.SELECTED, "Een sterk voorstel.")
    with dossier.change() as uow:
        pdf = uow.blobs.put(b"een brief")
        uow.letters.save(replace(a_letter(a_candidacy()), pdf=pdf, **changes))
        uow.journal.append("letter.final", "letter", "K-01")
    return dossier


def readable(page: DeliberationPage) -> bool:
    fields = (page.discussing.panel.summary, *page.discussing.panel.texts.values())
    return all(field.isReadOnly() for field in fields) and not page.discussing.panel.kinds.isEnabled()


def test_a_decision_in_a_sent_letter_is_read_until_it_is_revised_with_a_reason(
    qtbot: QtBot, dutch: object
) -> None:
    dossier = with_a_letter(state=LetterState.SENT, channel="email", sent_at=NOW)
    page, shell = opened(qtbot, DeliberationPage, dossier)
    page.show_object("K-01")
    assert any(
        text.startswith("De kandidaat is ingelicht op 9 juni 2023.") for text in texts(page.discussing.panel)
    )
    assert readable(page)
    assert not can_press(page, "deliberation.keep")

    qtbot.mouseClick(button(page.discussing.panel, "Toch wijzigen…"), Qt.MouseButton.LeftButton)
    assert not readable(page)
    type_summary(page, "Bij nader inzien sterk.")
    shell.answers = [Reply("revise", "Een score was verkeerd overgenomen.")]
    press(page, "deliberation.keep")

    assert decisions(dossier)[-1] == ("c1", "selected", "Bij nader inzien sterk.")
    assert not readable(page)  # the revision has still to be told


def test_after_a_revision_it_says_what_the_candidate_was_told(qtbot: QtBot, dutch: object) -> None:
    dossier = with_a_letter(state=LetterState.SENT, channel="email", sent_at=NOW)
    decide(dossier, "c1", DecisionKind.RESERVE, "Net niet.", reason="Een telfout.")
    page, _ = opened(qtbot, DeliberationPage, dossier)
    page.show_object("K-01")
    said = "Eerder meegedeeld: Geselecteerd, brief van 9 juni 2023. Een nieuwe brief moet nog vertrekken."
    assert said in texts(page.discussing.panel)


def test_a_score_that_changed_after_the_letter_left_is_marked_and_told(qtbot: QtBot, dutch: object) -> None:
    dossier = after_deliberation()
    final = keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    send_letters(dossier, [final[0].id], BY_MAIL)
    later = replace(dossier, now=lambda: NOW + timedelta(days=1))
    items = open_sheet(later, "j1", "c1", Round.PITCH).items
    lower = {item.key: Answer(4, comment="Toch minder.") for item in items}
    amend_sheet(later, "j1", "c1", Round.PITCH, lower, "Verkeerd gelezen.")

    page, _ = opened(qtbot, DeliberationPage, later)
    page.show_object("K-01")

    model = page.discussing.table.rows
    assert [model.index(row, 1).data(Qt.ItemDataRole.UserRole) for row in range(2)] == [
        Pill("K-01 !", Tone.BAD),
        None,
    ]
    assert told(page, "Een score die meetelt, veranderde nadat de brief vertrok")


def test_a_suspected_conflict_is_never_passed_over(qtbot: QtBot, dutch: object) -> None:
    dossier = after_the_written_round()
    with dossier.change() as uow:
        uow.conflicts.save(a_conflict(a_juror(2), a_candidacy(1), state=ConflictState.SUGGESTED))
        uow.journal.append("conflict.suggested", "conflict", "K-01")
    page, shell = opened(qtbot, DeliberationPage, dossier)
    page.show_object("K-01")

    assert told(page, "Vermoed belangenconflict, nog niet beoordeeld: Jurylid 2.")
    index = page.discussing.table.rows.index(0, 1)
    assert index.data(Qt.ItemDataRole.UserRole) == Pill("K-01 !", Tone.WARN)
    assert "Jurylid 2" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.mouseClick(button(page.discussing.panel, "Beoordelen bij Jury"), Qt.MouseButton.LeftButton)
    assert shell.visits[-1] == ("jury", "K-01")


def test_a_decision_in_a_final_letter_says_that_the_letter_must_be_made_again(
    qtbot: QtBot, dutch: object
) -> None:
    page, _ = opened(qtbot, DeliberationPage, with_a_letter(state=LetterState.FINAL))
    page.show_object("K-01")
    assert any(
        text.startswith("De brief met deze beslissing is definitief.")
        for text in texts(page.discussing.panel)
    )
    assert readable(page)
    page.show_object("K-02")
    assert not readable(page)


def _undo(shell: DirectShell, dossier: Dossier, at: int) -> None:
    """What Ctrl+Z does with the operation ``at``."""
    with dossier.read() as uow:
        kept: Decision = uow.decisions.find()[0]
    inverse = shell.done[at].inverse
    assert inverse is not None
    inverse(kept)(dossier, JobContext(shell.progress.append))


# what was typed is not lost


def test_what_was_typed_stays_while_another_row_is_looked_at(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, DeliberationPage, after_the_written_round())
    type_summary(page, "Nog niet af")
    assert page.discussing.panel.unsaved.isVisible()
    assert page.subtitle() == "2 kandidaten · 1 niet bewaard"
    page.discussing.table.choose("c2")
    assert typed(page) == (
        "",
        False,
    )
    page.discussing.table.choose("c1")
    assert typed(page) == (
        "Nog niet af",
        True,
    )


def test_what_was_typed_stays_when_something_else_changes(qtbot: QtBot) -> None:
    dossier = after_the_written_round()
    page, _ = opened(qtbot, DeliberationPage, dossier)
    type_summary(page, "Nog niet af")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.discussing.panel.summary.setFocus()
    decide(dossier, "c2", DecisionKind.NOT_SHORTLISTED, "Te algemeen.")
    page.refresh(EVERYTHING)
    assert page.discussing.panel.summary.toPlainText() == "Nog niet af"
    assert QApplication.focusWidget() is page.discussing.panel.summary


def test_what_was_typed_stays_even_when_the_candidacy_itself_changes(qtbot: QtBot) -> None:
    dossier = after_the_written_round()
    page, _ = opened(qtbot, DeliberationPage, dossier)
    type_summary(page, "Nog niet af")
    decide(dossier, "c1", DecisionKind.INVITED, "Op een andere manier beslist.")
    page.refresh(EVERYTHING)
    assert typed(page) == (
        "Nog niet af",
        True,
    )


def test_changes_can_be_dropped(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, DeliberationPage, after_the_written_round())
    type_summary(page, "Toch niet")
    qtbot.mouseClick(button(page, "Mijn wijzigingen weglaten"), Qt.MouseButton.LeftButton)
    assert typed(page) == (
        "",
        False,
    )


def test_leaving_with_something_unsaved_is_told_with_the_way_back(qtbot: QtBot, dutch: object) -> None:
    page, shell = opened(qtbot, DeliberationPage, after_the_written_round())
    type_summary(page, "Nog niet af")
    assert page.leave()
    notice = shell.notices[0]
    assert (notice.text, notice.action) == ("Nog niet bewaard: de motivering van K-01.", "Terug")
    assert notice.run is not None
    notice.run()
    assert shell.visits == [("deliberation", "K-01")]


def test_leaving_with_everything_saved_says_nothing(qtbot: QtBot) -> None:
    page, shell = opened(qtbot, DeliberationPage, after_the_written_round())
    assert page.leave()
    assert shell.notices == []


# stages and places


def test_a_step_lands_in_the_stage_that_decides_on_the_candidacy(qtbot: QtBot) -> None:
    candidacies, jurors = [a_candidacy(1), a_candidacy(2)], [a_juror()]
    sheets = [a_sheet(jurors[0], c, round_) for c in candidacies for round_ in Round]
    dossier = a_dossier(candidacies, jurors, sheets)
    decide(dossier, "c1", DecisionKind.INVITED, "Welkom.")
    page, _ = opened(qtbot, DeliberationPage, dossier)
    page.show_object("K-02")
    assert (page.stages.current(), page.discussing.panel.shown.candidacy.reference) == (
        Stage.SHORTLIST,
        "K-02",
    )  # type: ignore[union-attr]
    page.show_object("K-01")
    assert on_show(page) == (Stage.FINAL, "K-01")


def test_the_chosen_ones_show_what_they_cover(qtbot: QtBot, dutch: object) -> None:
    dossier = after_the_written_round()
    page, _ = opened(qtbot, DeliberationPage, dossier)
    assert not any("dekt" in text for text in texts(page.discussing.coverage))
    decide(dossier, "c1", DecisionKind.INVITED, "Welkom.")
    page.refresh(EVERYTHING)
    assert "dekt 2 van 7 uitdagingen" in texts(page.discussing.coverage)
    assert any("ontbreekt: 2, 3, 5, 6, 7" in text for text in texts(page.discussing.coverage))


def test_the_coverage_is_folded_until_it_is_wanted(qtbot: QtBot, dutch: object) -> None:
    dossier = after_both_rounds()
    decide(dossier, "c1", DecisionKind.SELECTED, "Sterk.")
    page, _ = opened(qtbot, DeliberationPage, dossier)
    assert not page.discussing.coverage.matrix.isVisible()
    qtbot.mouseClick(page.discussing.coverage.folder, Qt.MouseButton.LeftButton)
    assert page.discussing.coverage.matrix.isVisible()


def test_in_a_narrow_window_the_names_stay_readable(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, DeliberationPage, after_the_written_round())
    page.resize(1040, 640)
    assert page.discussing.table.isColumnHidden(3)
    assert page.discussing.table.columnWidth(2) >= 120
    page.resize(1500, 900)
    assert not page.discussing.table.isColumnHidden(3)


# keyboard and screen reader


def test_everything_can_be_reached_and_has_a_name(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, DeliberationPage, after_the_written_round())
    passed = tabbed(qtbot, page, page.discussing.table)
    assert {
        page.discussing.panel.summary,
        page.discussing.panel.kinds,
        *page.discussing.panel.texts.values(),
    } <= set(passed)
    assert nameless(page) == []


def test_control_enter_keeps_the_decision_in_the_window(qtbot: QtBot) -> None:
    dossier = after_the_written_round()
    window = MainWindow(a_wiring(open=lambda _place, _user: dossier), Preferences())
    qtbot.addWidget(window)
    window.show_dossier(dossier, "deliberation")
    window.show()
    window.activateWindow()
    quiet(qtbot, window)
    page = window.page
    assert isinstance(page, DeliberationPage)
    page.discussing.panel.summary.setFocus()
    qtbot.keyClicks(page.discussing.panel.summary, "Sterk.")
    choose_first(qtbot, page)
    qtbot.keyClick(page.discussing.panel.summary, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    quiet(qtbot, window)
    assert decisions(dossier) == [("c1", "invited", "Sterk.")]
    assert page.discussing.panel.summary.toPlainText() == "Sterk."
    window.shell.operations.undo()
    quiet(qtbot, window)
    assert decisions(dossier) == []
    window.close()


def quiet(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is being read or changed any more."""
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=10_000)
