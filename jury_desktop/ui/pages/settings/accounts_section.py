"""Aanmelden: whether everybody proves who they are, who may, and after how long the window locks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from jury_desktop.domain.role import Role
from jury_desktop.services.accounts import (
    AccountRow,
    Accounts,
    HandedOut,
    add_jury,
    add_person,
    begin_accounts,
    draw_secret,
    end_accounts,
    remove_account,
    renew_recovery,
    set_lock_minutes,
)
from jury_desktop.ui import theme
from jury_desktop.ui.allowed import asks, only_for
from jury_desktop.ui.pages.settings import account_steps
from jury_desktop.ui.pages.settings.section import Section
from jury_desktop.ui.shell import Answer, Choice, Question, Shell
from jury_desktop.ui.sign_in.account_dialogs import BeginDialog, PersonDialog
from jury_desktop.ui.sign_in.handed_out import HandedOutDialog
from jury_desktop.ui.sign_in.words import honest, role_name
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.form import Field, number_box
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.table import Table
from jury_desktop.wording import moment

tr = area("sign_in")
ROWS = 8
"""Accounts in sight without scrolling."""


class AccountsSection(Section):
    """The accounts of the open dossier."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(
            tr("Signing in"),
            tr("At a computer that several people share each works under their own name and role."),
        )
        self._shell = shell
        self._shown: Accounts | None = None
        self.begin = button(tr("Make signing in obligatory…"), self._ask_begin, part="primary", icon="lock")
        self.jury = button("", self._add_jury, part="primary", icon="users")
        self.person = button(tr("Another person…"), self._ask_person, icon="plus")
        self.table: Table[AccountRow] = Table(
            RowsModel(self._columns(), lambda each: each.id), tr("Accounts"), tr("Nobody has to sign in.")
        )
        self.another = button(tr("Another code…"), self._ask_another, icon="key-round")
        self.key = button(tr("New recovery key…"), self._ask_key)
        self.remove = button(tr("Remove…"), self._ask_remove, icon="trash-2")
        self.minutes = only_for(number_box(0, 240, 10, tr("minutes")), set_lock_minutes)
        self.end = button(tr("Nobody signs in any more…"), self._ask_end, part="link")
        self._fill()
        self.table.chosen.connect(self._offer)
        self.minutes.editingFinished.connect(self._minutes_changed)

    def _fill(self) -> None:
        self.table.setMinimumHeight((ROWS + 1) * theme.metrics().row)
        lock = Field(
            tr("Lock without use after"),
            self.minutes,
            tr("0 is never. Ctrl+L locks at once, for another user too."),
        )
        self.body.addLayout(row(self.begin, self.jury, self.person, None))
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row(self.another, self.key, self.remove, None))
        self.body.addLayout(row(lock, None))
        self.body.addWidget(label(honest(), "small", wrap=True))
        self.body.addLayout(row(self.end, None))
        self.body.addStretch()  # takes the room where there is no table yet
        self._begun = (
            self.jury,
            self.person,
            self.table,
            self.another,
            self.key,
            self.remove,
            lock,
            self.end,
        )

    def _columns(self) -> tuple[Column[AccountRow], ...]:
        return (
            Column(tr("Name"), lambda each: each.note.name, Look.STRONG),
            Column(tr("Role"), lambda each: role_name(each.note.role), width=120),
            Column(tr("State"), self._state, Look.MUTED, tip=self._state, width=230),
        )

    def _state(self, each: AccountRow) -> str:
        if each.waits_until is not None:
            until = moment(each.waits_until, self._shell.language)
            return tr("waits until {moment} after wrong codes").format(moment=until)
        return tr("still has the code you gave") if each.note.provisional else ""

    # showing

    def show_accounts(self, shown: Accounts) -> None:
        """Show who may sign in."""
        self._shown = shown
        begun = bool(shown.rows)
        self.begin.setVisible(not begun)
        for part in self._begun:
            part.setVisible(begun)
        self.jury.setText(tr("Accounts for %n on the list of the jury", "", len(shown.without)))
        self.jury.setVisible(begun and bool(shown.without))
        if not self.minutes.hasFocus():
            self.minutes.setValue(shown.lock_minutes)
        self.table.rows.set_rows(shown.rows)
        if begun and self.table.current() is None:
            self.table.choose(shown.rows[0].id)
        self._offer()

    def _offer(self, _chosen: object = None) -> None:
        chosen = self.table.current()
        regisseur = chosen is not None and chosen.note.role is Role.REGISSEUR
        for part in (self.another, self.remove):
            part.setEnabled(chosen is not None)
        self.key.setEnabled(regisseur)

    # steps

    @asks(begin_accounts)
    def _ask_begin(self) -> None:
        dialog = BeginDialog(self._shell.user, self._shell.language, self.window())
        dialog.given.connect(self._begin)
        dialog.open()

    def _begin(self, name: str, secret: str) -> None:
        self._shell.run_operation(account_steps.beginning(name, secret, self._has_begun))

    def _has_begun(self, key: str) -> None:
        """The key, before the screen on which the regisseur signs in like everybody from now on."""
        HandedOutDialog.recovery_key(key, self.window()).open()
        self._shell.switch_user()

    @asks(add_jury)
    def _add_jury(self) -> None:
        if self._shown is not None:
            without = (juror.id for juror in self._shown.without)
            self._shell.run_operation(account_steps.adding_jury(without, self._show_codes))

    @asks(add_person)
    def _ask_person(self) -> None:
        dialog = PersonDialog(self.window())
        dialog.given.connect(self._add_person)
        dialog.open()

    def _add_person(self, role: str, name: str) -> None:
        self._shell.run_operation(account_steps.adding(Role(role), name, self._show_code))

    def _show_code(self, handed: HandedOut) -> None:
        self._show_codes((handed,))

    def _show_codes(self, handed: tuple[HandedOut, ...]) -> None:
        HandedOutDialog.codes(handed, self.window()).open()

    @asks(draw_secret)
    def _ask_another(self) -> None:
        if (chosen := self.table.current()) is not None:
            text = tr("{name} signs in with a new code from now on; the one before opens nothing any more.")
            self._ask(tr("Another code"), text, chosen, partial(self._another, chosen))

    def _another(self, chosen: AccountRow, _answer: Answer) -> None:
        self._shell.run_operation(account_steps.another_code(chosen, self._show_code))

    @asks(renew_recovery)
    def _ask_key(self) -> None:
        if (chosen := self.table.current()) is not None:
            text = tr("{name} gets a new recovery key; the one before opens nothing any more.")
            self._ask(tr("New recovery key"), text, chosen, partial(self._new_key, chosen))

    def _new_key(self, chosen: AccountRow, _answer: Answer) -> None:
        self._shell.run_operation(account_steps.another_key(chosen, self._show_key))

    def _show_key(self, key: str) -> None:
        HandedOutDialog.recovery_key(key, self.window()).open()

    @asks(remove_account)
    def _ask_remove(self) -> None:
        if (chosen := self.table.current()) is not None:
            text = tr("{name} cannot sign in any more. What was done under that name stays.")
            self._ask(tr("Remove the account"), text, chosen, partial(self._remove, chosen))

    def _remove(self, chosen: AccountRow, _answer: Answer) -> None:
        self._shell.run_operation(account_steps.removing(chosen))

    def _ask(self, title: str, text: str, chosen: AccountRow, answered: Callable[[Answer], object]) -> None:
        choice = Choice("yes", title, danger=True)
        self._shell.ask(Question(title, text.format(name=chosen.note.name), (choice,)), answered)

    @asks(end_accounts)
    def _ask_end(self) -> None:
        text = tr(
            "All accounts go. Whoever opens this dossier then sees and does everything, as the regisseur."
        )
        choice = Choice("yes", tr("Remove all accounts"), danger=True)
        self._shell.ask(Question(tr("Nobody signs in any more"), text, (choice,)), self._end)

    def _end(self, _answer: Answer) -> None:
        self._shell.run_operation(account_steps.ending(self._ended))

    def _ended(self, _result: None) -> None:
        self._shell.switch_user()

    def _minutes_changed(self) -> None:
        minutes = self.minutes.value()
        if self._shown is not None and self._shown.rows and minutes != self._shown.lock_minutes:
            self._shell.run_operation(account_steps.locking_after(minutes))
