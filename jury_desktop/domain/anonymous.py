"""A selection without what says who anybody is: what stays are scores, terms, decisions and their numbers.

Names, addresses, mails, files and everything that people typed are left out. Candidates go by their number,
jurors by a letter that says nothing; ids are made anew, so that nothing leads back to a mail or a person.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.candidacy import Candidacy, Version
from jury_desktop.domain.conflict import Conflict
from jury_desktop.domain.decision import Decision, MotivationLine
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.meeting import Meeting, letters_of
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.pitch import Assignment, LeftOut, PitchPlan, PlanInstance, StoredPlan
from jury_desktop.domain.pitch_windows import KeptWindow
from jury_desktop.domain.rebuttal import Rebuttal
from jury_desktop.domain.session import PitchRun
from jury_desktop.domain.sheet import Answer, Sheet
from jury_desktop.domain.talk import Agreed, SecondLook, Talk


@dataclass(frozen=True, slots=True)
class Forms:
    """What stands in the place of names: a candidate's with ``{reference}``, a juror's with ``{letter}``."""

    candidate: str
    juror: str


class Anonymous:
    """Makes things anonymous; the same thing becomes the same, as long as the salt is the same.

    :param salt: random and kept nowhere: with it, whoever knows an id could find it again.
    """

    def __init__(self, jurors: Iterable[Juror], forms: Forms, salt: str) -> None:
        self._forms, self._salt = forms, salt
        self._letters = letters_of((juror.id for juror in jurors), salt)

    def key(self, key: str) -> str:
        """Another id for an id; none for none."""
        return hashlib.sha256(f"{self._salt}\0{key}".encode()).hexdigest() if key else ""

    def candidacy(self, known: Candidacy) -> Candidacy:
        """Number, challenges, municipalities, and when it came."""
        return replace(
            known,
            id=self.key(known.id),
            organisation=self._forms.candidate.format(reference=known.reference),
            contact="",
            email="",
            phone="",
            address="",
            partners=(),
            versions=tuple(map(_version, known.versions)),
            admissibility_reason="",
            unavailable=(),
            preferred_windows=(),
            checks=tuple(replace(check, reason="") for check in known.checks),
        )

    def juror(self, known: Juror) -> Juror:
        """A letter; what tells a juror from the others is left out, but for the challenges."""
        name = self._forms.juror.format(letter=self._letters[known.id])
        return replace(known, id=self.key(known.id), name=name, organisation="", email="", role="")

    def conflict(self, known: Conflict) -> Conflict:
        """Whether it bars, and of whom with what."""
        key = self.key(known.id)
        return replace(
            known, id=key, juror=self.key(known.juror), candidacy=self.key(known.candidacy), reason=""
        )

    def sheet(self, known: Sheet) -> Sheet:
        """Values and marks; of when it was submitted the day."""
        return replace(
            known,
            id=self.key(known.id),
            juror=self.key(known.juror),
            candidacy=self.key(known.candidacy),
            answers={key: Answer(each.value, each.not_applicable) for key, each in known.answers.items()},
            remark="",
            submitted_at=_day(known.submitted_at),
        )

    def decision(self, known: Decision) -> Decision:
        """What was decided and when, and on which scores each item rests."""
        return replace(
            known,
            id=self.key(known.id),
            candidacy=self.key(known.candidacy),
            summary="",
            lines=tuple(MotivationLine(each.item, "", self._keys(each.sheets)) for each in known.lines),
            revision_reason="",
            decided_by="",
            confirmed_by="",
            sent_back="",
        )

    def letter(self, known: Letter, rebuttals: Iterable[str]) -> Letter:
        """Its type and its days; ``rebuttals`` are the ids of those that letters may be about."""
        return replace(
            known,
            id=self.key(known.id),
            candidacy=self.key(known.candidacy),
            pdf="",
            basis="",
            sent_to="",
            postal_reference="",
            about=self.key(known.about) if known.about in set(rebuttals) else known.about,
            told="",
            grounds="",
            signed="",
            bounce="",
            receipt="",
        )

    def rebuttal(self, known: Rebuttal) -> Rebuttal:
        """Its days and outcome, and of each argument what it asked and how it was ruled."""
        return replace(
            known,
            id=self.key(known.id),
            candidacy=self.key(known.candidacy),
            letter=self.key(known.letter),
            points=tuple(replace(point, text="", answer="") for point in known.points),
            outcome_text="",
            mail=None,
            submitted_by="",
            extension_reason="",
        )

    def plan(self, known: StoredPlan) -> StoredPlan:
        """Who was heard when, by which letters."""
        return replace(
            known,
            id=self.key(known.id),
            instance=self._instance(known.instance),
            plan=self._pitch_plan(known.plan),
        )

    def run(self, known: PitchRun) -> PitchRun:
        """Its clock, and who was there."""
        jurors = tuple(replace(each, juror=self.key(each.juror), reason="") for each in known.jurors)
        candidate = replace(known.candidate, reason="") if known.candidate else None
        key, about = self.key(known.id), self.key(known.candidacy)
        return replace(known, id=key, candidacy=about, notes="", jurors=jurors, candidate=candidate)

    def talk(self, known: Talk) -> Talk:
        """How a vote came out, and on what the jury agreed without its words."""
        return replace(
            known,
            id=self.key(known.id),
            candidacy=self.key(known.candidacy),
            notes="",
            agreed=tuple(Agreed(a.item, "", self._keys(a.sheets), a.agreed_at) for a in known.agreed),
            looks=tuple(SecondLook("", look.asked_at, look.done_at) for look in known.looks),
        )

    def meeting(self, known: Meeting) -> Meeting:
        """When it was, and which letters were there."""
        key, present = self.key(known.id), self._keys(known.present)
        return replace(known, id=key, place="", chair="", secretary="", present=present, guests=())

    def window(self, known: KeptWindow) -> KeptWindow:
        """The hours of a session."""
        return replace(known, unanswered=self._keys(known.unanswered))

    def _keys(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(self.key, keys))

    def _instance(self, known: PlanInstance) -> PlanInstance:
        pitches = tuple(
            replace(pitch, organisations=(pitch.id,), unavailable=(), preferred_windows=())
            for pitch in known.pitches
        )
        jurors = tuple(replace(each, id=self.key(each.id), organisation="") for each in known.jurors)
        conflicts = tuple((self.key(juror), pitch) for juror, pitch in known.conflicts)
        return replace(known, pitches=pitches, jurors=jurors, conflicts=conflicts)

    def _pitch_plan(self, known: PitchPlan) -> PitchPlan:
        return replace(
            known,
            assignments=tuple(map(self._assignment, known.assignments)),
            left_out=tuple(LeftOut(each.pitch, ()) for each in known.left_out),
            explanation=(),
        )

    def _assignment(self, known: Assignment) -> Assignment:
        return replace(known, jurors=self._keys(known.jurors))


def _version(known: Version) -> Version:
    return replace(known, mail="", received_by="", attachments=(), fields=())


def _day(moment: datetime | None) -> datetime | None:
    """The day of a moment: at the minute somebody could be found again."""
    return datetime.combine(moment.astimezone(BRUSSELS).date(), time(), BRUSSELS) if moment else None
