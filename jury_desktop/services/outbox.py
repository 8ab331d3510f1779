"""What leaves: final letters set out in a folder, as mails that wait, as one file to print, and in a list.

Nothing is sent here, and nothing noted; that it left is told with ``services/dispatch.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from pathlib import Path

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.disk import cause
from jury_desktop.domain.errors import Cancelled, refuse
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.rights import Right
from jury_desktop.domain.table import Column, Table, table
from jury_desktop.domain.term import Channel
from jury_desktop.services.admission import needs
from jury_desktop.services.dispatch import address_for
from jury_desktop.services.envelopes import sheet_to_try
from jury_desktop.services.letter_book import LetterKey, letter_rows
from jury_desktop.services.letter_files import calendar_of, letter_stem
from jury_desktop.services.letter_mail import MailLetter, letter_mail
from jury_desktop.services.letterhead import house_of
from jury_desktop.services.letters import LetterJob, Progress, letter_jobs
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import selection_of
from jury_desktop.services.table_files import as_csv
from jury_desktop.services.whole_files import fill_folder
from jury_desktop.wording import render


class Paper(StrEnum):
    """Which letters come into the file to print."""

    NONE = "none"
    POST = "post"
    """Those that are meant to leave on paper."""
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Wish:
    """How letters are to be set out; the PDFs and the list always are.

    :param mails: a draft for each letter that is meant to leave by e-mail.
    :param two_sided: each letter begins on a sheet of its own.
    """

    mails: bool = True
    paper: Paper = Paper.POST
    two_sided: bool = True


@dataclass(frozen=True, slots=True)
class Parcel:
    """A final letter with all that is needed to send it.

    :param address: where it goes by the way in which it is meant to leave.
    :param pdf: the file that leaves: the signed one where there is one.
    """

    letter: Letter
    job: LetterJob
    address: str
    pdf: bytes

    @property
    def by_mail(self) -> bool:
        """Whether it is meant to leave by e-mail."""
        return self.job.planned.channel is Channel.EMAIL

    @property
    def mail(self) -> MailLetter:
        """The letter as a mail."""
        return MailLetter(self.address, letter_stem(self.job), self.job.data, self.pdf, calendar_of(self.job))


@dataclass(frozen=True, slots=True)
class SetOut:
    """What was set out, and where.

    :param unaddressed: references of the letters that go by mail and have no address that can be used.
    """

    folder: Path
    letters: int
    mails: int
    printed: int
    unaddressed: tuple[str, ...] = ()


@needs(Right.TAKE_OUT)
def parcels(dossier: Dossier, keys: Sequence[LetterKey] | None = None) -> tuple[Parcel, ...]:
    """The letters that may leave, of those named or of all: final, right, and confirmed where asked."""
    with dossier.read() as uow:
        selection = selection_of(uow)
        rows = letter_rows(selection, house_of(selection.call, uow.settings))
    named = frozenset(keys) if keys is not None else None
    ready = [row.key for row in rows if row.may_leave and (named is None or row.key in named)]
    jobs = [job for job in letter_jobs(dossier, ready) if not job.unconfirmed]
    with dossier.read() as uow:
        return tuple(
            Parcel(
                letter,
                job,
                address_for(letter, selection.candidacy(letter.candidacy), job.planned.channel),
                uow.blobs.get(letter.signed) if letter.signed else job.frozen,
            )
            for job in jobs
            if (letter := job.before) is not None
        )


def set_out(
    ready: Sequence[Parcel],
    parent: Path,
    wish: Wish,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> SetOut:
    """Writes a new folder in ``parent``, whole or not at all; needs no dossier.

    :raises JuryError: nothing can leave yet, or the folder cannot be written.
    """
    if not ready:
        raise refuse("letter_book.nothing_to_set_out")
    work = _Work(ready, wish, progress, cancelled)
    name = render(say("letter_book.outbox_folder", day=f"{max(p.job.planned.sent for p in ready)}"), "nl")
    try:
        folder = fill_folder(parent / name, work.fill)
    except OSError as error:
        raise refuse("letter_book.cannot_write", folder=str(parent), detail=cause(error)) from error
    return SetOut(folder, len(ready), work.mails, len(work.on_paper), tuple(work.unaddressed))


class _Work:
    """Fills one folder."""

    def __init__(
        self,
        ready: Sequence[Parcel],
        wish: Wish,
        progress: Progress | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._ready, self._wish, self._progress, self._cancelled = ready, wish, progress, cancelled
        all_of_them, post = wish.paper is Paper.ALL, wish.paper is Paper.POST
        self.on_paper = [p for p in ready if all_of_them or (post and not p.by_mail)]
        self.mails = 0
        self.unaddressed: list[str] = []

    def fill(self, folder: Path) -> None:
        """Letters and drafts one by one, then the file to print and the list."""
        steps = len(self._ready) + len(self.on_paper)
        for done, parcel in enumerate(self._ready):
            self._step(done, steps, parcel)
            self._write(folder, parcel)
        if self.on_paper:
            self._print(folder, steps)
        (folder / "lijst.csv").write_bytes(as_csv(dispatch_list(self._ready, self.unaddressed), "nl"))

    def _write(self, folder: Path, parcel: Parcel) -> None:
        mail = parcel.mail
        _put(folder / "brieven" / f"{mail.stem}.pdf", parcel.pdf)
        if mail.calendar:
            _put(folder / "brieven" / f"{mail.stem}.ics", mail.calendar)
        if not (self._wish.mails and parcel.by_mail):
            return
        if mail.addresses.usable:
            _put(folder / "mails" / f"{mail.stem}.eml", letter_mail(mail, _subject(parcel)))
            self.mails += 1
        else:
            self.unaddressed.append(parcel.job.reference)

    def _print(self, folder: Path, steps: int) -> None:
        from jury_desktop.letters.print_batch import print_batch

        def before(number: int) -> None:
            self._step(len(self._ready) + number, steps, self.on_paper[number])

        contents = (parcel.pdf for parcel in self.on_paper)
        whole = print_batch(contents, two_sided=self._wish.two_sided, before=before)
        _put(folder / "afdruk.pdf", whole)
        first = self.on_paper[0].job
        made = datetime.combine(first.planned.sent, time(12), BRUSSELS)
        _put(folder / "proefblad.pdf", sheet_to_try(first.envelope, made))

    def _step(self, done: int, steps: int, parcel: Parcel) -> None:
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        if self._progress is not None:
            self._progress(done, steps, parcel.job.data.organisation)


def dispatch_list(ready: Sequence[Parcel], unaddressed: Sequence[str] = ()) -> Table:
    """The letters that are set out, with where each goes and the hash by which it is known."""
    columns = (
        Column("reference", 9),
        Column("organisation", 30),
        Column("letter", 20),
        Column("channel", 14),
        Column("address", 40, personal=True),
        Column("leaves_on", 12),
        Column("file", 40),
        Column("sha256", 64),
        Column("sha256_unsigned", 64),
        Column("remark", 30),
    )
    return table("dispatch", columns, _lines(ready, unaddressed))


def _lines(ready: Sequence[Parcel], unaddressed: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for parcel in ready:
        job, letter = parcel.job, parcel.letter
        good = parcel.mail.addresses.good if parcel.by_mail else (parcel.address,)
        remark = _remark(parcel) if job.reference in unaddressed or not parcel.address else None
        yield (
            job.reference,
            job.data.organisation,
            job.data.reference.rpartition("/")[2],
            job.planned.channel.name.lower(),
            ", ".join(good),
            f"{job.planned.sent:%d/%m/%Y}",
            f"brieven/{letter_stem(job)}.pdf",
            letter.leaves,
            letter.pdf,
            render(remark, "nl") if remark else "",
        )


def _remark(parcel: Parcel) -> Message:
    if not parcel.address:
        return say("letter_book.remark_no_address")
    return say("letter_book.remark_bad_address", address=" ".join(parcel.address.split()))


def _subject(parcel: Parcel) -> str:
    """What the frozen letter itself says it is about."""
    from jury_desktop.letters.print_batch import title_of

    return title_of(parcel.pdf)


def _put(file: Path, content: bytes) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
