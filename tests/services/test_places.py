"""Places of messages: confirmed as proposed, or changed with a reason; every change can be undone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from jury_desktop.domain.conflict import ConflictState
from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.mail import Arrival, FieldValue, Mail, UnreadableMail
from jury_desktop.domain.messages import say
from jury_desktop.services.bring import bring
from jury_desktop.services.candidacies import Particulars, correct_candidacy, list_candidacies, particulars_of
from jury_desktop.services.jury import declare_conflict, jury, save_juror
from jury_desktop.services.places import (
    change_place,
    confirm_places,
    places,
    reopen_places,
    undo_place,
)
from jury_desktop.services.ports import Dossier
from tests.builders import ARRIVED, a_juror, a_mail, a_sheet, an_unreadable_mail, placed
from tests.services.mailing import a_dossier


def a_form(raw: bytes, organisation: str, challenges: str, hours: int = 0) -> Mail:
    at = ARRIVED + timedelta(hours=hours)
    arrival = a_mail().arrival
    fields = [("organisation", organisation), ("challenges", challenges)]
    return a_mail(
        raw,
        source=f"export.mbox · {raw.decode()}",
        fields=tuple(FieldValue(key, value, value, "formulier.pdf") for key, value in fields),
        arrival=Arrival(at, arrival.decisive, arrival.evidence),
    )


ANKER, AGAIN, BRUG = (
    a_form(b"1", "Anker vzw", "1, 4"),
    a_form(b"2", "Anker vzw", "2", 2),
    a_form(b"3", "Brug vzw", "5", 4),
)
BROKEN = an_unreadable_mail(b"4")
RAWS = {ANKER.sha256: b"1", AGAIN.sha256: b"2", BRUG.sha256: b"3", BROKEN.sha256: b"4"}


@pytest.fixture
def dossier() -> Dossier:
    """Anker in two versions, Brug, and a message nobody could read."""
    made = a_dossier()
    keep(made, ANKER, EntryKind.CANDIDACY, ANKER.sha256)
    keep(made, AGAIN, EntryKind.REVISION, ANKER.sha256)
    keep(made, BRUG, EntryKind.CANDIDACY, BRUG.sha256)
    keep(made, BROKEN, EntryKind.UNREADABLE, None)
    return made


def keep(dossier: Dossier, mail: Mail | UnreadableMail, kind: EntryKind, home: str | None) -> None:
    with dossier.change() as uow:
        uow.blobs.put(RAWS[mail.sha256])
        uow.mails.add(placed(mail, kind, candidacy=home))
        uow.journal.append("mail.imported", "mail", "export.mbox", new='{"counts": {"candidacy": 1}}')
        if isinstance(mail, Mail):
            bring(uow, mail, placed(mail, kind, candidacy=home).entry)


def everything(dossier: Dossier) -> object:
    """All of the dossier but its journal."""
    with dossier.read() as uow:
        return uow.mails.all(), uow.candidacies.find(), set(uow.conflicts.find())


def references(dossier: Dossier) -> list[tuple[str, str, tuple[int, ...]]]:
    rows = [row.candidacy for row in list_candidacies(dossier)]
    return [(c.reference, c.organisation, c.challenges) for c in rows]


def last_event(dossier: Dossier) -> tuple[str, str, str, dict[str, object]]:
    with dossier.read() as uow:
        event = uow.journal.all()[-1]
    return event.action, event.subject, event.reason, json.loads(event.new)


def place_of(dossier: Dossier, mail: Mail) -> tuple[EntryKind, str | None, bool]:
    with dossier.read() as uow:
        found = uow.mails.get(mail.sha256)
    return found.kind, found.candidacy, found.confirmed


def test_confirming_gives_what_was_open_and_confirms_nothing_twice(dossier):
    assert confirm_places(dossier, [ANKER.sha256]) == (ANKER.sha256,)
    assert confirm_places(dossier, [ANKER.sha256, BROKEN.sha256]) == (BROKEN.sha256,)
    assert [p.confirmed for p in places(dossier)] == [True, False, False, True]
    assert last_event(dossier) == ("mail.confirmed", BROKEN.source, "", [BROKEN.sha256])


def test_confirming_what_is_confirmed_leaves_no_trace(dossier):
    confirm_places(dossier, [ANKER.sha256])
    before = last_event(dossier)

    assert confirm_places(dossier, [ANKER.sha256]) == ()
    assert last_event(dossier) == before


def test_confirmations_can_be_taken_back(dossier):
    confirmed = confirm_places(dossier, [ANKER.sha256, BRUG.sha256])

    reopen_places(dossier, confirmed)

    assert not any(p.confirmed for p in places(dossier))
    assert last_event(dossier)[:2] == ("mail.reopened", "2")


def test_another_place_needs_a_reason(dossier):
    before = everything(dossier)

    with pytest.raises(JuryError) as caught:
        change_place(dossier, BRUG.sha256, EntryKind.OTHER, None, "  ")

    assert caught.value.message == say("import.place_needs_reason")
    assert everything(dossier) == before


def test_a_revision_names_its_candidacy(dossier):
    with pytest.raises(JuryError) as caught:
        change_place(dossier, BRUG.sha256, EntryKind.REVISION, None, "Hoort bij Anker")

    assert caught.value.message == say("import.revision_needs_candidacy")


def test_a_candidacy_that_is_none_goes_and_its_message_stays(dossier):
    change_place(dossier, BRUG.sha256, EntryKind.OTHER, None, "Een vraag")

    assert references(dossier) == [("K-01", "Anker vzw", (2,))]
    assert place_of(dossier, BRUG) == (EntryKind.OTHER, None, True)
    action, subject, reason, new = last_event(dossier)
    assert (action, subject, reason) == ("mail.placed", "export.mbox · 3", "Een vraag")
    assert (new["kind"], new["candidacy"]) == ("other", None)


def test_a_version_that_belongs_elsewhere_takes_its_words_along(dossier):
    change_place(dossier, AGAIN.sha256, EntryKind.CANDIDACY, None, "Een tweede kandidatuur")

    assert references(dossier) == [
        ("K-01", "Anker vzw", (1, 4)),
        ("K-02", "Brug vzw", (5,)),
        ("K-03", "Anker vzw", (2,)),
    ]


def test_a_candidacy_that_is_a_version_joins_the_other(dossier):
    change_place(dossier, BRUG.sha256, EntryKind.REVISION, ANKER.sha256, "Brug is de oude naam")

    assert references(dossier) == [("K-01", "Brug vzw", (5,))]
    with dossier.read() as uow:
        versions = uow.candidacies.get(ANKER.sha256).versions
    assert [(v.number, v.mail) for v in versions] == [
        (1, ANKER.sha256),
        (2, AGAIN.sha256),
        (3, BRUG.sha256),
    ]


def test_a_duplicate_repeats_the_version_that_counts(dossier):
    change_place(dossier, BRUG.sha256, EntryKind.DUPLICATE, ANKER.sha256, "Zelfde formulier")

    with dossier.read() as uow:
        entry = uow.mails.get(BRUG.sha256).entry
    assert (entry.candidacy, entry.original) == (ANKER.sha256, AGAIN.sha256)


def test_the_message_that_opened_a_candidacy_can_leave_and_come_back(dossier):
    change_place(dossier, ANKER.sha256, EntryKind.OTHER, None, "Proef van de afzender")
    assert references(dossier)[0] == ("K-01", "Anker vzw", (2,))

    change_place(dossier, ANKER.sha256, EntryKind.CANDIDACY, None, "Toch de eerste versie")

    with dossier.read() as uow:
        versions = uow.candidacies.get(ANKER.sha256).versions
    assert [v.mail for v in versions] == [ANKER.sha256, AGAIN.sha256]
    assert references(dossier)[0] == ("K-01", "Anker vzw", (2,))


def test_messages_of_a_candidacy_that_goes_belong_to_none(dossier):
    change_place(dossier, AGAIN.sha256, EntryKind.DUPLICATE, BRUG.sha256, "Zelfde dienst")

    change_place(dossier, BRUG.sha256, EntryKind.OTHER, None, "Een vraag")

    assert place_of(dossier, AGAIN) == (EntryKind.DUPLICATE, None, True)


@pytest.mark.parametrize(
    ("mail", "kind", "home"),
    [
        (BRUG, EntryKind.OTHER, None),
        (BRUG, EntryKind.REVISION, ANKER.sha256),
        (BRUG, EntryKind.DUPLICATE, ANKER.sha256),
        (AGAIN, EntryKind.CANDIDACY, None),
        (AGAIN, EntryKind.OTHER, None),
        (ANKER, EntryKind.OTHER, None),
    ],
)
def test_every_change_of_place_can_be_undone_whole(dossier, mail, kind, home):
    save_juror(dossier, a_juror(1))
    declare_conflict(dossier, "j1", BRUG.sha256, "Bestuurder")
    before = everything(dossier)
    change = change_place(dossier, mail.sha256, kind, home, "Anders gezien")
    assert everything(dossier) != before

    undo_place(dossier, change, "Ongedaan gemaakt")

    assert everything(dossier) == before
    assert last_event(dossier)[:3] == ("mail.placed", mail.source, "Ongedaan gemaakt")


def test_what_changed_since_is_not_overwritten_by_an_undo(dossier):
    change = change_place(dossier, AGAIN.sha256, EntryKind.OTHER, None, "Een vraag")
    with dossier.read() as uow:
        anker = uow.candidacies.get(ANKER.sha256)
    later: Particulars = replace(particulars_of(anker), phone="03 111 11 11")
    correct_candidacy(dossier, ANKER.sha256, later)
    before = everything(dossier)

    with pytest.raises(JuryError) as caught:
        undo_place(dossier, change, "Ongedaan gemaakt")

    assert caught.value.message == say("import.changed_since")
    assert everything(dossier) == before


def test_a_candidacy_with_scores_keeps_its_messages(dossier):
    juror = a_juror()
    with dossier.change() as uow:
        uow.jurors.save(juror)
        uow.sheets.save(a_sheet(juror, uow.candidacies.get(BRUG.sha256)))
        uow.journal.append("sheet.submitted", "sheet", "K-02")

    with pytest.raises(JuryError) as caught:
        change_place(dossier, BRUG.sha256, EntryKind.OTHER, None, "Een vraag")

    assert caught.value.message == say("import.candidacy_in_use", reference="K-02")


def test_a_version_that_nobody_scored_yet_can_still_be_split_off(dossier):
    juror = a_juror()
    with dossier.change() as uow:
        uow.jurors.save(juror)
        uow.sheets.save(replace(a_sheet(juror, uow.candidacies.get(ANKER.sha256)), version=1))
        uow.journal.append("sheet.submitted", "sheet", "K-01")

    change_place(dossier, AGAIN.sha256, EntryKind.CANDIDACY, None, "Toch een tweede kandidatuur")

    assert references(dossier)[-1] == ("K-03", "Anker vzw", (2,))
    with pytest.raises(JuryError):
        change_place(dossier, ANKER.sha256, EntryKind.OTHER, None, "Een vraag")


def test_a_candidacy_made_by_hand_is_looked_at_for_conflicts(dossier):
    save_juror(dossier, a_juror(1, organisation="Anker"))

    change_place(dossier, AGAIN.sha256, EntryKind.CANDIDACY, None, "Een tweede kandidatuur")

    found = [(row.candidacy.reference, row.conflict.state) for row in jury(dossier).conflicts]
    assert found == [("K-01", ConflictState.SUGGESTED), ("K-03", ConflictState.SUGGESTED)]


def test_a_message_does_not_become_a_version_of_what_it_alone_brought(dossier):
    before = everything(dossier)

    with pytest.raises(JuryError) as caught:
        change_place(dossier, BRUG.sha256, EntryKind.REVISION, BRUG.sha256, "Vergist")

    assert caught.value.message == say("import.revision_needs_candidacy")
    assert everything(dossier) == before
