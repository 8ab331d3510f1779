"""The words and colours for kinds, verdicts and judgements, one place for all parts of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from jury_desktop.domain.arrival import STATED_BY, Verdict, receiving_host
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.candidacy import SHUT_OUT, Admissibility, ItemState
from jury_desktop.domain.completeness import Checked
from jury_desktop.domain.entry import Confidence, EntryKind
from jury_desktop.domain.mail import EvidenceKind
from jury_desktop.services.account import Account
from jury_desktop.services.candidacies import CandidacyRow
from jury_desktop.services.review import ReviewRow
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.marks import StatusPill
from jury_desktop.ui.widgets.paint import Pill

tr = area("candidacies")


def pill(shown: Pill) -> StatusPill:
    """A pill as a widget."""
    return StatusPill(shown.text, shown.tone)


def kinds() -> Mapping[EntryKind, str]:
    """What a message can be, in the order of their keys 1, 2, 3, 4."""
    return {
        EntryKind.CANDIDACY: tr("Candidacy"),
        EntryKind.REVISION: tr("Revised version"),
        EntryKind.DUPLICATE: tr("Duplicate"),
        EntryKind.OTHER: tr("Other message"),
        EntryKind.UNREADABLE: tr("Unreadable"),
    }


_KIND_TONES = {
    EntryKind.CANDIDACY: Tone.GOOD,
    EntryKind.REVISION: Tone.INFO,
    EntryKind.UNREADABLE: Tone.BAD,
}


def kind_pill(kind: EntryKind) -> Pill:
    """A kind as a pill."""
    return Pill(kinds()[kind], _KIND_TONES.get(kind, Tone.NEUTRAL))


def confidence_pill(confidence: Confidence) -> Pill:
    """How sure the sorting is, as a pill."""
    words = {
        Confidence.CERTAIN: Pill(tr("Certain"), Tone.NEUTRAL),
        Confidence.LIKELY: Pill(tr("Likely"), Tone.INFO),
        Confidence.DOUBTFUL: Pill(tr("Doubtful"), Tone.WARN),
    }
    return words[confidence]


def verdict_pill(verdict: Verdict) -> Pill:
    """Whether it was in time, as a pill."""
    words = {
        Verdict.IN_TIME: Pill(tr("In time"), Tone.GOOD),
        Verdict.LATE: Pill(tr("Late"), Tone.BAD),
        Verdict.BORDERLINE: Pill(tr("Borderline"), Tone.WARN),
        Verdict.UNKNOWN: Pill(tr("Not proven"), Tone.WARN),
    }
    return words[verdict]


def evidence_names() -> Mapping[EvidenceKind, str]:
    """Where a time of arrival was read."""
    return {
        EvidenceKind.STATED: tr("Established by the coordinator"),
        EvidenceKind.MAPI_DELIVERY: tr("Delivery time of the mail server (MAPI 0x0E06)"),
        EvidenceKind.EMLX_RECEIVED: tr("Moment of receipt in Apple Mail"),
        EvidenceKind.MBOX_FROM: tr("From line of the export"),
        EvidenceKind.OWN_RECEIVED: tr("Received by your own mail server"),
        EvidenceKind.OTHER_RECEIVED: tr("Another server on the way"),
        EvidenceKind.MAILDIR_NAME: tr("Name of the file"),
        EvidenceKind.DATE_HEADER: tr("Date as the sender's computer wrote it"),
        EvidenceKind.SENT_COPY: tr("Kept among sent mail or drafts"),
    }


def judgements() -> Mapping[Admissibility, Pill]:
    """The regisseur's judgements on form."""
    return {
        Admissibility.UNDECIDED: Pill(tr("To judge"), Tone.NEUTRAL),
        Admissibility.ADMISSIBLE: Pill(tr("Admissible"), Tone.GOOD),
        Admissibility.TO_COMPLETE: Pill(tr("To complete"), Tone.WARN),
        Admissibility.LATE: Pill(tr("Late"), Tone.BAD),
        Admissibility.INADMISSIBLE: Pill(tr("Inadmissible"), Tone.BAD),
        Admissibility.WITHDRAWN: Pill(tr("Withdrawn"), Tone.NEUTRAL),
    }


def item_states() -> Mapping[ItemState, Pill]:
    """How an item of the checklist can stand, in the order of their keys 1, 2, 3, 4."""
    return {
        ItemState.PRESENT: Pill(tr("Present"), Tone.GOOD),
        ItemState.MISSING: Pill(tr("Missing"), Tone.BAD),
        ItemState.TO_REQUEST: Pill(tr("To request"), Tone.WARN),
        ItemState.NOT_APPLICABLE: Pill(tr("Not applicable"), Tone.NEUTRAL),
    }


