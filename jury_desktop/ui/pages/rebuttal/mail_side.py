"""The message beside the form in which it is registered: read left, write right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from jury_desktop.domain.mail import Mail
from jury_desktop.services.rebuttal_mail import Reply
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, note, row
from jury_desktop.wording import moment

tr = area("rebuttal")

LONGEST = 60_000
"""Characters of a message and its attachments that are shown."""


class MailSide(QWidget):
    """A message with its text, of which a part can be taken as an argument.

    :ivar taken: the user takes this text as an argument.
    """

    taken = Signal(str)

    def __init__(self, reply: Reply, language: str) -> None:
        super().__init__()
        mail = reply.mail
        self.text = QPlainTextEdit(said(mail)[:LONGEST])
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Text of the message"))
        self.take = button(tr("Selection as argument"), self._take, icon="plus")
        self.take.setShortcut("Ctrl+Shift+A")
        self.take.setToolTip(self.take.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(mail.subject or tr("(no subject)"), "heading", wrap=True, select=True))
        sender = f"{mail.sender.name} <{mail.sender.email}>".strip()
        column.addWidget(label(sender, "muted", wrap=True, select=True))
        column.addWidget(_arrival(reply, language))
        if not reply.readable:
            text = tr("It could not be read. Open it in your mail program and write its arguments down.")
            column.addWidget(note(text, Tone.WARN))
        column.addWidget(self.text, 1)
        if mail.attachments:
            names = ", ".join(file.name for file in mail.attachments)
            column.addWidget(label(tr("Attachments: {names}").format(names=names), "small", wrap=True))
        column.addLayout(row(self.take, None))

    def _take(self) -> None:
        chosen = self.text.textCursor().selectedText().replace("\u2029", "\n").strip()
        if chosen:
            self.taken.emit(chosen)


def said(mail: Mail) -> str:
    """What a message says, its readable attachments included where they say more."""
    return mail.form_text if len(mail.form_text) > len(mail.text) else mail.text


def _arrival(reply: Reply, language: str) -> QWidget:
    when = moment(reply.moment, language)
    if reply.proven:
        return label(
            tr("Arrived {moment}, proven by our mail server").format(moment=when), "small", wrap=True
        )
    text = tr("Nothing proves when it arrived; it says {moment}. Establish the moment yourself.")
    return note(text.format(moment=when), Tone.WARN)
