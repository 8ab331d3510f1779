"""Letters: drafted from the dossier, kept, made final when nothing is wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from jury_desktop.domain.anchor import Anchor, anchor_of
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.due import Due
from jury_desktop.domain.envelope import NBN, Envelope
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.letter import LetterData, LetterProblem, LetterType, ProblemKind
from jury_desktop.domain.letter_texts import SHIPPED, LetterTexts
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Letter, LetterState
from jury_desktop.domain.rights import Right
from jury_desktop.domain.term import Channel, Communication
from jury_desktop.letters.calendar import Edition
from jury_desktop.services.admission import needs
from jury_desktop.services.envelopes import envelope_of, layout_of
from jury_desktop.services.letter_book import LetterKey, LetterRow, letter_row, letter_rows
from jury_desktop.services.letter_data import basis_of, lasting_data, letter_data
from jury_desktop.services.letter_grounds import as_kept, sentences_of
from jury_desktop.services.letter_heed import remarks_on
from jury_desktop.services.letter_texts import logo_of, pictured
from jury_desktop.services.letter_told import decision_told, told_in
from jury_desktop.services.letter_wanted import Wanted
from jury_desktop.services.letterhead import house_of
from jury_desktop.services.new_ids import new_id
from jury_desktop.services.plan_edition import edition_of
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.rounds import selection_of

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class LetterJob:
    """A letter to be made: what it is, all it says, and the hash of what it rests on.

    :param told: what it tells, part by part.
    :param decision: what it makes known, in its own words; "" where it announces nothing.
    :param planned: the day and the way in which it is meant to leave.
    :param edition: the state of the plan, for the calendar file of an invitation.
    :param frozen: the PDF of a letter that is final already and still right; it is never made anew.
    :param unconfirmed: a second person has still to confirm the decision that it makes known.
    :param grounds: what each sentence of its motivation rests on, as it is kept; empty where it gives none.
    :param envelope: where the address stands on what is made now.
    :param before: the letter that stood when this was read; what somebody made final since is not replaced.
    :param texts: how letters are worded in the dossier.
    :param remarks: what pre-flight cannot see in the letter by itself.
    :param anchor: of the journal as it was when this was read; printed at the foot.
    """

    key: LetterKey
    reference: str
    data: LetterData
    basis: str
    told: str
    decision: str
    opens_term: bool
    planned: Communication
    edition: Edition
    frozen: bytes = b""
    unconfirmed: bool = False
    grounds: bytes = b""
    envelope: Envelope = NBN
    before: Letter | None = None
    texts: LetterTexts = SHIPPED
    remarks: tuple[LetterProblem, ...] = ()
    anchor: Anchor | None = None

    @property
    def type(self) -> LetterType:
        """Which kind of letter it is."""
        return self.key.type


@dataclass(frozen=True, slots=True)
class DraftedLetter:
    """A letter as made: the PDF with its SHA-256, its text, and what pre-flight found."""

    job: LetterJob
    pdf: bytes
    sha256: str
    subject: str
    text: str
    problems: tuple[LetterProblem, ...]

    @property
    def can_be_final(self) -> bool:
        """Whether no problem stands in the way."""
        return not any(problem.blocking for problem in self.problems)


@needs(Right.SEE_LETTERS)
def letter_jobs(
    dossier: Dossier, keys: Sequence[LetterKey] | None = None, planned: Communication | None = None
) -> tuple[LetterJob, ...]:
    """What has to be written: the letters named, or all that are owed and not sent.

    :param planned: how and when they will leave; without it as each was planned, by e-mail today if it was
        not. A letter that is final and still right is then taken as it is.
    :raises JuryError: the planned day lies in the past.
    """
    today = dossier.now().astimezone(BRUSSELS).date()
    if planned is not None and planned.sent < today:
        raise refuse("letter_book.planned_in_the_past", day=planned.sent)
    with dossier.read() as uow:
        selection = selection_of(uow)
        house, edition = house_of(selection.call, uow.settings), edition_of(uow)
        envelope = envelope_of(uow.settings)
        if keys is None:
            rows = [row for row in letter_rows(selection, house) if not row.sent]
        else:
            rows = [letter_row(selection, house, key) for key in keys]
        newest = uow.journal.newest()
        anchor = anchor_of(newest) if newest else None
        jobs, logo = [], logo_of(uow, selection.texts)
        for row in rows:
            kept = row.letter if row.may_leave and planned is None else None
            how = planned or planned_of(row, today)
            wanted = Wanted(selection, house, row.candidacy, Due(row.type, row.about), how)
            job = _job(row, wanted, edition, envelope, uow.blobs.get(kept.pdf) if kept else b"")
            data = pictured(job.data, logo, selection.texts.logo_alt)
            remarks = remarks_on(wanted, job.told)
            jobs.append(replace(job, data=data, remarks=remarks, anchor=anchor))
    return tuple(jobs)


def _job(row: LetterRow, wanted: Wanted, edition: Edition, envelope: Envelope, frozen: bytes) -> LetterJob:
    data, lasting = letter_data(wanted), lasting_data(wanted)
    return LetterJob(
        row.key,
        row.candidacy.reference,
        data,
        basis_of(wanted, lasting),
        told_in(wanted, lasting),
        decision_told(wanted),
        wanted.opens_term,
        wanted.planned,
        edition,
        frozen,
        wanted.unconfirmed,
        as_kept(sentences_of(wanted)) if data.rows else b"",
        envelope,
        row.letter,
        wanted.selection.texts,
    )


def planned_of(row: LetterRow, today: date) -> Communication:
    """How a letter is meant to leave: as it was planned, though never before today."""
    letter = row.letter
    if letter is None or not letter.planned_channel:
        return Communication(today, Channel.EMAIL)
    day = letter.dated or today
    return Communication(day if row.may_leave else max(day, today), Channel(letter.planned_channel))


def draft_letters(
    jobs: Sequence[LetterJob], progress: Progress | None = None, cancelled: Callable[[], bool] | None = None
) -> tuple[DraftedLetter, ...]:
    """Makes the PDFs; needs no dossier, so it can run beside the database work.

    :param cancelled: whether to stop; what is whole by then is given.
    """
    drafted: list[DraftedLetter] = []
    for done, job in enumerate(jobs):
        if cancelled is not None and cancelled():
            break
        if progress is not None:
            progress(done, len(jobs), job.data.organisation)
        drafted.append(draft_letter(job))
    return tuple(drafted)


def draft_letter(job: LetterJob) -> DraftedLetter:
    """Makes one PDF and looks it over."""
    from jury_desktop.letters.rendering import render

    made = render(job.type, job.data, layout=layout_of(job.envelope), texts=job.texts, anchor=job.anchor)
    pdf = job.frozen or made.pdf
    sha256 = hashlib.sha256(pdf).hexdigest()
    problems = (*_unconfirmed(job), *made.problems, *job.remarks)
    return DraftedLetter(job, pdf, sha256, made.subject, made.text, problems)


def _unconfirmed(job: LetterJob) -> tuple[LetterProblem, ...]:
    problem = LetterProblem(ProblemKind.UNCONFIRMED, say("letters.unconfirmed"))
    return (problem,) if job.unconfirmed else ()


@needs(Right.WRITE_LETTERS)
def keep_letters(
    dossier: Dossier, drafted: Sequence[DraftedLetter], *, final: bool = False
) -> tuple[Letter, ...]:
    """Keeps letters as drafts, or as final ones; a letter with a blocking problem stays a draft.

    A sent letter is never replaced, nor a final one that is still right, or that somebody made so meanwhile.
    """
    if final:
        dossier.turning()
    with dossier.change() as uow:
        before = {letter.id: letter for letter in uow.letters.find()}
        kept = tuple(_keep(uow, letter, final, dossier.now()) for letter in drafted)
        if made := sum(before.get(letter.id) != letter for letter in kept):
            uow.journal.append("letters.made", "letters", str(made))
        return kept


@needs(Right.WRITE_LETTERS)
def take_back_letters(dossier: Dossier, made: Sequence[Letter], earlier: Sequence[Letter]) -> None:
    """Puts back the letters that stood before some were made: the ``earlier`` ones, or none.

    Refused for a letter that has been made anew or sent since.
    """
    before = {letter.id: letter for letter in earlier}
    with dossier.change() as uow:
        for letter in made:
            reference = uow.candidacies.get(letter.candidacy).reference
            if uow.letters.find(id=letter.id) != (letter,):
                raise RuleError(say("letter_book.changed_since", reference=reference))
            old = before.get(letter.id)
            if old is None:
                uow.letters.remove(letter.id)
            else:
                uow.letters.save(old)
            record_change(uow, "letter.withdrawn", ("candidacy", reference), letter, old)


def _keep(uow: UnitOfWork, drafted: DraftedLetter, final: bool, now: datetime) -> Letter:
    job = drafted.job
    candidacy, type_, about = job.key
    old = next(iter(uow.letters.find(candidacy=candidacy, type=type_.value, about=about)), None)
    if old is not None and old.sent:
        raise RuleError(say("letter_book.already_sent", reference=job.reference))
    if old is not None and (job.frozen or (old.state is LetterState.FINAL and old != job.before)):
        return old
    new = Letter(
        id=old.id if old else new_id("letter", candidacy, type_.value, about),
        candidacy=candidacy,
        type=type_.value,
        about=about,
        state=LetterState.FINAL if final and drafted.can_be_final else LetterState.DRAFT,
        pdf=uow.blobs.put(drafted.pdf),
        basis=job.basis,
        created_at=now,
        decision=job.decision,
        planned_channel=job.planned.channel.value,
        dated=job.planned.sent,
        term_end=job.data.term_end if job.opens_term else None,
        told=job.told,
        grounds=uow.blobs.put(job.grounds) if job.grounds else "",
    )
    uow.letters.save(new)
    record_change(uow, f"letter.{new.state.value}", ("candidacy", job.reference), old, new)
    return new
