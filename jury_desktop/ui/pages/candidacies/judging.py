"""The regisseur's judgement on form: asked for where it needs a reason, kept, and undone on Ctrl+Z."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.call import Call
from jury_desktop.domain.candidacy import TAKES_PART, Admissibility, Candidacy
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message
from jury_desktop.domain.proven import against_proof, in_doubt
from jury_desktop.services.candidacies import NEEDS_REASON, judge_admissibility, take_back_judgement
from jury_desktop.services.candidacy_file import CandidacyDetails
from jury_desktop.ui.operations import Operation, Subject, calling
from jury_desktop.ui.pages.candidacies.words import judgements, lacking_words, proof
from jury_desktop.ui.shell import Answer, Choice, Notice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.wording import moment, render

tr = area("candidacies")


@dataclass(frozen=True, slots=True)
class _Asked:
    details: CandidacyDetails
    verdict: Admissibility


class Judging(QObject):
    """Judges one candidacy at a time.

    :ivar judged: a judgement was kept; carries the candidacy.
    :ivar undone: a judgement was undone; carries the candidacy.
    """

    judged = Signal(object)
    undone = Signal(object)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._asked: _Asked | None = None

    def judge(self, details: CandidacyDetails, verdict: Admissibility) -> None:
        """Keep the judgement, after asking for a reason where the candidate must get one."""
        self._asked = _Asked(details, verdict)
        if verdict not in NEEDS_REASON and _warning(details.candidacy, verdict) is None:
            self._keep(details.candidacy, verdict, "")
            return
        self._shell.ask(question(details, verdict, self._shell.language), self._answered)

    def _answered(self, answer: Answer) -> None:
        if self._asked is not None:
            self._keep(self._asked.details.candidacy, self._asked.verdict, answer.reason)

    def _keep(self, candidacy: Candidacy, verdict: Admissibility, reason: str) -> None:
        text = tr("{reference}: {judgement}").format(
            reference=candidacy.reference, judgement=judgements()[verdict].text
        )
        operation = Operation(
            text,
            calling(judge_admissibility, candidacy.id, verdict, reason),
            frozenset({Subject.CANDIDACY}),
            inverse=lambda made: calling(take_back_judgement, made, candidacy),
            done=self._kept,
            failed=self._refused,
            undone=self._taken_back,
        )
        self._shell.run_operation(operation)

    def _refused(self, error: JuryError) -> None:
        """What the candidate was told already is only revised with a reason, which is asked now."""
        if error.message.key != "candidacy.letter_sent":
            self._shell.notify(Notice(error.message, Tone.BAD))
            return
        choices = (Choice("revise", tr("Revise the decision"), primary=True),)
        title, reason = tr("Revise what the candidate was told?"), tr("Reason (comes into a new letter)")
        self._shell.ask(Question(title, error.message, choices, reason), self._answered)

    def _taken_back(self, candidacy: Candidacy) -> None:
        self.undone.emit(candidacy)

    def _kept(self, candidacy: Candidacy) -> None:
        self.judged.emit(candidacy)


def _warning(candidacy: Candidacy, verdict: Admissibility) -> Message | None:
    """What the proof of arrival says against a judgement, or leaves open."""
    return against_proof(candidacy, verdict) or in_doubt(candidacy, verdict)


def question(details: CandidacyDetails, verdict: Admissibility, language: str) -> Question:
    """What is asked before a candidate is shut out, or let in against the proof of arrival or without it.

    Where nothing contradicts the judgement, letting in needs no reason.
    """
    candidacy = details.candidacy
    name = f"{candidacy.reference} {candidacy.organisation}"
    titles = {
        Admissibility.ADMISSIBLE: tr("Admit {name} all the same?"),
        Admissibility.TO_COMPLETE: tr("Admit {name} all the same?"),
        Admissibility.LATE: tr("Declare {name} late?"),
        Admissibility.INADMISSIBLE: tr("Declare {name} inadmissible?"),
        Admissibility.WITHDRAWN: tr("Note that {name} has withdrawn?"),
    }
    against, warning = against_proof(candidacy, verdict) is not None, _warning(candidacy, verdict)
    choice = Choice(verdict.value, judgements()[verdict].text, primary=not against, danger=against)
    if warning is not None and not against and verdict in TAKES_PART:
        return Question(titles[verdict].format(name=name), warning, (choice,))
    said = [render(warning, language)] if warning is not None else []
    return Question(
        titles[verdict].format(name=name),
        "\n\n".join([*said, _consequence(verdict)]),
        (choice,),
        reason=_reason_label(verdict),
        proposal=proposal(details, verdict, language),
    )


def _consequence(verdict: Admissibility) -> str:
    if verdict in TAKES_PART:
        return tr(
            "The jury will assess this candidacy. Your reason stays in the dossier; if the candidate was "
            "told otherwise, it goes into a letter."
        )
    return tr("The jury will not assess this candidacy. All that came in is kept; you can come back on it.")


def _reason_label(verdict: Admissibility) -> str:
    """What becomes of the reason: a letter about lateness states arrival and deadline by itself."""
    if verdict is Admissibility.INADMISSIBLE:
        return tr("Reason (goes into the letter)")
    return tr("Reason (stays in the dossier)")


def proposal(details: CandidacyDetails, verdict: Admissibility, language: str) -> str:
    """The reason as far as the dossier knows it; for lateness nothing when what it knows says "in time"."""
    first = details.candidacy.first
    proven = first.received_at is not None and first.verdict != Verdict.IN_TIME
    if verdict in TAKES_PART:
        return details.candidacy.admissibility_reason
    if verdict is Admissibility.LATE and proven:
        return late_words(details.call, details.candidacy, language)
    lacking = [line for line in details.checklist if line.open]
    if verdict is Admissibility.INADMISSIBLE and lacking:
        return lacking_words(lacking)
    return ""


def late_words(call: Call, candidacy: Candidacy, language: str) -> str:
    """When it arrived, what proves it, and the deadline."""
    first = candidacy.first
    if first.received_at is None:
        return tr("Nothing proves when it arrived; the deadline was {deadline}.").format(
            deadline=moment(call.deadline, language)
        )
    return tr("Arrived on {moment} ({proof}); the deadline was {deadline}.").format(
        moment=moment(first.received_at, language),
        proof=proof(first.received_by),
        deadline=moment(call.deadline, language),
    )


def remarks(details: CandidacyDetails, language: str) -> list[str]:
    """What the program noticed and the regisseur should know before judging."""
    candidacy, said = details.candidacy, []
    if candidacy.admissibility_reason:
        said.append(candidacy.admissibility_reason)
    declared = candidacy.admissibility is Admissibility.LATE and candidacy.admissibility_reason
    if (against := against_proof(candidacy, candidacy.admissibility)) is not None:
        said.append(render(against, language))
    elif candidacy.first.verdict != Verdict.IN_TIME and not declared:
        said.append(late_words(details.call, candidacy, language))
    if lacking := [line for line in details.checklist if line.open]:
        said.append(lacking_words(lacking))
    if any(version.verdict == Verdict.LATE for version in candidacy.versions[1:]):
        said.append(tr("A later version came after the deadline; the version in time counts."))
    if open_conflicts := sum(conflict.state == "suggested" for conflict in details.conflicts):
        said.append(tr("%n possible conflicts of interest to look at.", "", open_conflicts))
    return said
