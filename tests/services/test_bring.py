"""What messages bring: a candidacy from its form, later versions in order of arrival, and back again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.entry import Entry, EntryKind
from jury_desktop.domain.mail import Address, Arrival, FieldValue, Mail
from jury_desktop.services.bring import bring, without
from jury_desktop.services.candidacies import correct_candidacy, particulars_of
from jury_desktop.services.candidacy_file import candidacy_details
from jury_desktop.services.ports import Dossier
from tests.builders import ARRIVED, a_call, a_candidacy, a_juror, a_mail, a_sheet, an_attachment, placed
from tests.services.mailing import a_dossier


def field(key: str, value: str) -> FieldValue:
    return FieldValue(key, value, f"{key}: {value}", "formulier.pdf")


def a_form(raw: bytes, hours: int = 0, *fields: FieldValue, file: bytes = b"%PDF-1.7") -> Mail:
    at = ARRIVED + timedelta(hours=hours)
    arrival = a_mail().arrival
    proof = replace(arrival.decisive, at=at) if arrival.decisive else None
    return a_mail(
        raw,
        fields=fields,
        attachments=(an_attachment(file, name=f"{len(file)}.pdf"),),
        arrival=Arrival(at, proof, arrival.evidence),
    )


FIRST = a_form(
    b"1",
    0,
    field("organisation", "Anker vzw"),
    field("challenges", "☒ 1 ☐ 2 ☒ 4"),
    field("partners", "De Klink, Huis van Morgen vzw"),
    field("municipalities", "☒ Lier\n☐ Berlaar\n☒ Nijlen"),
)
SECOND = a_form(b"2", 3, field("organisation", "Anker vzw"), field("challenges", "1, 2 en 9"), file=b"%PDF-2")


def brought(*mails: tuple[Mail, Verdict], dossier: Dossier | None = None) -> Candidacy:
    """The candidacy after these messages, the first of which opens it."""
    where = dossier or a_dossier()
    with where.change() as uow:
        for mail, verdict in mails:
            home = mails[0][0].sha256
            kind = EntryKind.CANDIDACY if mail.sha256 == home else EntryKind.REVISION
            entry: Entry = placed(mail, kind, candidacy=home, verdict=verdict).entry
            uow.blobs.put(mail.sha256.encode())
            uow.blobs.put(RAWS[mail.sha256])
            uow.mails.add(placed(mail, kind, candidacy=home))
            bring(uow, mail, entry)
        return uow.candidacies.get(mails[0][0].sha256)


RAWS = {a_mail(raw).sha256: raw for raw in (b"1", b"2", b"3", b"4")}


def test_a_form_fills_in_the_candidacy_with_ticked_boxes_only():
    found = brought((FIRST, Verdict.IN_TIME))

    assert (found.reference, found.organisation, found.challenges, found.partners, found.municipalities) == (
        "K-01",
        "Anker vzw",
        (1, 4),
        ("De Klink", "Huis van Morgen vzw"),
        ("Lier", "Nijlen"),
    )


def test_a_list_that_says_nobody_is_empty():
    mail = a_form(b"1", 0, field("organisation", "Anker vzw"), field("partners", "Geen."))

    assert brought((mail, Verdict.IN_TIME)).partners == ()


def test_without_a_form_the_sender_stands_in():
    mail = a_mail(b"1", sender=Address("", "an@anker.example"), fields=())

    found = brought((mail, Verdict.IN_TIME))

    assert (found.organisation, found.email, found.challenges) == ("an@anker.example", "an@anker.example", ())


def test_a_later_version_speaks_for_the_candidacy_and_unknown_challenges_are_left_out():
    found = brought((FIRST, Verdict.IN_TIME), (SECOND, Verdict.IN_TIME))

    assert [(version.number, version.mail) for version in found.versions] == [
        (1, FIRST.sha256),
        (2, SECOND.sha256),
    ]
    assert (found.challenges, found.partners) == ((1, 2), ("De Klink", "Huis van Morgen vzw"))


def test_a_late_version_stays_visible_and_changes_nothing():
    found = brought((FIRST, Verdict.IN_TIME), (SECOND, Verdict.LATE))

    assert (found.challenges, found.current.number, len(found.versions)) == ((1, 4), 1, 2)


def test_an_addition_without_a_form_carries_what_was_there():
    extra = a_form(b"3", 1, file=b"Begroting")

    found = brought((FIRST, Verdict.IN_TIME), (extra, Verdict.IN_TIME))

    assert [file.name for file in found.current.attachments] == ["8.pdf", "9.pdf"]
    assert found.current.fields == FIRST.fields


def test_a_version_that_came_earlier_takes_its_place_and_does_not_speak():
    early = a_form(b"4", 1, field("challenges", "7"))

    found = brought((FIRST, Verdict.IN_TIME), (SECOND, Verdict.IN_TIME), (early, Verdict.IN_TIME))

    assert [(version.number, version.mail) for version in found.versions] == [
        (1, FIRST.sha256),
        (2, early.sha256),
        (3, SECOND.sha256),
    ]
    assert found.challenges == (1, 2)


def test_once_sheets_name_versions_by_number_a_new_one_comes_last():
    dossier = a_dossier()
    found = brought((FIRST, Verdict.IN_TIME), (SECOND, Verdict.IN_TIME), dossier=dossier)
    juror = a_juror()
    with dossier.change() as uow:
        uow.jurors.save(juror)
        uow.sheets.save(a_sheet(juror, found))
        uow.journal.append("sheet.submitted", "sheet", "K-01")
    early = a_form(b"4", 1, field("challenges", "7"))

    with dossier.change() as uow:
        uow.blobs.put(b"4")
        uow.mails.add(placed(early, EntryKind.REVISION, candidacy=FIRST.sha256))
        bring(uow, early, placed(early, EntryKind.REVISION, candidacy=FIRST.sha256).entry)
        kept = uow.candidacies.get(FIRST.sha256)

    assert [version.mail for version in kept.versions] == [FIRST.sha256, SECOND.sha256, early.sha256]


def test_taking_a_version_back_takes_what_only_it_said():
    found = brought((FIRST, Verdict.IN_TIME), (SECOND, Verdict.IN_TIME))
    corrected = replace(found, phone="03 000 00 00")

    left = without(a_call(), corrected, SECOND.sha256)

    assert left == replace(corrected, challenges=(1, 4), versions=found.versions[:1])


def test_taking_the_only_version_back_leaves_nothing():
    found = brought((FIRST, Verdict.IN_TIME))

    assert without(a_call(), found, FIRST.sha256) is None


def test_a_correction_of_the_regisseur_outlives_the_version_it_corrected():
    found = replace(brought((FIRST, Verdict.IN_TIME), (SECOND, Verdict.IN_TIME)), challenges=(1, 2, 3))

    left = without(a_call(), found, SECOND.sha256)

    assert left is not None
    assert left.challenges == (1, 2, 3)


def test_references_go_on_after_the_highest():
    dossier = a_dossier()
    with dossier.change() as uow:
        uow.blobs.put(b"2")
        uow.mails.add(placed(SECOND))
        uow.candidacies.save(a_candidacy(7, versions=(replace(a_candidacy().first, mail=SECOND.sha256),)))
        uow.journal.append("candidacy.received", "candidacy", "K-07")

    assert brought((FIRST, Verdict.IN_TIME), dossier=dossier).reference == "K-08"


def test_what_the_regisseur_mended_stays_whatever_a_later_version_says():
    dossier = a_dossier()
    found = brought((FIRST, Verdict.IN_TIME), dossier=dossier)
    mended = replace(particulars_of(found), challenges=(1, 5), contact="Bea Maes")
    correct_candidacy(dossier, found.id, mended)
    with dossier.change() as uow:
        later = a_form(b"2", 3, field("challenges", "2"), field("contact", "An"), field("phone", "03 1"))
        uow.blobs.put(b"2")
        uow.mails.add(placed(later, EntryKind.REVISION, candidacy=found.id))
        bring(uow, later, placed(later, EntryKind.REVISION, candidacy=found.id).entry)

    details = candidacy_details(dossier, found.id)

    now = details.candidacy
    assert (now.challenges, now.contact, now.phone, len(now.versions)) == ((1, 5), "Bea Maes", "03 1", 2)
    assert [(mend.name, mend.by, mend.was) for mend in details.mends] == [
        ("contact", "Regisseur", ""),
        ("challenges", "Regisseur", [1, 4]),
    ]


def test_a_correction_that_was_taken_back_leaves_the_field_to_the_next_version():
    dossier = a_dossier()
    found = brought((FIRST, Verdict.IN_TIME), dossier=dossier)
    correct_candidacy(dossier, found.id, replace(particulars_of(found), challenges=(1, 5)))
    correct_candidacy(dossier, found.id, particulars_of(found))
    with dossier.change() as uow:
        uow.blobs.put(b"2")
        uow.mails.add(placed(SECOND, EntryKind.REVISION, candidacy=found.id))
        bring(uow, SECOND, placed(SECOND, EntryKind.REVISION, candidacy=found.id).entry)
        assert uow.candidacies.get(found.id).challenges == (1, 2)


class Steps(RuleBasedStateMachine):
    """Any order of corrections and later versions: what is mended stays, the rest follows the newest form."""

    def __init__(self) -> None:
        super().__init__()
        self.dossier = a_dossier()
        self.candidacy = brought((FIRST, Verdict.IN_TIME), dossier=self.dossier).id
        self.count = 0
        self.now = {"contact": "", "phone": ""}
        self.was: dict[str, str] = {}

    @rule(name=st.sampled_from(("contact", "phone")), value=st.sampled_from(("", "A", "B", "C")))
    def mend(self, name: str, value: str) -> None:
        with self.dossier.read() as uow:
            old = particulars_of(uow.candidacies.get(self.candidacy))
        correct_candidacy(self.dossier, self.candidacy, replace(old, **{name: value}))
        origin = self.was.pop(name, self.now[name])
        if value != origin:
            self.was[name] = origin
        self.now[name] = value

    @rule(said=st.dictionaries(st.sampled_from(("contact", "phone")), st.sampled_from(("B", "C", "D"))))
    def version(self, said: dict[str, str]) -> None:
        self.count += 1
        raw = f"versie {self.count}".encode()
        mail = a_form(raw, self.count, *(field(name, value) for name, value in said.items()))
        entry = placed(mail, EntryKind.REVISION, candidacy=self.candidacy).entry
        with self.dossier.change() as uow:
            uow.blobs.put(raw)
            uow.mails.add(placed(mail, EntryKind.REVISION, candidacy=self.candidacy))
            bring(uow, mail, entry)
        self.now |= {name: value for name, value in said.items() if name not in self.was}

    @invariant()
    def mended_stays(self) -> None:
        details = candidacy_details(self.dossier, self.candidacy)
        assert {name: getattr(details.candidacy, name) for name in self.now} == self.now
        assert {mend.name: mend.was for mend in details.mends} == self.was


Steps.TestCase.settings = settings(max_examples=30, stateful_step_count=12, deadline=None)
TestSteps = Steps.TestCase
