"""Beoordeling as a juror uses it: sit down, read, score by keyboard, submit, change with a reason."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.bootstrap import open_dossier
from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.sheet import Answer as Given
from jury_desktop.domain.sheet import GoalMark, Sheet, items_of
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import close_round
from jury_desktop.services.scoring import open_sheet, save_answers, submit_sheet
from jury_desktop.storage.store import create_store
from jury_desktop.ui.final import Final
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.assessment import AssessmentPage
from jury_desktop.ui.pages.assessment.item import ItemForm
from jury_desktop.ui.palette_lines import palette_lines
from jury_desktop.ui.readings import search_hits
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.shell import Answer
from jury_desktop.ui.widgets.basics import widgets_in
from jury_desktop.ui.wiring import Wiring
from tests.builders import (
    NOW,
    RAW,
    a_call,
    a_candidacy,
    a_conflict,
    a_juror,
    a_letter,
    a_mail,
    a_version,
    an_attachment,
    placed,
)
from tests.services.mailing import a_dossier
from tests.services.scenario import invited
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import button
from tests.ui.sample_page import a_wiring

Key = Qt.Key
MAIL = a_mail()
FORM = an_attachment(b"geen pdf", name="Formulier.pdf")
BUDGET = an_attachment(b"ook niet", name="Begroting.pdf")
SENT = (a_version(mail=MAIL.sha256, attachments=(FORM, BUDGET)),)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two jurors; the first scores K-01 and K-03 and has a conflict with K-02."""
    file = tmp_path_factory.mktemp("dossier") / "template.jury"
    made = a_dossier(create_store(file, a_call()))
    with made.change() as uow:
        for content in (RAW, b"geen pdf", b"ook niet"):
            uow.blobs.put(content)
        uow.mails.add(placed(MAIL))
        for number, challenges in ((1, (4,)), (2, (1,)), (3, ())):
            uow.candidacies.save(a_candidacy(number, versions=SENT, challenges=challenges))
        for number in (1, 2):
            uow.jurors.save(a_juror(number))
        uow.conflicts.save(a_conflict(a_juror(1), a_candidacy(2)))
        for juror in ("j1", "j2"):
            uow.settings.set(f"order.written.{juror}", "c1 c2 c3")  # as it was drawn for them
        uow.journal.append("candidacy.received", "candidacy", "K-01")
    made.store.close()
    return file


@pytest.fixture
def dossier(template: Path, tmp_path: Path) -> Iterator[Dossier]:
    file = tmp_path / "lier.jury"
    shutil.copy(template, file)
    opened = open_dossier(str(file), now=lambda: NOW)
    yield opened
    opened.store.close()


@pytest.fixture
def shell(dossier: Dossier) -> DirectShell:
    return DirectShell(dossier)


@pytest.fixture
def page(qtbot: QtBot, shell: DirectShell, dutch: object) -> AssessmentPage:
    """The page, with nobody at it yet."""
    made = AssessmentPage(shell)
    qtbot.addWidget(made)
    shell.on_change = made.refresh
    made.resize(1180, 760)
    made.refresh(EVERYTHING)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def juror(page: AssessmentPage) -> AssessmentPage:
    """The page with the first juror at it."""
    sit_down(page, "Jurylid 1")
    return page


def sit_down(page: AssessmentPage, name: str) -> None:
    at = page.desk.who.findText(name)
    page.desk.who.setCurrentIndex(at)
    page.desk.who.activated.emit(at)


def shown(page: AssessmentPage) -> tuple[list[str], list[str]]:
    """The references on the list, and the progress beside them."""
    rows, model = range(page.desk.table.rows.rowCount()), page.desk.table.rows
    return [model.index(at, 0).data() for at in rows], [model.index(at, 2).data() for at in rows]


