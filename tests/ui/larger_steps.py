"""The steps that need more than a word: a sheet on show, a mailbox, a plan, letters or a key.

They stand beside those of ``steps.py`` and are made in the same way.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jury_desktop.domain.backup import Keeping
from jury_desktop.domain.call import Round
from jury_desktop.domain.mail import UnreadableMail
from jury_desktop.domain.retention import Retention
from jury_desktop.domain.running_late import Late
from jury_desktop.domain.session import Attendance
from jury_desktop.services.backups import backup_book
from jury_desktop.services.copy_request import draft_copy_request
from jury_desktop.services.letter_book import letter_book
from jury_desktop.services.letter_signing import key_from, sign_letters, to_sign
from jury_desktop.services.letters import draft_letters, letter_jobs
from jury_desktop.services.plan_moves import plan_as_of_now
from jury_desktop.services.plan_restore import weigh_restore
from jury_desktop.services.planning import plan_view
from jury_desktop.services.rebuttal_mail import replies
from jury_desktop.services.scoring import open_sheet
from jury_desktop.services.session import sessions
from jury_desktop.services.session_late import late_view
from jury_desktop.services.session_places import FreePlace, free_places, loosened
from jury_desktop.services.word_paper import KeptPaper, set_word_paper
from jury_desktop.ui.operations import calling
from jury_desktop.ui.pages.assessment.form import SheetForm
from jury_desktop.ui.pages.assessment.keeper import SheetKeeper
from jury_desktop.ui.pages.candidacies.copy_asking import _keeping
from jury_desktop.ui.pages.candidacies.reading import ReadingView
from jury_desktop.ui.pages.letters.signing import Signing
from jury_desktop.ui.pages.letters.workshop import Workshop
from jury_desktop.ui.pages.planning import steps as plan_steps
from jury_desktop.ui.pages.rebuttal import verbs
from jury_desktop.ui.pages.session import steps as session_steps
from jury_desktop.ui.pages.settings.backups_section import BackupsSection
from jury_desktop.ui.pages.settings.retention_fields import RetentionFields
from jury_desktop.ui.pages.settings.word_fields import WordFields
from tests.letters.keys import PASSPHRASE, a_key
from tests.services.mailing import a_message, form
from tests.ui.hand import Hand, Step

# scores


def _keeper(hand: Hand) -> SheetKeeper:
    """A juror alone at a sheet, where a draft can be."""
    sheet = SheetForm("nl")
    sheet.setParent(hand.window)
    keeper = SheetKeeper(hand.shell, sheet)
    keeper.alone = True
    place = (hand.one("jurors").id, hand.candidacy().id, hand.dice.choice(tuple(Round)))
    keeper.turn_to(place)
    keeper.show(open_sheet(hand.dossier, *place))
    return keeper


def score(hand: Hand) -> object:
    keeper = _keeper(hand)
    if keeper.form.editable:
        QTest.keyClick(
            hand.dice.choice(keeper.form.items).scale, hand.dice.choice((Qt.Key.Key_2, Qt.Key.Key_4))
        )
        keeper.form.criteria.remark.setPlainText(hand.word())
        keeper.save()
    return None


def judge_newest(hand: Hand) -> object:
    keeper = _keeper(hand)
    return keeper._newest_read() if keeper.form.editable else None


# mail


def ask_copy(hand: Hand) -> object:
    with hand.dossier.read() as uow:
        unread = [each.mail for each in uow.mails.all() if isinstance(each.mail, UnreadableMail)]
    key = hand.dice.choice(unread).sha256
    return _keeping(key, "nl", draft_copy_request(hand.dossier, key), None)


def _export(hand: Hand) -> Path:
    """A mailbox with one message that was not seen before."""
    number = hand.dice.randint(1, 10**9)
    sender = f"Buurthuis {hand.word()} <info@buurthuis{number}.example>"
    file = hand.folder / f"export-{number}.eml"
    file.write_bytes(a_message(sender, form(f"Buurthuis {hand.word()} {number}")))
    return file


def import_mail(hand: Hand) -> object:
    view = ReadingView(hand.shell)
    view.setParent(hand.window)
    return view.read([_export(hand)])


def read_mail(hand: Hand) -> object:
    return verbs.reading_mail([_export(hand)])


def dismiss(hand: Hand) -> object:
    return verbs.dismissing(hand.dice.choice(replies(hand.dossier)))


# the plan


def keep_plan(hand: Hand) -> object:
    """What the solver might have found: what is planned now, for the problem as it is."""
    view = plan_view(hand.dossier)
    if view.plan is None:
        return None
    return plan_steps.keeping(view.problem, plan_as_of_now(view.problem, view.plan))


def _free_place(hand: Hand) -> tuple[Any, str, FreePlace]:
    view = plan_view(hand.dossier)
    pitch = hand.dice.choice(view.problem.pitches).id
    view = loosened(view, pitch)
    return (
        view,
        pitch,
        hand.dice.choice(free_places(view, pitch, view.problem.windows[0].start - timedelta(days=1))),
    )


def move(hand: Hand) -> object:
    view, pitch, place = _free_place(hand)
    return plan_steps.moving(view, pitch, place.plan)


def restore_plan(hand: Hand) -> object:
    return plan_steps.restoring(
        plan_view(hand.dossier), weigh_restore(plan_view(hand.dossier), hand.one("plans"))
    )


def move_candidate(hand: Hand) -> object:
    view, reference, place = _free_place(hand)
    pitches = [pitch for session in sessions(hand.dossier).sessions for pitch in session.pitches]
    pitch = next((each for each in pitches if each.candidacy.reference == reference), None)
    note = session_steps.CandidateNote(Attendance.ABSENT, reason=hand.word(), place=place)
    return session_steps.candidate_moved(pitch, view, note) if pitch is not None else None


def run_late(hand: Hand) -> object:
    session = hand.dice.choice(sessions(hand.dossier).sessions)
    view = late_view(hand.dossier, session.key, Late(hand.dice.randint(5, 40)))
    return session_steps.shifting(view) if view.moves else None


# letters


def make_letters(hand: Hand) -> object:
    """One of those that are owed, made for real."""
    workshop = Workshop(hand.shell, hand.window)
    rows = letter_book(hand.dossier)
    with hand.dossier.read() as uow:
        workshop.know(rows, uow.call)
    jobs = letter_jobs(hand.dossier, [hand.dice.choice(rows).key])
    return workshop._keep(draft_letters(jobs), final=hand.dice.random() < 0.5)


def sign(hand: Hand) -> object:
    unsigned = to_sign(hand.dossier, [row.key for row in letter_book(hand.dossier)])
    file = hand.folder / "sleutel.p12"
    file.write_bytes(a_key(curved=True).file)
    chosen = [hand.dice.choice(unsigned)]
    return Signing(hand.shell, hand.window)._keep(sign_letters(chosen, key_from(file, PASSPHRASE)))


# settings


def retain(hand: Hand) -> object:
    fields = RetentionFields(hand.shell)
    fields.setParent(hand.window)
    fields.show_retention(Retention(date(2030, 1, hand.dice.randint(1, 28)), hand.word()))
    return fields._keep()


def paper(hand: Hand) -> object:
    fields = WordFields(hand.shell)
    fields.setParent(hand.window)
    return fields._run(calling(set_word_paper, KeptPaper("a" * 64, f"{hand.word()}.docx")))


def choose_copies(hand: Hand) -> object:
    section = BackupsSection(hand.shell)
    section.setParent(hand.window)
    section.show_book(backup_book(hand.dossier))
    return section._choose("", Keeping(newest=hand.dice.randint(1, 9)))


STEPS: Mapping[str, Step] = {
    "pages/assessment/keeper.py SheetKeeper._newest_read": judge_newest,
    "pages/assessment/keeper.py SheetKeeper._run": score,
    "pages/assessment/keeper.py SheetKeeper.save": score,
    "pages/candidacies/copy_asking.py _keeping": ask_copy,
    "pages/candidacies/reading.py ReadingView.read": import_mail,
    "pages/letters/signing.py Signing._keep": sign,
    "pages/letters/workshop.py Workshop._keep": make_letters,
    "pages/planning/steps.py keeping": keep_plan,
    "pages/planning/steps.py moving": move,
    "pages/planning/steps.py restoring": restore_plan,
    "pages/rebuttal/verbs.py dismissing": dismiss,
    "pages/rebuttal/verbs.py reading_mail": read_mail,
    "pages/session/steps.py candidate_moved": move_candidate,
    "pages/session/steps.py shifting": run_late,
    "pages/settings/backups_section.py BackupsSection._choose": choose_copies,
    "pages/settings/retention_fields.py RetentionFields._keep": retain,
    "pages/settings/word_fields.py WordFields._run": paper,
}
"""By place, as in ``steps.py``."""
