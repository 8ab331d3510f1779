"""A final letter as a mail that waits to be sent, with the letter itself as it was frozen."""

from __future__ import annotations

from dataclasses import dataclass

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.letter import LetterData
from jury_desktop.domain.mail_address import Addresses, addresses_in
from jury_desktop.letters.markdown import clean
from jury_desktop.services.letter_words import words
from jury_desktop.services.mail_draft import Enclosed, mail_draft
from jury_desktop.wording import day

_PDF, _CALENDAR = "application/pdf", "text/calendar"


@dataclass(frozen=True, slots=True)
class MailLetter:
    """A letter that goes by mail.

    :param to: the field in which its address stands, as it was filled in.
    :param stem: how its files are called.
    :param pdf: the file that leaves, signed or not.
    :param calendar: the pitch for a calendar, with an invitation.
    """

    to: str
    stem: str
    data: LetterData
    pdf: bytes
    calendar: bytes = b""

    @property
    def addresses(self) -> Addresses:
        """To whom it goes."""
        return addresses_in(self.to)


def letter_mail(letter: MailLetter, subject: str) -> bytes:
    """The draft (``.eml``): the letter is the attachment, its subject that of the mail.

    :param subject: what the letter itself says it is about.
    """
    files = [Enclosed(f"{letter.stem}.pdf", letter.pdf, _PDF)]
    if letter.calendar:
        files.append(Enclosed(f"{letter.stem}.ics", letter.calendar, _CALENDAR))
    to = ", ".join(letter.addresses.good)
    return mail_draft(to, subject, _text(letter, subject), files=files)


def _text(letter: MailLetter, subject: str) -> str:
    data = letter.data
    said = words("mail_letter", dated=data.dated, reference=data.reference, subject=subject)
    parts = [f"{data.salutation},", said]
    if data.term_end is not None and data.rebuttal_to:
        end = data.term_end.astimezone(BRUSSELS)
        parts.append(words("mail_term", day=day(end.date(), "nl", "EEEE d MMMM y"), hour=f"{end:%H.%M}"))
    if letter.calendar:
        parts.append(words("mail_calendar"))
    closing = (data.signatory.name, data.signatory.role, data.sender.name, data.contact.phone)
    parts.append("\n".join([words("mail_greeting"), *filter(None, closing)]))
    return clean("\n\n".join(parts)) + "\n"