def status(row: CandidacyRow) -> Pill:
    """The one word a candidacy carries on the list.

    A judgement that shuts it out comes first, then a conflict to look at, then any other judgement. Where
    nobody judged yet, what the program noticed shows with a question mark.
    """
    judged = row.candidacy.admissibility
    if judged in SHUT_OUT:
        return judgements()[judged]
    if row.open_conflicts:
        return Pill(tr("Conflict"), Tone.WARN)
    if row.outdated:
        return Pill(tr("New version"), Tone.WARN)
    if judged is Admissibility.TO_COMPLETE:
        return _to_complete(row)
    return judgements()[judged] if judged is not Admissibility.UNDECIDED else noticed(row)


def _to_complete(row: CandidacyRow) -> Pill:
    """With how many items still lack, until nothing does."""
    if not row.open_items:
        return Pill(tr("Complete?"), Tone.INFO)
    return Pill(tr("To complete ({count})").format(count=len(row.open_items)), Tone.WARN)


def noticed(row: CandidacyRow) -> Pill:
    """What asks for attention in a candidacy that nobody has judged."""
    verdict = row.candidacy.first.verdict
    if verdict == Verdict.LATE:
        return Pill(tr("Late?"), Tone.BAD)
    if verdict != Verdict.IN_TIME:
        return Pill(tr("In time?"), Tone.WARN)
    if row.late_version:
        return Pill(tr("Late version"), Tone.WARN)
    if row.open_items:
        return Pill(tr("To complete? ({count})").format(count=len(row.open_items)), Tone.WARN)
    versions = len(row.candidacy.versions)
    if versions > 1:
        return Pill(tr("%n versions", "", versions), Tone.INFO)
    return judgements()[Admissibility.UNDECIDED]


def why(row: CandidacyRow) -> str:
    """The status in a sentence, for tooltip and screen reader."""
    if row.candidacy.admissibility_reason:
        return row.candidacy.admissibility_reason
    if row.open_conflicts:
        return tr("%n possible conflicts of interest to look at.", "", row.open_conflicts)
    if row.outdated:
        return tr("%n sheets judge an older version. Tell the jurors.", "", row.outdated)
    if row.candidacy.admissibility is Admissibility.TO_COMPLETE and not row.open_items:
        return tr("Everything the call asks is there now. You decide.")
    if row.candidacy.admissibility is Admissibility.TO_COMPLETE:
        return lacking_words(row.open_items)
    if row.candidacy.admissibility is not Admissibility.UNDECIDED:
        return ""
    if row.candidacy.first.verdict == Verdict.LATE:
        return tr("Arrived after the deadline. You decide.")
    if row.late_version:
        return tr("A replacement came after the deadline; the version that came in time counts.")
    if row.open_items:
        return lacking_words(row.open_items)
    return tr("You have not judged the form yet.")


def lacking_words(items: Sequence[Checked]) -> str:
    """Which items of the checklist lack."""
    return tr("Not complete: {items}.").format(items=", ".join(line.item.title for line in items))


def proof(received_by: str) -> str:
    """What proved an arrival, short enough for a letter: the mail server, or the property as it is called."""
    head, _, line = received_by.partition(":")
    if head == STATED_BY:
        return tr("established by the coordinator: {reason}").format(reason=line.strip())
    if head != "Received":
        return received_by
    return tr("mail server {host}").format(host=receiving_host(line))


def field_names() -> Mapping[str, str]:
    """The fields of a candidacy form by their key."""
    return {
        "organisation": tr("Organisation"),
        "contact": tr("Contact"),
        "email": tr("E-mail address"),
        "phone": tr("Telephone"),
        "address": tr("Address"),
        "challenges": tr("Challenges"),
        "municipalities": tr("Municipalities"),
        "partners": tr("Partners"),
    }


def told(account: Account) -> str:
    """The account of all mail in one line: "43 berichten gelezen: 14 kandidaturen, …. Niets verloren." """
    parts = (
        tr("%n candidacies", "", account.candidacies),
        tr("%n revised versions merged", "", account.revisions),
        tr("%n duplicates", "", account.duplicates),
        tr("%n other messages", "", account.other),
        tr("%n unreadable (kept)", "", account.unreadable),
    )
    counts = (account.candidacies, account.revisions, account.duplicates, account.other, account.unreadable)
    listed = ", ".join(part for part, count in zip(parts, counts, strict=True) if count)
    read = tr("%n messages read", "", account.read)
    ending = tr("Look at what was not read.") if account.unreadable else tr("Nothing lost.")
    return f"{read}: {listed}. {ending}" if listed else f"{read}."


def short_moment(at: datetime | None) -> str:
    """ "01/06 11:40" in Brussels; a dash where nothing proves a moment."""
    return f"{at.astimezone(BRUSSELS):%d/%m %H:%M}" if at else "–"


def belongs(row: ReviewRow) -> str:
    """What a message belongs to, in words."""
    said = []
    if row.home is not None:
        said.append(f"{row.home.reference} {row.home.organisation}")
    if row.original:
        said.append(tr("repeats {source}").format(source=row.original))
    if row.copies:
        said.append(tr("also read in {sources}").format(sources=", ".join(row.copies[:3])))
    return " · ".join(said)
