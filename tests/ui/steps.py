"""Every step of the user that has a way back, as the window makes it on a dossier with all kinds of things.

A step is known by the place where it is made (``tests/architecture/test_undo.py``). Where there is something
to choose (which juror, which word), the dice choose it, so that rows of steps can be made at random.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from jury_desktop.domain.candidacy import Admissibility, ItemState
from jury_desktop.domain.completeness import items_of
from jury_desktop.domain.decision import DecisionKind, MotivationLine, Stage
from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.envelope import NBN
from jury_desktop.domain.letter import Block, LetterType
from jury_desktop.domain.pitch import Interval
from jury_desktop.domain.rebuttal import Point, RebuttalOutcome, Ruling
from jury_desktop.domain.role import Role
from jury_desktop.domain.session import Attendance
from jury_desktop.domain.term import Channel
from jury_desktop.services.accounts import accounts
from jury_desktop.services.candidacies import particulars_of
from jury_desktop.services.candidacy_file import candidacy_details
from jury_desktop.services.decide import deliberation
from jury_desktop.services.dossier_settings import dossier_settings
from jury_desktop.services.history import Thing, What
from jury_desktop.services.jury import jury
from jury_desktop.services.letter_texts import save_logo, text_book
from jury_desktop.services.meeting import MeetingDetails
from jury_desktop.services.practice import choose_practice
from jury_desktop.services.rebuttal_register import Arrived
from jury_desktop.services.request_mail import draft_request
from jury_desktop.services.review import review
from jury_desktop.services.rounds import latest_plan
from jury_desktop.services.session import sessions
from jury_desktop.services.session_runs import ClockStep
from jury_desktop.services.session_windows import session_rows, weigh_window
from jury_desktop.ui.dialogs.history_dialog import HistoryDialog
from jury_desktop.ui.dialogs.place_dialog import NewPlace
from jury_desktop.ui.operations import calling
from jury_desktop.ui.pages.assessment.practice.steps import PracticeSteps
from jury_desktop.ui.pages.candidacies import requesting
from jury_desktop.ui.pages.candidacies.correcting import Correcting
from jury_desktop.ui.pages.candidacies.establishing import Establishing
from jury_desktop.ui.pages.candidacies.judging import Judging
from jury_desktop.ui.pages.candidacies.naming_servers import NamingServers
from jury_desktop.ui.pages.candidacies.review_verbs import ReviewVerbs
from jury_desktop.ui.pages.deliberation.deciding import Deciding
from jury_desktop.ui.pages.deliberation.decision import DecisionPanel
from jury_desktop.ui.pages.deliberation.record import Recording
from jury_desktop.ui.pages.deliberation.steps import Steps
from jury_desktop.ui.pages.desk import own
from jury_desktop.ui.pages.jury import steps as jury_steps
from jury_desktop.ui.pages.letters import fate, sending
from jury_desktop.ui.pages.letters.texts.view import TextsView
from jury_desktop.ui.pages.planning import steps as plan_steps
from jury_desktop.ui.pages.planning.sessions import steps as window_steps
from jury_desktop.ui.pages.rebuttal import verbs
from jury_desktop.ui.pages.session import steps as session_steps
from jury_desktop.ui.pages.settings import account_steps
from jury_desktop.ui.pages.settings.envelope_fields import EnvelopeFields
from jury_desktop.ui.pages.settings.house_section import HouseSection
from jury_desktop.ui.pages.settings.logo_fields import LogoFields
from jury_desktop.ui.pages.settings.term_section import TermSection
from jury_desktop.ui.pages.settings.texts_section import TextsSection
from jury_desktop.ui.shell import Answer
from tests.builders import NOW, a_juror
from tests.services.test_letter_texts import a_picture
from tests.services.whole import MAIL
from tests.ui.hand import WORDS, Hand, Step

FINAL = Stage.FINAL
PNG = a_picture()


# candidacies and mail


def correct(hand: Hand) -> object:
    was = hand.candidacy()
    wanted = replace(particulars_of(was), contact=hand.word(), municipalities=(hand.word(),))
    return Correcting(hand.shell, hand.window).correct(was, wanted)


def set_free(hand: Hand) -> object:
    was, window = hand.candidacy(), hand.dice.choice(("ma", "wo", "vr"))
    return Correcting(hand.shell, hand.window).set_availability(was, (), (window,))


def establish(hand: Hand) -> object:
    asking = Establishing(hand.shell, hand.window)
    asking._row = review(hand.dossier).rows[0]
    asking._establish(NOW - timedelta(days=hand.dice.randint(1, 9)), hand.word())
    return None


def judge(hand: Hand) -> object:
    verdict = hand.dice.choice((Admissibility.WITHDRAWN, Admissibility.ADMISSIBLE, Admissibility.LATE))
    return Judging(hand.shell, hand.window).judge(
        candidacy_details(hand.dossier, hand.candidacy().id), verdict
    )


def name_servers(hand: Hand) -> object:
    naming = NamingServers(hand.shell, hand.window)
    naming._named = (f"mx.{hand.word().lower()}.example",)
    return naming._confirm()


def check(hand: Hand) -> object:
    with hand.dossier.read() as uow:
        item = hand.dice.choice(items_of(uow.call)).key
    state = hand.dice.choice((ItemState.PRESENT, ItemState.MISSING, None))
    return requesting.Requesting(hand.shell, hand.window).check(hand.candidacy(), item, state)


def request(hand: Hand) -> object:
    asked = hand.candidacy()
    return requesting._keeping(asked, "nl", draft_request(hand.dossier, asked.id), None)


def confirm(hand: Hand) -> object:
    return ReviewVerbs(hand.shell, hand.window).confirm("Bevestigen", (MAIL.sha256,))


def place(hand: Hand) -> object:
    row = hand.dice.choice(review(hand.dossier).rows)
    kind = hand.dice.choice((EntryKind.OTHER, EntryKind.CANDIDACY))
    return ReviewVerbs(hand.shell, hand.window).place(row, NewPlace(kind, None, hand.word()))


# the jury


def save_juror(hand: Hand) -> object:
    number = hand.dice.randint(4, 6)
    expertise = (hand.dice.randint(1, 7),)
    return jury_steps.saving(a_juror(number, observer=number == 4, expertise=expertise))


def free_juror(hand: Hand) -> object:
    start = NOW + timedelta(hours=hand.dice.randint(1, 9))
    return jury_steps.freeing({hand.one("jurors").id: (Interval(start, start + timedelta(hours=1)),)})


def say_free(hand: Hand) -> object:
    start = NOW + timedelta(hours=hand.dice.randint(1, 9))
    return own.saying(hand.one("jurors"), (Interval(start, start + timedelta(hours=2)),))


def remove_juror(hand: Hand) -> object:
    return jury_steps.removing(hand.one("jurors"))


def declare(hand: Hand) -> object:
    return jury_steps.declaring(hand.one("jurors").id, hand.candidacy().id, hand.word())


def judge_conflict(hand: Hand) -> object:
    rows = jury(hand.dossier).conflicts
    confirmed = hand.dice.random() < 0.5
    return jury_steps.judging(hand.dice.choice(rows), hand.word(), confirmed=confirmed) if rows else None


def import_jurors(hand: Hand) -> object:
    file = hand.folder / f"jury-{hand.dice.randint(1, 10**9)}.csv"
    names = hand.dice.sample(WORDS, 2)
    rows = [f"{name} Test;{name.lower()}@jury.example" for name in names]
    file.write_text("\n".join(["naam;e-mail", *rows]), encoding="utf-8")
    return jury_steps.importing(file)


# scores


def lay_practice(hand: Hand) -> object:
    return PracticeSteps(hand.shell, hand.window)._lay(calling(choose_practice, None, (1, 4)))


def clear_practice(hand: Hand) -> object:
    return PracticeSteps(hand.shell, hand.window).clear(lambda: None)


# the deliberation


def _panel(hand: Hand) -> DecisionPanel:
    panel = DecisionPanel("nl")
    panel.setParent(hand.window)
    panel.show_deliberation(deliberation(hand.dossier, hand.dice.choice(("c1", "c2")), FINAL))
    return panel


def decide(hand: Hand) -> object:
    panel = _panel(hand)
    kind = hand.dice.choice((DecisionKind.SELECTED, DecisionKind.RESERVE, DecisionKind.NOT_SELECTED))
    panel.kinds.setCurrentIndex(panel.kinds.findData(kind.value))
    panel.summary.setPlainText(hand.word())
    return Deciding(hand.shell, panel)._keep()


def talk(hand: Hand) -> object:
    panel = _panel(hand)
    steps = Steps(hand.shell, panel)
    panel.talk.notes.setPlainText(hand.word())
    line = MotivationLine("outreach", hand.word(), ())
    ways = (steps.keep_notes, lambda: steps.agree(line), steps.ask_again, steps.end_again)
    return hand.dice.choice(ways)()


def send_back(hand: Hand) -> object:
    return Steps(hand.shell, _panel(hand))._send_back(Answer("back", hand.word()))


def meet(hand: Hand) -> object:
    recording = Recording(hand.shell, hand.window)
    recording.stage = hand.dice.choice(tuple(Stage))
    return recording._keep_meeting(MeetingDetails(NOW, None, hand.word(), present=("j1",)))


# letters and rebuttals


def became(hand: Hand) -> object:
    letter = hand.one("letters")
    known = fate.Fate(hand.dice.random() < 0.5, hand.dossier.now(), hand.word())
    return fate.recording(letter, known) if letter.sent_at else None


def present(hand: Hand) -> object:
    day = (NOW + timedelta(days=hand.dice.randint(1, 9))).date()
    letter = hand.one("letters")
    return sending.presenting(letter, day) if letter.channel == Channel.REGISTERED_RECEIPT else None


def _texts(hand: Hand) -> TextsView:
    view = TextsView(hand.shell)
    view.setParent(hand.window)
    view.show_book(text_book(hand.dossier))
    view.choose(hand.dice.choice((LetterType.LATE, Block.COMPLAINT)))
    return view


def word_text(hand: Hand) -> object:
    view = _texts(hand)
    shipped = text_book(hand.dossier).row(view.kind).shipped
    view._drafts[view.kind] = replace(shipped, body=f"{shipped.body}\n\nDe jury van {hand.word()} dankt u.\n")
    view._faults = ()
    return view.save()


def restore_text(hand: Hand) -> object:
    return _texts(hand)._restore(Answer(""))


def _rebuttal(hand: Hand) -> Any:
    return hand.one("rebuttals")


def _points(hand: Hand) -> tuple[Point, ...]:
    return (Point(hand.word(), "outreach"),)


def _arrived(hand: Hand) -> Arrived:
    return Arrived(NOW + timedelta(days=hand.dice.randint(3, 9)), "hand", submitted_by=hand.word())


def register(hand: Hand) -> object:
    return verbs.registering("l-c3", _arrived(hand), _points(hand))


def correct_rebuttal(hand: Hand) -> object:
    return verbs.correcting(_rebuttal(hand), _arrived(hand), _points(hand))


def withdraw(hand: Hand) -> object:
    return verbs.withdrawing(_rebuttal(hand))


def answer(hand: Hand) -> object:
    old = _rebuttal(hand)
    points = tuple(replace(each, answer=hand.word(), ruling=Ruling.UNFOUNDED) for each in old.points)
    return verbs.answering(old, points, hand.word())


def conclude(hand: Hand) -> object:
    """With what was answered before: typed answers are kept whatever becomes of the end."""
    old = _rebuttal(hand)
    return verbs.concluding(old.id, old.points, RebuttalOutcome.CONFIRMED, old.outcome_text, lambda _: None)


def reopen(hand: Hand) -> object:
    old = _rebuttal(hand)
    return None if old.is_open else verbs.reopening(old)


def extend(hand: Hand) -> object:
    until = (hand.dossier.now() + timedelta(days=hand.dice.randint(60, 90))).date()
    return verbs.extending(_rebuttal(hand), until, hand.word())


# plan and session


def lock(hand: Hand) -> object:
    """The window offers the contrary of what is."""
    with hand.dossier.read() as uow:
        plan = latest_plan(uow)
    pitch = hand.dice.choice(plan.instance.pitches if plan is not None else ())
    return plan_steps.locking(pitch.id, locked=pitch.pinned is None)


def communicate(_hand: Hand) -> object:
    return plan_steps.communicating()


def _window(hand: Hand) -> Any:
    return hand.dice.choice(session_rows(hand.dossier)).window


def change_session(hand: Hand) -> object:
    window = _window(hand)
    effect = weigh_window(hand.dossier, window.id, replace(window, place=hand.word()))
    return window_steps.changing(effect, hand.word(), "nl", None)


def answer_session(hand: Hand) -> object:
    return window_steps.answering(_window(hand), "nl")


def _pitch(hand: Hand) -> Any:
    pitches = [pitch for session in sessions(hand.dossier).sessions for pitch in session.pitches]
    return hand.dice.choice(pitches)


def turn_clock(hand: Hand) -> object:
    return session_steps.turning(_pitch(hand), hand.dice.choice(tuple(ClockStep)))


def note_pitch(hand: Hand) -> object:
    return session_steps.noting(_pitch(hand), hand.word(), lambda _: None, lambda _: None)


def note_juror(hand: Hand) -> object:
    attendance = hand.dice.choice((Attendance.PRESENT, Attendance.ABSENT))
    note = session_steps.JurorNote((_pitch(hand).candidacy.id,), "j2", attendance)
    return session_steps.juror_noted(note, "Jurylid 2")


def note_panel(hand: Hand) -> object:
    return session_steps.panel_noted(_pitch(hand))


def note_candidate(hand: Hand) -> object:
    attendance = hand.dice.choice((Attendance.PRESENT, Attendance.ABSENT))
    return session_steps.candidate_noted(_pitch(hand), session_steps.CandidateNote(attendance))


# settings


def house(hand: Hand) -> object:
    section = HouseSection(hand.shell)
    section.setParent(hand.window)
    section.show_settings(dossier_settings(hand.dossier))
    section.place.setText(hand.word())
    hand.shell.caught.clear()
    return section.commit()


def envelope(hand: Hand) -> object:
    fields = EnvelopeFields(hand.shell)
    fields.setParent(hand.window)
    now = dossier_settings(hand.dossier).envelope
    fields.show_envelope(now)
    fields.place.setCurrentIndex(fields.place.findData("right" if now == NBN else "left"))
    return fields._keep()


def close_days(hand: Hand) -> object:
    section = TermSection(hand.shell)
    section.setParent(hand.window)
    return section._keep([(NOW + timedelta(days=hand.dice.randint(1, 99))).date()])


def logo(hand: Hand) -> object:
    fields = LogoFields(hand.shell)
    fields.setParent(hand.window)
    return fields._run(calling(save_logo, *hand.dice.choice(((None, ""), (PNG, hand.word())))))


def approve(hand: Hand) -> object:
    section = _section(hand)
    section._asked = (hand.dice.choice(tuple(Block)),)
    return section._approve(hand.word(), NOW.date())


def unapprove(hand: Hand) -> object:
    section = _section(hand)
    section._asked = (hand.dice.choice(tuple(Block)),)
    return section._withdraw(Answer(""))


def _section(hand: Hand) -> TextsSection:
    section = TextsSection(hand.shell)
    section.setParent(hand.window)
    return section


# who may sign in


def make_accounts(hand: Hand) -> object:
    without = accounts(hand.dossier).without
    chosen = hand.dice.sample(without, min(2, len(without)))
    return account_steps.adding_jury([juror.id for juror in chosen], _unseen)


def make_account(hand: Hand) -> object:
    return account_steps.adding(Role.SECOND_READER, hand.word(), _unseen)


def remove_account(hand: Hand) -> object:
    return account_steps.removing(hand.dice.choice(accounts(hand.dossier).rows))


def lock_after(hand: Hand) -> object:
    return account_steps.locking_after(hand.dice.randint(0, 99))


def _unseen(_codes: object) -> None:
    """Nobody has to be told."""


def from_history(hand: Hand) -> object:
    """The newest step on a candidacy that can be taken back."""
    dialog = HistoryDialog(hand.shell, Thing(What.CANDIDACY, hand.candidacy().reference), hand.window)
    able = [each for each in dialog.table.rows.rows if each.past.stays is None]
    if able:
        dialog.table.choose(dialog.table.rows.key(able[0]))
        dialog._take_back()
    return None


STEPS: Mapping[str, Step] = {
    "dialogs/history_dialog.py HistoryDialog._take_back": from_history,
    "pages/assessment/practice/steps.py PracticeSteps._lay": lay_practice,
    "pages/assessment/practice/steps.py PracticeSteps.clear.answered": clear_practice,
    "pages/candidacies/correcting.py Correcting.correct": correct,
    "pages/candidacies/correcting.py Correcting.set_availability": set_free,
    "pages/candidacies/establishing.py Establishing._establish": establish,
    "pages/candidacies/judging.py Judging._keep": judge,
    "pages/candidacies/naming_servers.py NamingServers._confirm": name_servers,
    "pages/candidacies/requesting.py Requesting.check": check,
    "pages/candidacies/requesting.py _keeping": request,
    "pages/candidacies/review_verbs.py ReviewVerbs.confirm": confirm,
    "pages/candidacies/review_verbs.py ReviewVerbs.place": place,
    "pages/deliberation/deciding.py Deciding._keep": decide,
    "pages/deliberation/record.py Recording._keep_meeting": meet,
    "pages/deliberation/steps.py Steps._eyes": send_back,
    "pages/deliberation/steps.py Steps._talk": talk,
    "pages/desk/own.py saying": say_free,
    "pages/jury/steps.py declaring": declare,
    "pages/jury/steps.py freeing": free_juror,
    "pages/jury/steps.py importing": import_jurors,
    "pages/jury/steps.py judging": judge_conflict,
    "pages/jury/steps.py removing": remove_juror,
    "pages/jury/steps.py saving": save_juror,
    "pages/letters/fate.py recording": became,
    "pages/letters/sending.py presenting": present,
    "pages/letters/texts/view.py TextsView._restore": restore_text,
    "pages/letters/texts/view.py TextsView.save": word_text,
    "pages/planning/sessions/steps.py answering": answer_session,
    "pages/planning/sessions/steps.py changing": change_session,
    "pages/planning/steps.py communicating": communicate,
    "pages/planning/steps.py locking": lock,
    "pages/rebuttal/verbs.py answering": answer,
    "pages/rebuttal/verbs.py concluding": conclude,
    "pages/rebuttal/verbs.py _correcting": correct_rebuttal,
    "pages/rebuttal/verbs.py extending": extend,
    "pages/rebuttal/verbs.py registering": register,
    "pages/rebuttal/verbs.py reopening": reopen,
    "pages/rebuttal/verbs.py withdrawing": withdraw,
    "pages/session/steps.py candidate_noted": note_candidate,
    "pages/session/steps.py juror_noted": note_juror,
    "pages/session/steps.py noting": note_pitch,
    "pages/session/steps.py panel_noted": note_panel,
    "pages/session/steps.py turning": turn_clock,
    "pages/settings/account_steps.py adding": make_account,
    "pages/settings/account_steps.py adding_jury": make_accounts,
    "pages/settings/account_steps.py locking_after": lock_after,
    "pages/settings/account_steps.py removing": remove_account,
    "pages/settings/envelope_fields.py EnvelopeFields._keep": envelope,
    "pages/settings/house_section.py HouseSection.commit": house,
    "pages/settings/logo_fields.py LogoFields._run": logo,
    "pages/settings/term_section.py TermSection._keep": close_days,
    "pages/settings/texts_section.py TextsSection._approve": approve,
    "pages/settings/texts_section.py TextsSection._withdraw": unapprove,
}
"""By place; made at random and tried in ``test_every_step.py``, with :data:`tests.ui.larger_steps.STEPS`."""
