"""A juror's work taken along: what goes out in a packet, what the dossier keeps of it, what comes back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from jury_desktop.domain.call import Call, Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.mail import Attachment
from jury_desktop.domain.sheet import Sheet

_ID = re.compile("[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Packet:
    """One juror's work in one round, as it was when the packet was made; nothing of anybody else.

    :param id: by which the dossier knows the packet again.
    :param secret: the key that only packet and dossier have; what comes back is locked and signed with it.
    :param call: the text of the call file.
    :param candidacies: those the juror has to score, see :func:`taken_along`.
    :param sheets: the juror's own sheets on them so far.
    :param anchor: of the journal of the dossier as it was then; "" of an earlier program.
    """

    id: str
    secret: str
    call: str
    juror: Juror
    round: Round
    candidacies: tuple[Candidacy, ...]
    sheets: tuple[Sheet, ...]
    made_at: datetime
    anchor: str = ""

    @property
    def files(self) -> tuple[Attachment, ...]:
        """The attachments that go along, each once."""
        files = (file for each in self.candidacies for made in each.versions for file in made.attachments)
        return tuple({file.sha256: file for file in files if file.problem is None}.values())


@dataclass(frozen=True, slots=True)
class IssuedPacket:
    """What the dossier keeps of a packet, so that what comes back can be recognised and merged.

    :param seen: the sheets as the juror last had them for all the dossier knows: as they went along, and
        as they last came back. What differs from them was changed since, here or there.
    :param returned_at: when the newest sheet file that was taken over had been written, by the juror's clock.
    """

    id: str
    secret: str
    juror: str
    round: Round
    made_at: datetime
    seen: tuple[Sheet, ...] = ()
    returned_at: datetime | None = None

    def seen_of(self, candidacy: str) -> Sheet | None:
        """The sheet on a candidacy as the juror last had it, None if it had not been begun."""
        return next((sheet for sheet in self.seen if sheet.candidacy == candidacy), None)


@dataclass(frozen=True, slots=True)
class ReturnedWork:
    """What a juror sends back.

    :param packet: the id of the packet it was made from.
    :param written_at: by the juror's clock; later in every file written from the same work.
    :param reasons: by candidacy, why a sheet was changed after it had been submitted.
    :param anchor: that of the packet, which was out of the house all the while.
    """

    packet: str
    juror: str
    round: Round
    written_at: datetime
    sheets: tuple[Sheet, ...]
    reasons: Mapping[str, str] = field(default_factory=dict)
    anchor: str = ""


def is_whole(packet: Packet, call: Call) -> bool:
    """Whether the parts of a packet fit each other and the call: a packet may come from anywhere."""
    versions = {(each.id, made.number) for each in packet.candidacies for made in each.versions}
    challenges = {challenge.number for challenge in call.challenges}
    keys = ({each.id for each in packet.candidacies}, {each.reference for each in packet.candidacies})
    return (
        _ID.fullmatch(packet.id) is not None
        and all(len(found) == len(packet.candidacies) for found in keys)
        and all(each.versions and challenges.issuperset(each.challenges) for each in packet.candidacies)
        and all((sheet.candidacy, sheet.version) in versions for sheet in packet.sheets)
        and are_of(packet.sheets, packet.juror.id, packet.round)
    )


def are_of(sheets: Iterable[Sheet], juror: str, round_: Round) -> bool:
    """Whether all sheets are of one juror in one round, and no two on one candidacy."""
    listed = tuple(sheets)
    alone = len({sheet.candidacy for sheet in listed}) == len(listed) == len({sheet.id for sheet in listed})
    return alone and all((sheet.juror, sheet.round) == (juror, round_) for sheet in listed)


def taken_along(candidacy: Candidacy) -> Candidacy:
    """A candidacy as a juror needs it to score: every version with its files and form, without what the
    candidacy desk keeps beside them (addresses, availability, checks and the judgement on form)."""
    return replace(
        candidacy,
        contact="",
        email="",
        phone="",
        address="",
        versions=tuple(replace(version, mail="") for version in candidacy.versions),
        admissibility_reason="",
        unavailable=(),
        preferred_windows=(),
        checks=(),
        form_revised=0,
        judged_at=None,
    )