def focus() -> QWidget:
    """Where the keys go."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    """One key after the other, each wherever the cursor is by then."""
    for key in keys:
        qtbot.keyClick(focus(), key)


def kept(dossier: Dossier, candidacy: str = "c1") -> Sheet:
    return open_sheet(dossier, "j1", candidacy, Round.WRITTEN).sheet


def notes(page: AssessmentPage) -> list[str]:
    return [each.text() for each in widgets_in(page.form.head.notes) if isinstance(each, QLabel)]


def do(page: AssessmentPage, action: str) -> None:
    """What a key or a button of the header does."""
    next(each for each in page.page_actions() if each.id == action).run()


def complete(dossier: Dossier, candidacy: str = "c1") -> None:
    view = open_sheet(dossier, "j1", candidacy, Round.WRITTEN)
    answers = {item.key: Given(4, comment="Sterk") for item in view.items}
    save_answers(dossier, "j1", candidacy, Round.WRITTEN, answers)


def test_nobodys_scores_show_before_somebody_sits_down(page: AssessmentPage):
    assert page.desk.who.currentIndex() == -1
    assert shown(page) == ([], [])
    assert not page.form.isVisible()
    assert page.parts.nobody.isVisible()


def test_a_juror_sees_the_own_list_and_which_candidacies_are_hidden(juror: AssessmentPage):
    assert shown(juror) == (["K-01", "K-03"], ["0/8", "0/7"])
    assert (
        juror.desk.hidden.text()
        == "K-02 beoordeel je niet: je hebt een belangenconflict. Laat ze ook elders in het programma dicht."
    )
    assert juror.desk.far.text() == "Hele ronde: 0 van 5 ingediend"
    assert juror.subtitle() == "Jurylid 1 · Gemeente 1"


def test_digits_score_tab_moves_on_and_everything_is_kept_at_once(
    qtbot: QtBot, juror: AssessmentPage, dossier: Dossier
):
    assert juror.form.items[0].scale.hasFocus()

    press(qtbot, Key.Key_4, Key.Key_Return)  # the call asks for a reason here
    qtbot.keyClicks(focus(), "Sterk woonluik")
    press(qtbot, Key.Key_Tab, Key.Key_3)
    juror.leave()

    assert dict(kept(dossier).answers) == {
        "challenge.4": Given(4, comment="Sterk woonluik"),
        "outreach": Given(3),
    }
    assert juror.form.head.mean.text() == "3,6"  # the challenge weighs 2, the criterion 1.5
    assert juror.form.foot.saved.text() == "Bewaard om 13:04:00 · nog niet ingediend"
    assert shown(juror)[1] == ["1/8", "0/7"]  # the other one still lacks its word of explanation


def test_a_digit_after_tab_is_the_next_score_even_where_a_comment_opened(
    qtbot: QtBot, juror: AssessmentPage, dossier: Dossier
):
    press(qtbot, Key.Key_4, Key.Key_Tab, Key.Key_3, Key.Key_Tab, Key.Key_5)
    assert juror.form.items[0].comment.isVisible()
    press(qtbot, *[Key.Key_Backtab] * 2, Key.Key_2)
    juror.leave()

    assert [answer.value for answer in kept(dossier).answers.values()] == [2, 3, 5]
    assert [answer.comment for answer in kept(dossier).answers.values()] == ["", "", ""]


def test_enter_opens_the_comment_and_escape_or_shift_tab_leads_back(qtbot: QtBot, juror: AssessmentPage):
    first, second = juror.form.items[:2]

    press(qtbot, Key.Key_Return)
    assert first.comment.hasFocus()
    press(qtbot, Key.Key_Escape)
    assert first.scale.hasFocus()
    press(qtbot, Key.Key_Return, Key.Key_Backtab)
    assert first.scale.hasFocus()
    press(qtbot, Key.Key_Return, Key.Key_Tab)
    assert second.scale.hasFocus()


def test_the_last_score_leads_to_the_remark_and_the_remark_to_submitting(qtbot: QtBot, juror: AssessmentPage):
    last, remark = juror.form.items[-1].scale, juror.form.criteria.remark
    last.setFocus()

    press(qtbot, Key.Key_Tab)
    assert remark.hasFocus()
    press(qtbot, Key.Key_Backtab)
    assert last.hasFocus()
    press(qtbot, Key.Key_Tab, Key.Key_Tab)
    assert juror.form.foot.submit.hasFocus()


def test_g_goes_to_the_goals_and_back(qtbot: QtBot, juror: AssessmentPage, dossier: Dossier):
    press(qtbot, Key.Key_G, Key.Key_1, Key.Key_Tab, Key.Key_3, Key.Key_G)
    assert juror.form.items[0].scale.hasFocus()
    juror.leave()

    assert dict(kept(dossier).goal_marks) == {"4.01": GoalMark.SHOWN, "4.02": GoalMark.NOT}


def test_up_and_down_walk_along_the_goals_and_the_keys_are_told(
    qtbot: QtBot, juror: AssessmentPage, dossier: Dossier
):
    press(
        qtbot, Key.Key_G, Key.Key_1, Key.Key_Down, Key.Key_2, Key.Key_Down, Key.Key_3, Key.Key_Up, Key.Key_1
    )
    assert juror.form.foot.anchor.text().startswith("1 aangetoond, 2 deels, 3 niet, ↓")
    juror.leave()

    marks = dict(kept(dossier).goal_marks)
    assert marks == {"4.01": GoalMark.SHOWN, "4.02": GoalMark.SHOWN, "4.03": GoalMark.NOT}
    press(qtbot, Key.Key_G, Key.Key_G)  # back, and on with the first that has no mark
    press(qtbot, Key.Key_1)
    assert juror.form.criteria.unmarked == 1


def test_goals_unfolded_on_one_sheet_are_folded_on_the_next(qtbot: QtBot, juror: AssessmentPage):
    press(qtbot, Key.Key_G)
    goals = juror.form.items[0].goals
    assert goals is not None
    assert next(iter(goals.marks.values())).isVisible()

    sit_down(juror, "Jurylid 2")

    assert not next(iter(goals.marks.values())).isVisible()


def test_submitting_with_goals_unmarked_asks_and_can_lead_to_them(
    qtbot: QtBot, juror: AssessmentPage, shell: DirectShell, dossier: Dossier
):
    complete(dossier)
    juror.refresh(EVERYTHING)

    shell.answers = [Answer("goals")]
    do(juror, "assessment.submit")
    assert shell.questions[-1].title == "Zonder deze doelen indienen?"
    assert not kept(dossier).submitted
    assert juror.form.items[0].goals is not None
    assert next(iter(juror.form.items[0].goals.marks.values())).hasFocus()

    shell.answers = [Answer("submit")]
    do(juror, "assessment.submit")
    assert kept(dossier).submitted


def test_the_remark_at_the_end_stays_in_sight_when_tab_comes_to_it(qtbot: QtBot, juror: AssessmentPage):
    juror.form.items[-1].scale.setFocus()
    press(qtbot, Key.Key_Tab)

    remark = juror.form.criteria.remark
    assert remark.hasFocus()
    assert remark.visibleRegion().boundingRect().height() == remark.height()


def test_a_remark_that_grows_stays_in_sight(qtbot: QtBot, juror: AssessmentPage):
    juror.form.items[-1].scale.setFocus()
    press(qtbot, Key.Key_Tab)
    remark = juror.form.criteria.remark

    qtbot.keyClicks(
        remark, "Een degelijk voorstel, met een ploeg die de streek kent en al lang samenwerkt. " * 6
    )
    QApplication.processEvents()

    assert remark.height() > 3 * remark.fontMetrics().lineSpacing()
    assert remark.visibleRegion().boundingRect().height() == remark.height()


def test_a_refused_key_is_answered_in_sight_where_much_is_unfolded(qtbot: QtBot, juror: AssessmentPage):
    first = juror.form.items[0]
    first.open_goals(first.goals)
    press(qtbot, Key.Key_G)

    press(qtbot, Key.Key_N)

    assert first.problem.visibleRegion().boundingRect().height() == first.problem.height() > 0


def test_the_list_counts_a_criterion_once_its_required_comment_is_there(qtbot: QtBot, juror: AssessmentPage):
    press(qtbot, Key.Key_4)
    juror.leave()
    assert shown(juror)[1] == ["0/8", "0/7"]

    juror.desk.candidacy_entered.emit()  # and that is where scoring goes on
    assert juror.form.items[0].scale.hasFocus()
    press(qtbot, Key.Key_Return)
    qtbot.keyClicks(focus(), "Sterk")
    juror.leave()
    assert shown(juror)[1] == ["1/8", "0/7"]


def test_a_refusal_to_submit_stands_in_sight_as_a_whole(qtbot: QtBot, juror: AssessmentPage):
    for form in juror.form.items:
        qtbot.keyClick(form.scale, Key.Key_4)
    first = juror.form.items[0]
    qtbot.keyClicks(first.comment, "Sterk")
    juror.form.criteria.remark.setFocus()
    juror.form.criteria._area.verticalScrollBar().setValue(0)
    do(juror, "assessment.submit")

    lacking = next(form for form in juror.form.items if form.problem.isVisible())
    assert lacking.problem.visibleRegion().boundingRect().height() == lacking.problem.height()


def test_a_sealed_sheet_offers_no_comment_to_add(sealed: AssessmentPage, shell: DirectShell):
    look(sealed, shell)

    assert [form for form in sealed.form.items if form.open_comment.isVisible()] == []


def test_the_arrows_walk_along_the_list_and_enter_begins(qtbot: QtBot, juror: AssessmentPage):
    juror.desk.table.setFocus()

    press(qtbot, Key.Key_Down)
    assert juror.form.view is not None
    assert juror.form.view.candidacy.reference == "K-03"
    assert juror.desk.table.hasFocus()
    press(qtbot, Key.Key_Return)
    assert juror.form.items[0].scale.hasFocus()


def test_what_is_typed_is_kept_within_a_second_without_leaving(
    qtbot: QtBot, juror: AssessmentPage, dossier: Dossier
):
    qtbot.keyClick(juror.form.items[0].scale, Key.Key_2)

    qtbot.waitUntil(lambda: dict(kept(dossier).answers) == {"challenge.4": Given(2)}, timeout=3000)
    assert juror.form.items[0].scale.hasFocus()


def test_a_sheet_half_filled_opens_with_what_is_open_still_in_sight(
    qtbot: QtBot, page: AssessmentPage, dossier: Dossier
):
    """Whether it is the first that is chosen, or the next one by Alt+↓."""
    call = a_call()
    for key, challenges in (("c1", (4,)), ("c3", ())):
        *most, _, _ = items_of(call.rubric, challenges, Round.WRITTEN)
        given = {item.key: Given(4, comment="Onderbouwd, met cijfers en met namen. " * 8) for item in most}
        save_answers(dossier, "j1", key, Round.WRITTEN, given)
    sit_down(page, "Jurylid 1")
    QApplication.processEvents()
    seen = [in_sight(focus())]

    qtbot.keyClick(focus(), Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()

    assert [*seen, in_sight(focus())] == [(page.form.items[-2].item.key, True)] * 2


def in_sight(scale: QWidget) -> tuple[str, bool]:
    """The key of the item that has the keyboard, and whether all of its scale can be seen."""
    form = scale.parentWidget()
    assert isinstance(form, ItemForm), scale
    return form.item.key, scale.visibleRegion().boundingRect() == scale.rect()


def test_n_gives_not_applicable_only_where_the_call_allows_it(qtbot: QtBot, juror: AssessmentPage):
    culture = next(form for form in juror.form.items if form.item.key == "culture")

    qtbot.keyClick(culture.scale, Key.Key_N)
    qtbot.keyClick(juror.form.items[0].scale, Key.Key_N)

    assert culture.answer() == Given(not_applicable=True)
    assert juror.form.items[0].answer() == Given()
    assert juror.form.items[0].problem.text() == "De oproep laat hier geen n.v.t. toe. Er is niets veranderd."
    qtbot.keyClick(juror.form.items[0].scale, Key.Key_3)
    assert not juror.form.items[0].problem.isVisible()


def test_what_a_criterion_asks_shows_by_keyboard_before_anything_is_scored(
    qtbot: QtBot, juror: AssessmentPage, dossier: Dossier
):
    first, second = juror.form.items[:2]
    challenge = juror.form.view.challenges[0] if juror.form.view else None
    assert challenge is not None

    said = [each.text() for each in first.guide.findChildren(QLabel) if each.isVisible()]
    assert said[0] == first.item.criterion.question
    assert [said[at] for at in (2, 4, 6, 8, 10, 12)] == list(first.item.criterion.anchors)
    assert said[14:] == [f"• {obstacle.text}" for obstacle in challenge.obstacles]
    assert first.scale.visibleRegion().boundingRect().height() == first.scale.height()
    assert first.item.criterion.question in first.scale.accessibleDescription()

    press(qtbot, Key.Key_Tab)
    assert (first.guide.isVisible(), second.guide.isVisible()) == (False, True)
    press(qtbot, Key.Key_U, Key.Key_Tab)
    assert [form for form in juror.form.items if form.guide.isVisible()] == []
    press(qtbot, Key.Key_Backtab, Key.Key_U)
    assert second.guide.isVisible()
    assert kept(dossier).answers == {}


def test_every_title_can_be_read_whole(qtbot: QtBot, juror: AssessmentPage):
    for width in (900, 1180, 1440):
        juror.resize(width, 760)
        QApplication.processEvents()
        titles = [each for form in juror.form.items for each in form._head.findChildren(QLabel)]
        assert titles
        assert [each.text() for each in titles if each.height() < each.heightForWidth(each.width())] == []


def test_a_click_on_a_score_moves_nothing_under_the_mouse(qtbot: QtBot, juror: AssessmentPage):
    first, second = juror.form.items[:2]
    before = second.pos()

    qtbot.mouseClick(second.scale, Qt.MouseButton.LeftButton)

    assert (first.guide.isVisible(), second.guide.isVisible(), second.pos()) == (True, False, before)
    qtbot.mouseClick(second.ask, Qt.MouseButton.LeftButton)
    assert second.guide.isVisible()


def test_f6_goes_to_the_proposal_and_back_to_the_score(qtbot: QtBot, juror: AssessmentPage):
    press(qtbot, Key.Key_Tab)
    second = juror.form.items[1].scale
    assert second.hasFocus()

    do(juror, "assessment.read")
    assert juror.proposal.isAncestorOf(focus())
    do(juror, "assessment.read")
    assert second.hasFocus()


def test_the_sentence_of_the_rubric_shows_for_the_score_in_hand(qtbot: QtBot, juror: AssessmentPage):
    first = juror.form.items[0]

    qtbot.keyClick(first.scale, Key.Key_5)

    assert juror.form.foot.anchor.text() == first.item.criterion.anchors[5]


def test_goals_unfold_and_are_marked_by_mouse_and_keyboard(
    qtbot: QtBot, juror: AssessmentPage, dossier: Dossier
):
    goals = juror.form.items[0].goals
    assert goals is not None
    qtbot.mouseClick(goals.fold, Qt.MouseButton.LeftButton)
    first, second = list(goals.marks.values())[:2]

    qtbot.mouseClick(first, Qt.MouseButton.LeftButton, pos=first.boxes()["shown"].center().toPoint())
    qtbot.keyClick(second, Key.Key_2)
    juror.leave()

    assert goals.fold.text() == "5 doelen · 3 te markeren"
    assert dict(kept(dossier).goal_marks) == {"4.01": GoalMark.SHOWN, "4.02": GoalMark.PARTLY}
    qtbot.keyClick(second, Key.Key_Backspace)
    juror.leave()
    assert dict(kept(dossier).goal_marks) == {"4.01": GoalMark.SHOWN}


def test_submitting_names_what_is_missing_and_goes_there(
    qtbot: QtBot, juror: AssessmentPage, dossier: Dossier
):
    qtbot.keyClick(juror.form.items[0].scale, Key.Key_4)
    juror.form.criteria.remark.setFocus()
    qtbot.mouseClick(juror.form.foot.submit, Qt.MouseButton.LeftButton)

    assert juror.form.items[0].comment.hasFocus()
    assert "vraagt een woord uitleg" in juror.form.items[0].problem.text()
    assert "heeft nog geen score" in juror.form.items[1].problem.text()
    assert not kept(dossier).submitted


def test_a_submitted_sheet_is_sealed_and_the_next_one_is_offered(
    qtbot: QtBot, juror: AssessmentPage, shell: DirectShell, dossier: Dossier
):
    complete(dossier)
    juror.refresh(EVERYTHING)

    shell.answers = [Answer("submit")]  # although no goal is marked
    qtbot.mouseClick(juror.form.foot.submit, Qt.MouseButton.LeftButton)

    assert kept(dossier).submitted
    assert shown(juror)[1] == ["✓", "0/7"]
    assert notes(juror) == ["Ingediend op 9 juni 2023 14:00 en verzegeld."]
    assert shell.notices == []
    assert juror.form.veil.onward.hasFocus()
    press(qtbot, Key.Key_Space)
    assert juror.form.view is not None
    assert juror.form.view.candidacy.reference == "K-03"


@pytest.fixture
def sealed(juror: AssessmentPage, dossier: Dossier) -> AssessmentPage:
    complete(dossier)
    submit_sheet(dossier, "j1", "c1", Round.WRITTEN)
    juror.refresh(EVERYTHING)
    return juror


def look(page: AssessmentPage, shell: DirectShell) -> None:
    """Ask to see the sealed sheet on show, and say yes."""
    shell.answers = [Answer("look")]
    button(page, "Mijn blad tonen…").click()


def test_who_changes_scores_that_a_letter_told_is_warned_before(
    qtbot: QtBot, sealed: AssessmentPage, shell: DirectShell, dossier: Dossier
):
    with dossier.change() as uow:
        pdf = uow.blobs.put(b"een brief")
        sent = a_letter(a_candidacy(), pdf=pdf, state=LetterState.SENT, channel="email", sent_at=NOW)
        uow.letters.save(sent)
        uow.journal.append("letter.sent", "letter", "K-01")
    sealed.refresh(EVERYTHING)
    look(sealed, shell)

    qtbot.mouseClick(sealed.form.foot.amend, Qt.MouseButton.LeftButton)

    assert notes(sealed)[1].startswith("De brief met de beslissing vertrok op 9 juni 2023 14:00 en steunt op")


def test_picking_a_name_does_not_show_what_was_submitted(
    sealed: AssessmentPage, shell: DirectShell, dossier: Dossier
):
    assert sealed.form.veil.isVisible()
    assert not sealed.form.criteria.isVisible()
    assert [form.answer() for form in sealed.form.items] == [Given()] * 8
    assert sealed.form.head.mean.text() == "–"

    look(sealed, shell)

    assert sealed.form.items[0].answer() == Given(4, comment="Sterk")
    assert not sealed.form.items[0].scale.isEnabled()
    assert sealed.form.items[0].comment.isReadOnly()
    with dossier.read() as uow:
        last = uow.journal.all()[-1]
    assert (last.action, last.actor, last.on_behalf_of) == ("sheet.looked", "Regisseur", "Jurylid 1")


def test_a_sheet_that_was_shown_is_hidden_again_behind_another_and_behind_another_page(
    sealed: AssessmentPage, shell: DirectShell
):
    look(sealed, shell)
    for action in ("assessment.next", "assessment.previous"):
        do(sealed, action)
    assert sealed.form.veil.isVisible()

    look(sealed, shell)
    sealed.hide()
    assert [form.answer() for form in sealed.form.items] == [Given()] * 8
    sealed.show()
    assert sealed.form.veil.isVisible()


def test_what_a_sealed_sheet_says_stays_on_show_while_others_change_something(
    sealed: AssessmentPage, shell: DirectShell
):
    look(sealed, shell)
    sealed.refresh(EVERYTHING)

    assert not sealed.form.veil.isVisible()


def test_an_open_round_hides_nothing(sealed: AssessmentPage, shell: DirectShell):
    shell.answers = [Answer("close", "Ziekte")]
    do(sealed, "assessment.end")

    assert not sealed.form.veil.isVisible()
    assert sealed.form.items[0].answer() == Given(4, comment="Sterk")


def test_a_sealed_sheet_changes_only_with_a_reason(
    qtbot: QtBot, sealed: AssessmentPage, shell: DirectShell, dossier: Dossier
):
    look(sealed, shell)
    qtbot.mouseClick(sealed.form.foot.amend, Qt.MouseButton.LeftButton)
    qtbot.keyClick(sealed.form.items[0].scale, Key.Key_1)
    assert not sealed.leave()
    assert kept(dossier).answers["challenge.4"].value == 4

    shell.answers = [Answer("keep", "Verkeerd gelezen")]
    qtbot.mouseClick(sealed.form.foot.submit, Qt.MouseButton.LeftButton)

    assert kept(dossier).answers["challenge.4"] == Given(1, comment="Sterk")
    assert notes(sealed) == [
        "Ingediend op 9 juni 2023 14:00 en verzegeld. "
        "Gewijzigd op 9 juni 2023 14:00; het logboek bewaart wat er stond."
    ]
    assert sealed.leave()
    assert [step.inverse for step in shell.done] == [Final.SEEN, Final.REASON]  # no Ctrl+Z without a reason
    with dossier.read() as uow:
        assert uow.journal.all()[-1].reason == "Verkeerd gelezen"


def test_a_change_that_is_cancelled_leaves_the_sheet_as_it_was(
    qtbot: QtBot, sealed: AssessmentPage, shell: DirectShell, dossier: Dossier
):
    look(sealed, shell)
    qtbot.mouseClick(sealed.form.foot.amend, Qt.MouseButton.LeftButton)
    qtbot.keyClick(sealed.form.items[0].scale, Key.Key_1)
    qtbot.mouseClick(sealed.form.foot.amend, Qt.MouseButton.LeftButton)

    assert sealed.form.items[0].scale.given.value == 4
    assert not sealed.form.items[0].scale.isEnabled()
    assert sealed.leave()


def test_leafing_keeps_what_was_typed_on_the_sheet_it_leaves(
    qtbot: QtBot, juror: AssessmentPage, dossier: Dossier
):
    steps = {action.id: action.run for action in juror.page_actions()}
    qtbot.keyClick(juror.form.items[0].scale, Key.Key_4)

    steps["assessment.next"]()
    assert juror.form.view is not None
    assert juror.form.view.candidacy.reference == "K-03"
    assert dict(kept(dossier).answers) == {"challenge.4": Given(4)}

    steps["assessment.previous"]()
    assert juror.form.items[0].scale.given.value == 4


def test_another_juror_finds_an_empty_sheet(qtbot: QtBot, juror: AssessmentPage):
    qtbot.keyClick(juror.form.items[0].scale, Key.Key_4)

    sit_down(juror, "Jurylid 2")

    assert shown(juror) == (["K-01", "K-02", "K-03"], ["0/8", "0/8", "0/7"])
    assert [form.answer() for form in juror.form.items] == [Given()] * 8
    assert juror.form.head.mean.text() == "–"


def test_a_newer_version_warns_until_it_was_read(qtbot: QtBot, juror: AssessmentPage, dossier: Dossier):
    qtbot.keyClick(juror.form.items[0].scale, Key.Key_4)
    juror.leave()
    with dossier.change() as uow:
        old: Candidacy = uow.candidacies.get("c1")
        uow.candidacies.save(replace(old, versions=(*SENT, a_version(2, mail=MAIL.sha256))))
        uow.journal.append("candidacy.revised", "candidacy", "K-01")
    juror.refresh(EVERYTHING)

    assert notes(juror) == ["Deze beoordeling gaat over versie 1; intussen is versie 2 binnengekomen."]
    assert [row.outdated for row in juror.desk.table.rows.rows][:2] == [True, False]
    assert button(juror, "Bekijk wat er veranderde…").isEnabled()
    juror.form.head.newest_read.emit()
    assert (notes(juror), kept(dossier).version) == ([], 2)


def test_the_proposal_is_in_sight_with_a_choice_of_files(qtbot: QtBot, juror: AssessmentPage):
    assert [chip.text() for chip in juror.proposal.chips] == ["Formulier.pdf", "Begroting.pdf"]
    assert juror.proposal.file == FORM

    qtbot.mouseClick(juror.proposal.chips[1], Qt.MouseButton.LeftButton)

    assert juror.proposal.file == BUDGET


def test_the_round_is_closed_with_a_reason_and_opened_again(
    qtbot: QtBot, juror: AssessmentPage, shell: DirectShell, dossier: Dossier
):
    shell.answers = [Answer("close", "Ziekte")]
    do(juror, "assessment.end")

    assert juror.desk.far.text() == "Hele ronde: 0 van 5 ingediend · afgesloten"
    assert not juror.form.items[0].scale.isEnabled()
    assert not juror.form.foot.submit.isVisible()

    shell.answers = [Answer("reopen", "Toch tijd")]
    do(juror, "assessment.end")
    assert juror.form.items[0].scale.isEnabled()
    assert all(step.inverse is Final.SEEN for step in shell.done)  # each needs a reason of its own


def test_what_cannot_be_kept_is_said_and_stays_on_the_screen(
    qtbot: QtBot, juror: AssessmentPage, shell: DirectShell, dossier: Dossier
):
    close_round(dossier, Round.WRITTEN, "Elders afgesloten")

    qtbot.keyClick(juror.form.items[0].scale, Key.Key_4)
    juror.leave()

    assert shell.notices[-1].text == say("scoring.round_closed")
    assert juror.form.foot.saved.text().startswith("Niet bewaard: Deze ronde is afgesloten")
    assert juror.form.items[0].scale.given.value == 4


def test_in_a_round_without_candidacies_there_is_nothing_to_score(qtbot: QtBot, juror: AssessmentPage):
    qtbot.mouseClick(juror.desk.rounds.buttons["pitch"], Qt.MouseButton.LeftButton)

    assert shown(juror) == ([], [])
    assert juror.parts.nobody.isVisible()
    assert "assessment.end" not in {action.id for action in juror.page_actions()}


def test_a_juror_declares_a_conflict_at_the_desk_and_sees_the_candidacy_no_more(
    sealed: AssessmentPage, shell: DirectShell, dossier: Dossier
):
    shell.answers = [Answer("declare", "Mijn broer werkt er")]
    button(sealed, "Belangenconflict melden…").click()

    assert shell.questions[-1].text.endswith("Je diende al in; dat blad telt niet meer mee.")
    told = "Het belangenconflict is gemeld. Jurylid 1 diende al in; dat blad telt niet meer mee."
    assert shell.said == [told]
    assert shown(sealed)[0] == ["K-03"]
    assert sealed.desk.hidden.text() == (
        "K-01 en K-02 beoordeel je niet: je hebt een belangenconflict. "
        "Laat ze ook elders in het programma dicht."
    )
    assert shell.done[-1].inverse is Final.ASIDE
    with dossier.read() as uow:
        event = next(e for e in reversed(uow.journal.all()) if e.action == "conflict.declared")
    assert (event.on_behalf_of, event.reason) == ("Jurylid 1", "Mijn broer werkt er")


def test_without_a_jury_the_page_leads_to_it(qtbot: QtBot, tmp_path: Path):
    empty = a_dossier(create_store(tmp_path / "leeg.jury", a_call()))
    shell = DirectShell(empty)
    page = AssessmentPage(shell)
    qtbot.addWidget(page)

    page.refresh(EVERYTHING)

    assert page.is_empty
    page.findChild(type(page._empty)).button.click()
    assert shell.visits == [("jury", "")]
    empty.store.close()


def test_the_next_step_of_the_overview_opens_at_the_juror(page: AssessmentPage):
    page.show_object("j2")

    assert page.subtitle() == "Jurylid 2 · Gemeente 2"


def test_the_sheet_of_a_pitch_opens_in_the_round_of_the_pitch(juror: AssessmentPage, dossier: Dossier):
    with dossier.change() as uow:
        uow.decisions.save(invited(a_candidacy(3)))
        uow.journal.append("decision.made", "candidacy", "K-03")

    juror.show_object("pitch/K-03")

    assert juror.desk.rounds.current() == "pitch"
    assert juror.form.view is not None
    assert (juror.form.view.candidacy.reference, juror.form.view.sheet.round) == ("K-03", Round.PITCH)


def test_a_score_is_taken_back_and_the_form_follows(
    qtbot: QtBot, juror: AssessmentPage, shell: DirectShell, dossier: Dossier
):
    press(qtbot, Key.Key_4)
    juror.leave()
    press(qtbot, Key.Key_2)
    juror.leave()

    shell.undo()
    assert kept(dossier).answers["challenge.4"] == Given(4)
    assert juror.form.items[0].scale.given.value == 4
    shell.undo()
    assert juror.form.items[0].scale.given.value is None


def _none(*_values: object) -> Dossier:
    raise AssertionError("this window opens nothing")


def test_in_the_window_the_keys_leaf_and_submit_and_closing_keeps_what_was_typed(
    qtbot: QtBot, dutch: object, dossier: Dossier
):
    complete(dossier)
    wiring = Wiring(
        open=_none, create=_none, open_packet=_none, now=lambda: NOW, manual=lambda _page, _language: ""
    )
    window = MainWindow(wiring, Preferences(user="Regisseur"))
    qtbot.addWidget(window)
    window.show_dossier(dossier, "assessment")
    with qtbot.waitActive(window):
        window.show()
    page = window.page
    assert isinstance(page, AssessmentPage)
    window.go_to("assessment", "j1")
    qtbot.waitUntil(lambda: page.form.view is not None and page.form.items[0].scale.hasFocus())

    qtbot.keyClick(page.form.items[0].comment, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    button(window, "Toch indienen").click()  # although no goal is marked
    qtbot.waitUntil(lambda: kept(dossier).submitted)
    assert kept(dossier).answers["challenge.4"] == Given(4, comment="Sterk")

    qtbot.waitUntil(lambda: not window.shell.jobs.running)
    with qtbot.waitActive(window):  # offscreen, a dialog that closes does not give the keys back
        window.activateWindow()
    qtbot.keyClick(page.form.veil.onward, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.form.view.candidacy.reference == "K-03")
    qtbot.keyClick(page.form.items[0].scale, Key.Key_2)
    window.close()

    assert dict(kept(dossier, "c3").answers) == {"outreach": Given(2)}


def test_ctrl_k_does_not_offer_a_juror_what_a_conflict_keeps_away(
    qtbot: QtBot, dossier: Dossier, dutch: object
):
    window = MainWindow(a_wiring(), Preferences(user="Regisseur"))
    window.show_dossier(dossier, "assessment")
    window.show()
    qtbot.waitUntil(lambda: not window.shell.jobs.running)
    page = window.page
    assert isinstance(page, AssessmentPage)

    def offered() -> set[str]:
        lines = palette_lines(window, search_hits(dossier))
        return {line.text[:4] for line in lines if line.text.startswith("K-")}

    assert offered() == {"K-01", "K-02", "K-03"}
    sit_down(page, "Jurylid 1")
    qtbot.waitUntil(lambda: not window.shell.jobs.running)
    assert offered() == {"K-01", "K-03"}
    window.close()


def test_ctrl_enter_before_the_chosen_candidacy_has_been_read_submits_nothing_and_says_so(
    juror: AssessmentPage, shell: DirectShell, dossier: Dossier
):
    """What is on show is then still the candidacy before it."""
    complete(dossier)
    complete(dossier, "c3")
    juror.refresh(EVERYTHING)
    juror.keeper.place = ("j1", "c3", Round.WRITTEN)

    assert juror.keeper.can_submit()
    juror.keeper.submit()

    assert str(shell.notices[-1].text).startswith("De kandidatuur die je koos, wordt nog gelezen.")
    with dossier.read() as uow:
        assert [sheet.submitted for sheet in uow.sheets.find(juror="j1")] == [False, False]
