"""How sessions, conflicts and progress are written on the jury page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from jury_desktop.domain.call import BRUSSELS, SessionWindow
from jury_desktop.domain.conflict import ConflictState, SeenIn, suspected_for
from jury_desktop.domain.pitch import Interval
from jury_desktop.services.jury import ConflictRow
from jury_desktop.ui.shell import Choice, Question
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.empty import EmptyState
from jury_desktop.ui.widgets.paint import Pill
from jury_desktop.wording import day

tr = area("jury")


def window_day(window: SessionWindow, language: str) -> str:
    """ "wo 14/06"."""
    return day(window.start.astimezone(BRUSSELS).date(), language, "EEE dd/MM").replace(".", "")


def hours(start: datetime, end: datetime) -> str:
    """ "13:00–17:00"."""
    return f"{start.astimezone(BRUSSELS):%H:%M}–{end.astimezone(BRUSSELS):%H:%M}"


def within(window: SessionWindow, available: Sequence[Interval]) -> tuple[Interval, ...]:
    """The stretches that lie in a window."""
    whole = Interval(window.start, window.end)
    return tuple(stretch for stretch in available if stretch.overlaps(whole))


def said_availability(windows: Sequence[SessionWindow], available: Sequence[Interval], language: str) -> str:
    """Every session with the hours in it, or that there are none."""
    lines = []
    for window in windows:
        stretches = [hours(each.start, each.end) for each in within(window, available)]
        lines.append(f"{window_day(window, language)}: {', '.join(stretches) or tr('not available')}")
    return "\n".join(lines)


def state_pill(state: ConflictState) -> Pill:
    """A state in a word and its tone."""
    pills = {
        ConflictState.DECLARED: Pill(tr("Declared"), Tone.INFO),
        ConflictState.SUGGESTED: Pill(tr("Suspected"), Tone.WARN),
        ConflictState.CONFIRMED: Pill(tr("Confirmed"), Tone.BAD),
        ConflictState.DISMISSED: Pill(tr("Dismissed"), Tone.NEUTRAL),
    }
    return pills[state]


def reason_of(row: ConflictRow) -> str:
    """The reason people gave, or where the program saw a possible conflict."""
    conflict = row.conflict
    grounds = suspected_for(conflict.reason) if conflict.state is ConflictState.SUGGESTED else None
    if grounds is None:
        return conflict.reason
    seen = {
        SeenIn.ORGANISATION: tr("Works for the candidate: “{own}” and “{found}”"),
        SeenIn.CONTACT: tr("Has the name of the contact person: “{own}” and “{found}”"),
        SeenIn.PARTNER: tr("Works for a partner named on the form: “{own}” and “{found}”"),
        SeenIn.EMAIL_DOMAIN: tr("Same mail domain as the candidate: {own} and {found}"),
    }
    own = grounds.own or row.juror.organisation
    return seen[grounds.seen_in].format(own=own, found=grounds.found)


def fraction(part: tuple[int, int]) -> str:
    """ "6/8", or a dash when nothing is expected."""
    return f"{part[0]}/{part[1]}" if part[1] else "–"


def nobody(add: Callable[[], object]) -> EmptyState:
    """Before there is any juror."""
    text = tr("Enter the members one by one, or import the list you have in Excel.")
    return EmptyState("users", tr("There is no jury yet"), text, tr("Add the first juror"), add)


def judgement(row: ConflictRow, confirmed: bool) -> Question:
    """Whether a conflict is one."""
    pair = f"{row.juror.name} – {row.candidacy.reference} {row.candidacy.organisation}"
    if confirmed:
        text = tr(
            "{pair}: the juror no longer gets this candidacy to score, and sits in no panel for it."
        ).format(pair=pair)
        choices = (Choice("confirm", tr("Confirm the conflict"), primary=True),)
        return Question(tr("Is this a conflict of interest?"), text, choices, tr("Reason"))
    text = tr("{pair}: the juror may score this candidacy.").format(pair=pair)
    choices = (Choice("dismiss", tr("Dismiss the conflict"), primary=True),)
    return Question(tr("Is this no conflict of interest?"), text, choices, tr("Reason"))
