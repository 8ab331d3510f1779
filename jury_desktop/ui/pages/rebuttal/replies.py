"""The mail that may be a rebuttal and waits for the regisseur to say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.services.rebuttal_mail import Reply, dismiss_mail
from jury_desktop.services.rebuttal_register import register_rebuttal
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.pages.rebuttal.words import match_reasons, reply_pill
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel, button, label, row
from jury_desktop.ui.widgets.cells import PillCell
from jury_desktop.ui.widgets.narrow import GiveWay
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.table import Table

tr = area("rebuttal")


class Replies(Panel):
    """Message by message: register it, or say that it is no rebuttal. Hidden while there is none.

    :ivar register_wanted: carries the :class:`Reply` to register.
    :ivar dismiss_wanted: carries the one that is no rebuttal.
    """

    register_wanted = Signal(object)
    dismiss_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(margins=(10, 12, 10, 10))
        self._references: Mapping[str, str] = {}
        self.heading = label("", "heading")
        self.table = Table(RowsModel(self._columns(), _key), tr("Mail that may be a rebuttal"))
        self.table.opened.connect(self.register_wanted)
        self.table.chosen.connect(self._chosen)
        GiveWay(self.table, 1)
        self._why = label("", "small", wrap=True)
        self.register = button(tr("Register…"), self.ask_register)
        self.dismiss = button(tr("No rebuttal"), self._dismiss)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._why)
        self.body.addLayout(row(None, self.dismiss, self.register))

    def show_replies(self, replies: Sequence[Reply], references: Mapping[str, str]) -> None:
        """Show what waits; ``references`` are the numbers of the candidacies by id."""
        self._references = references
        self.heading.setText(tr("%n messages may be a rebuttal", "", len(replies)))
        self.setVisible(bool(replies))
        self.table.rows.set_rows(replies)
        if replies and self.table.current() is None:
            self.table.choose(_key(replies[0]))
        self._chosen(self.table.current())

    def _chosen(self, reply: Reply | None) -> None:
        self.register.setEnabled(reply is not None)
        self.dismiss.setEnabled(reply is not None)
        self._why.setText("" if reply is None else self._told(reply))
        self.dismiss.setText(tr("Nothing more") if reply and reply.registered else tr("No rebuttal"))

    def _told(self, reply: Reply) -> str:
        of = reply.left(self._references)
        if not of:
            return tr("Nothing in the message says which candidate it is from.")
        known = " · ".join(f"{self._references[key]}: {match_reasons(reply.match, key)}" for key in of)
        if not reply.registered:
            return known
        done = ", ".join(self._references[key] for key in reply.registered if key in self._references)
        return tr("Registered for {references}; it points to another too. {known}").format(
            references=done, known=known
        )

    @asks(register_rebuttal)
    def ask_register(self) -> None:
        """Register the chosen message."""
        if (reply := self.table.current()) is not None:
            self.register_wanted.emit(reply)

    @asks(dismiss_mail)
    def _dismiss(self) -> None:
        if (reply := self.table.current()) is not None:
            self.dismiss_wanted.emit(reply)

    def _columns(self) -> tuple[Column[Reply], ...]:
        return (
            Column(tr("Arrived"), _arrived, Look.FIGURES, order=_moment, width=108),
            Column(tr("Sender"), _sender, width=170),
            Column(tr("Subject"), lambda reply: reply.mail.subject or tr("(no subject)"), Look.STRONG),
            Column(
                tr("From"),
                lambda reply: reply_pill(reply, self._references).text,
                mark=lambda reply: reply_pill(reply, self._references),
                delegate=PillCell,
                width=92,
            ),
        )


def _key(reply: Reply) -> str:
    return reply.mail.sha256


def _arrived(reply: Reply) -> str:
    text = f"{reply.moment.astimezone(BRUSSELS):%d/%m %H:%M}"
    return text if reply.proven else f"{text} ?"


def _moment(reply: Reply) -> str:
    return reply.moment.isoformat()


def _sender(reply: Reply) -> str:
    return reply.mail.sender.name or reply.mail.sender.email
