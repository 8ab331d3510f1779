"""What letters call things: their own references, and decisions. Letters are in Dutch whatever the window
speaks."""

from __future__ import annotations

from jury_desktop import wording
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.due import Due
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import Value, say
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.rebuttal import rebuttal_in
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.told import Act, Revision, announced
from jury_desktop.services.invitations import number_of

_FIRST = 1
_DAY = len("2000-01-01")


def words(key: str, **values: Value) -> str:
    """A sentence of the letters' own catalogue."""
    return wording.render(say(f"letter_text.{key}", **values), "nl")


def reference_of(selection: Selection, candidacy: Candidacy, due: Due) -> str:
    """ "Ons kenmerk": call, candidacy and what the letter is; numbered where there are more of its kind, and
    with the day where an answer is put off."""
    kind, number = words(f"kind_{due.type.value}"), _FIRST
    if due.type is LetterType.REVISED_DECISION:
        revision = announced(due.type, due.about)
        assert revision is not None
        kind, number = f"{kind}-{words(f'act_{revision.act.value}')}", revision.number
    elif due.type is LetterType.INVITATION:
        number = number_of(due.about)
    elif due.about:
        same = [rebuttal.id for rebuttal in selection.rebuttals_of(candidacy.id)]
        number = same.index(rebuttal_in(due.about)) + 1
    counted = kind if number == _FIRST else f"{kind}-{number}"
    if due.type is LetterType.REBUTTAL_EXTENSION:
        counted = f"{counted}-{due.about[-_DAY:]}"
    return f"{selection.call.id}/{candidacy.reference}/{counted}"


def decision_now(selection: Selection, candidacy: Candidacy, act: Act) -> str:
    """What is decided on an act as it stands now: "niet geselecteerd"; "" while nothing is."""
    if act is Act.FORM:
        return words(f"decision_{candidacy.admissibility.value}")
    found = selection.decision(candidacy.id, Stage(act.value))
    return words(f"decision_{found.kind.value}") if found else ""


def decision_in(letter: Letter) -> str:
    """What a letter that left made known; a dossier of before that was kept tells it by the type."""
    invited = letter.type == LetterType.INVITATION
    return letter.decision or words("decision_invited" if invited else f"decision_{letter.type}")


def revision_now(selection: Selection, candidacy: Candidacy, act: Act) -> Revision:
    """How often an act has been revised by now."""
    if act is Act.FORM:
        return Revision(act, candidacy.form_revised)
    found = selection.decision(candidacy.id, Stage(act.value))
    return Revision(act, found.revised if found else 0)
