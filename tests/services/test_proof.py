"""Own servers are learned, confirmed and changed; every arrival follows, and every step can be undone."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.mail import EvidenceKind, Mail
from jury_desktop.domain.messages import say
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.ports import Dossier
from jury_desktop.services.proof import (
    MailServers,
    Trust,
    Weighed,
    confirm_servers,
    mail_servers,
    state_arrival,
    undo_proof,
    weigh_servers,
)
from tests.services.mailing import IN_TIME, OWN_SERVER, TOO_LATE, a_dossier, a_message, an_export, form

STAD = "mx.stad.example"
RELAY = f"Received: from x by relay.elders.example with SMTP; {IN_TIME:%a, %d %b %Y %H:%M:%S %z}\n".encode()


def by(server: str, raw: bytes) -> bytes:
    return raw.replace(OWN_SERVER.encode(), server.encode())


ANKER = by(STAD, a_message("info@anker.example", form("Anker vzw")))
BRUG = by(STAD, a_message("info@brug.example", form("Brug vzw", "2"), arrived=TOO_LATE))
BRUG_BY_RELAY = RELAY + BRUG


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """Mail received by a server the call does not name; Brug came late, though a relay says it did not."""
    made = a_dossier()
    third = by(STAD, a_message("info@kompas.example", form("Kompas vzw", "5")))
    import_mail(made, [an_export(tmp_path, ANKER, BRUG_BY_RELAY, third)])
    return made


def verdicts(dossier: Dossier) -> list[tuple[str, str, bool]]:
    """Organisation, the verdict of its version, and whether its message is late."""
    with dossier.read() as uow:
        return [
            (c.organisation, c.first.verdict, uow.mails.get(c.id).entry.late) for c in uow.candidacies.find()
        ]


def everything(dossier: Dossier) -> object:
    with dossier.read() as uow:
        return uow.mails.all(), uow.candidacies.find(), uow.settings.get("mail.own_servers")


def actions(dossier: Dossier) -> list[str]:
    with dossier.read() as uow:
        return [event.action for event in uow.journal.all()]


def key_of(dossier: Dossier, organisation: str) -> str:
    with dossier.read() as uow:
        return next(c.id for c in uow.candidacies.find() if c.organisation == organisation)


def test_servers_are_learned_from_the_export_until_somebody_confirms_them(dossier):
    found = mail_servers(dossier)

    assert found == MailServers(
        (STAD, "relay.elders.example"), Trust.LAST_HOP, ((STAD, 2), ("relay.elders.example", 1))
    )
    assert found.to_confirm


def test_confirming_judges_every_arrival_again(dossier):
    assert ("Brug vzw", "in_time", False) in verdicts(dossier)

    confirm_servers(dossier, [f" {STAD.upper()}. "])

    assert verdicts(dossier) == [
        ("Anker vzw", "in_time", False),
        ("Brug vzw", "late", True),
        ("Kompas vzw", "in_time", False),
    ]
    assert (mail_servers(dossier).servers, mail_servers(dossier).trust) == ((STAD,), Trust.CONFIRMED)
    assert not mail_servers(dossier).to_confirm
    assert actions(dossier)[-2:] == ["mail.servers_confirmed", "candidacy.rejudged"]


def test_a_later_import_follows_the_confirmed_servers(dossier, tmp_path):
    confirm_servers(dossier, [STAD])

    import_mail(
        dossier, [an_export(tmp_path, by("mx.vreemd.example", a_message("a@b.example", form("Nieuw"))))]
    )

    assert verdicts(dossier)[-1] == ("Nieuw", "unknown", False)


def test_a_message_that_comes_later_is_proven_by_the_servers_of_all(tmp_path):
    dossier = a_dossier()
    others = [by(STAD, a_message(f"info@{name}.example", form(name))) for name in ("anker", "kompas", "lijn")]
    import_mail(dossier, [an_export(tmp_path, *others)])
    later = tmp_path / "brug.eml"
    later.write_bytes(BRUG_BY_RELAY)

    import_mail(dossier, [later])

    assert verdicts(dossier)[-1] == ("Brug vzw", "late", True)


def test_a_line_that_contradicts_the_proof_is_judged_too(tmp_path):
    dossier = a_dossier()
    listed = f"<?xml?><plist><key>date-received</key><integer>{IN_TIME.timestamp():.0f}</integer></plist>"
    message = b"%d\n" % len(BRUG_BY_RELAY) + BRUG_BY_RELAY + listed.encode()
    (tmp_path / "1.emlx").write_bytes(message)
    import_mail(dossier, [tmp_path / "1.emlx"])
    before = verdicts(dossier)

    confirm_servers(dossier, [STAD])

    assert (before, verdicts(dossier)) == (
        [("Brug vzw", "in_time", False)],
        [("Brug vzw", "borderline", False)],
    )


def test_what_naming_servers_would_do_is_known_before_and_changes_nothing(dossier):
    before = everything(dossier)

    weighed = weigh_servers(dossier, ("mx.elders.example",))

    assert everything(dossier) == before
    change = confirm_servers(dossier, ("mx.elders.example",))
    pairs = zip(change.before, change.after, strict=True)
    changed = [new.entry.verdict for old, new in pairs if old.entry.verdict != new.entry.verdict]
    assert weighed == Weighed(("mx.elders.example",), len(changed), changed.count(Verdict.UNKNOWN))
    assert weighed.unproven > 0
    assert weigh_servers(dossier, ("mx.elders.example",)) == Weighed(("mx.elders.example",), 0, 0)


def test_confirming_can_be_undone_whole(dossier):
    before = everything(dossier)

    undo_proof(dossier, confirm_servers(dossier, [STAD]))

    assert everything(dossier) == before
    assert actions(dossier)[-1] == "mail.proof_restored"


def test_what_changed_since_is_not_overwritten(dossier):
    change = confirm_servers(dossier, [STAD])
    state_arrival(dossier, key_of(dossier, "Brug vzw"), IN_TIME, "Afgegeven aan het onthaal")
    before = everything(dossier)

    with pytest.raises(JuryError) as caught:
        undo_proof(dossier, change)

    assert caught.value.message == say("import.changed_since")
    assert everything(dossier) == before


@pytest.mark.parametrize(
    ("servers", "told"),
    [
        ([" "], say("import.no_server")),
        (["mail stad"], say("import.bad_server", name="mail stad")),
        (["-.be"], say("import.bad_server", name="-.be")),
    ],
)
def test_what_is_no_server_is_refused_and_changes_nothing(dossier, servers, told):
    before = everything(dossier)

    with pytest.raises(JuryError) as caught:
        confirm_servers(dossier, servers)

    assert (caught.value.message, everything(dossier)) == (told, before)


def test_the_regisseur_establishes_an_arrival_and_takes_it_back(dossier):
    confirm_servers(dossier, [STAD])
    brug, before = key_of(dossier, "Brug vzw"), everything(dossier)
    moment = datetime(2023, 6, 2, 18, 0, tzinfo=BRUSSELS)

    change = state_arrival(dossier, brug, moment, "Papieren kopie met stempel")

    with dossier.read() as uow:
        mail, home = uow.mails.get(brug).mail, uow.candidacies.get(brug)
    assert isinstance(mail, Mail)
    assert mail.arrival.decisive is not None
    assert (mail.arrival.decisive.kind, mail.arrival.at) == (EvidenceKind.STATED, moment)
    assert (home.first.verdict, home.first.received_by) == (
        Verdict.IN_TIME,
        "regisseur: Papieren kopie met stempel",
    )
    undo_proof(dossier, change)
    assert everything(dossier) == before


def test_an_arrival_is_not_established_without_a_ground(dossier):
    with pytest.raises(JuryError) as caught:
        state_arrival(dossier, key_of(dossier, "Anker vzw"), IN_TIME, " ")

    assert caught.value.message == say("import.arrival_needs_reason")
