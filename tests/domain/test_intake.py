"""Every message of a mailbox gets exactly one place."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.entry import Confidence, Entry, EntryKind, Intake, Placed
from jury_desktop.domain.intake import sort
from jury_desktop.domain.mail import (
    CUT_OFF,
    Address,
    Arrival,
    Attachment,
    Evidence,
    EvidenceKind,
    FieldValue,
    Mail,
    UnreadableMail,
)
from jury_desktop.domain.messages import say
from tests.builders import a_call, an_encrypted_mail, placed

CALL = a_call()
NOON = datetime(2023, 6, 1, 10, 0, tzinfo=UTC)
LATE = datetime(2023, 6, 3, 10, 0, tzinfo=UTC)
STORY = (
    "Wij zoeken mensen thuis op, gaan mee naar huisbaas en dokter, en blijven een jaar lang bereikbaar. "
    "Elke week eten we samen in het buurthuis, waar ook de trajectgezellen van het OCMW aanschuiven. "
    "Wie wil, leert er koken, fietsen herstellen of Nederlands spreken, en vindt zo de weg naar werk."
)
OTHER_STORY = (
    "Onze jobcoaches vertrekken vanuit de werkvloer: een halve dag meedraaien bij een kmo, daarna een stage. "
    "De werkgever krijgt vooraf bezoek en houdt zes maanden lang een vast aanspreekpunt bij onze dienst. "
    "Kinderopvang en vervoer regelen we vooraf, zodat een eerste werkdag niet strandt op een gemiste bus."
)


def fields(organisation: str, challenges: str = "1, 4") -> tuple[FieldValue, ...]:
    return tuple(
        FieldValue(key, value, f"{key}: {value}", "formulier.pdf")
        for key, value in (("organisation", organisation), ("challenges", challenges))
    )


def file(name: str = "Kandidatuur.pdf", content: str = "", media_type: str = "application/pdf") -> Attachment:
    data = (content or name).encode()
    return Attachment(name, media_type, hashlib.sha256(data).hexdigest(), len(data))


def mail(number: int, email: str = "info@debrug.example", **changes: Any) -> Mail:
    """A plain message that arrived ``number`` minutes after noon."""
    at = NOON + timedelta(minutes=number)
    proof = Evidence(EvidenceKind.OWN_RECEIVED, "by mail.mechelen.example", at)
    whole = Mail(
        sha256=hashlib.sha256(str(number).encode()).hexdigest(),
        source=f"export.mbox · {number}",
        message_id=f"{number}@{email.partition('@')[2]}",
        in_reply_to=(),
        references=(),
        sender=Address("", email),
        recipients=(Address("", "kandidaturen@mechelen.example"),),
        subject="Bericht",
        date_header="Thu, 1 Jun 2023 12:00:00 +0200",
        automatic=None,
        text=f"Bericht {number}",
        arrival=Arrival(at, proof, (proof,)),
        attachments=(),
        fields=(),
        form_text=f"Bericht {number}",
    )
    return replace(whole, **changes)


def candidacy(number: int, organisation: str = "De Brug vzw", story: str = STORY, **changes: Any) -> Mail:
    """A message with a filled-in form."""
    whole = {
        "subject": f"Kandidatuur {organisation}",
        "attachments": (file(content=f"{organisation} {story}"),),
        "fields": fields(organisation),
        "form_text": f"Naam van de organisatie: {organisation}\n{story}",
    }
    return mail(number, **(whole | changes))


def places(*mails: Mail | UnreadableMail, earlier: Sequence[Placed] = ()) -> list[tuple[EntryKind, str]]:
    return [
        (entry.kind, entry.reason.key.removeprefix("intake.")) for entry in sort(mails, earlier, CALL).entries
    ]


def last(*mails: Mail | UnreadableMail) -> Entry:
    return sort(mails, (), CALL).entries[-1]


def kept(mails: Sequence[Mail | UnreadableMail], intake: Intake) -> list[Placed]:
    return [Placed(mail, entry) for mail, entry in zip(mails, intake.entries, strict=True)]


class TestACandidacy:
    def test_is_told_by_its_form(self) -> None:
        first = candidacy(1)

        assert sort([first], (), CALL) == Intake(
            (
                Entry(
                    sha256=first.sha256,
                    source="export.mbox · 1",
                    kind=EntryKind.CANDIDACY,
                    candidacy=first.sha256,
                    original=None,
                    verdict=Verdict.IN_TIME,
                    late=False,
                    reason=say("intake.form_found"),
                    confidence=Confidence.CERTAIN,
                ),
            )
        )

    @pytest.mark.parametrize(
        ("subject", "text", "name"),
        [
            ("Kandidatuur De Brug", "Zie bijlage.", "scan.pdf"),
            ("Lokaal partnerschap", "Hierbij bezorgen wij u onze kandidatuur.", "scan.pdf"),
            ("Lokaal partnerschap", "Wij stellen ons kandidaat voor drie uitdagingen.", "scan.pdf"),
            ("Lokaal partnerschap", "Zie bijlage.", "Kandidatuur De Brug.pdf"),
        ],
    )
    def test_without_a_readable_form_is_told_by_words_and_a_document(
        self, subject: str, text: str, name: str
    ) -> None:
        found = last(mail(1, subject=subject, text=text, attachments=(file(name),)))

        assert (found.kind, found.reason.key, found.confidence) == (
            EntryKind.CANDIDACY,
            "intake.candidacy_without_form",
            Confidence.LIKELY,
        )

    def test_needs_a_document_or_a_form(self) -> None:
        assert places(mail(1, subject="Kandidatuur De Brug", text="Volgt morgen.")) == [
            (EntryKind.OTHER, "no_candidacy")
        ]

    def test_after_the_deadline_is_a_late_candidacy(self) -> None:
        proof = Evidence(EvidenceKind.OWN_RECEIVED, "", LATE)
        intake = sort([candidacy(1, arrival=Arrival(LATE, proof, (proof,)))], (), CALL)

        assert [(entry.kind, entry.late) for entry in intake.entries] == [(EntryKind.CANDIDACY, True)]
        assert intake.late == 1

    def test_of_another_organisation_of_the_same_house_stands_by_itself(self) -> None:
        assert places(candidacy(1), candidacy(2, "Werkspoor vzw", OTHER_STORY)) == [
            (EntryKind.CANDIDACY, "form_found"),
            (EntryKind.CANDIDACY, "form_found"),
        ]

    def test_with_another_text_of_the_same_organisation_needs_a_look(self) -> None:
        found = last(candidacy(1), candidacy(2, story=OTHER_STORY))

        assert (found.kind, found.reason.key, found.confidence) == (
            EntryKind.CANDIDACY,
            "intake.second_candidacy",
            Confidence.DOUBTFUL,
        )

    def test_from_a_public_mail_host_is_not_confused_with_its_neighbour(self) -> None:
        assert (
            places(
                candidacy(1, email="an@gmail.com"),
                candidacy(2, "Werkspoor", OTHER_STORY, email="bea@gmail.com"),
            )
            == [(EntryKind.CANDIDACY, "form_found")] * 2
        )

    def test_is_not_added_to_by_whoever_names_no_address_either(self) -> None:
        found = last(
            candidacy(1, email=""), mail(2, email="", attachments=(file("foto.pdf", "iets anders"),))
        )

        assert (found.kind, found.candidacy) == (EntryKind.OTHER, None)

    def test_that_copies_a_stranger_stands_by_itself(self) -> None:
        assert (
            places(candidacy(1), candidacy(2, "Werkspoor", STORY, email="x@werkspoor.example"))
            == [(EntryKind.CANDIDACY, "form_found")] * 2
        )


class TestARevision:
    def check(self, second: Mail, reason: str, confidence: Confidence) -> None:
        first = candidacy(1)
        found = last(first, second)
        assert (found.kind, found.candidacy, found.reason.key, found.confidence) == (
            EntryKind.REVISION,
            first.sha256,
            f"intake.{reason}",
            confidence,
        )

    def test_is_told_by_a_nearly_equal_text_of_the_same_sender(self) -> None:
        edited = STORY.replace("een jaar lang", "twee jaar lang")
        self.check(candidacy(2, story=edited), "near_equal", Confidence.LIKELY)

    @pytest.mark.parametrize(
        "words",
        [
            "Deze versie vervangt de vorige.",
            "Een nieuwe versie",
            "De herziene versie",
            "Corrigendum bij punt 3",
        ],
    )
    def test_is_told_by_words(self, words: str) -> None:
        edited = STORY.replace("een jaar lang", "twee jaar lang")
        self.check(candidacy(2, story=edited, text=words), "replaces", Confidence.CERTAIN)
        self.check(candidacy(2, story=OTHER_STORY, text=words), "replaces", Confidence.LIKELY)

    def test_is_told_by_the_name_of_the_file(self) -> None:
        named = (file("Kandidatuur_De_Brug_herziene_versie.pdf"),)
        self.check(candidacy(2, attachments=named), "replaces", Confidence.CERTAIN)

    def test_may_come_from_a_colleague_at_home(self) -> None:
        edited = STORY.replace("een jaar lang", "twee jaar lang")
        self.check(candidacy(2, story=edited, email="an@gmail.com"), "near_equal", Confidence.LIKELY)

    def test_in_answer_to_the_candidacy_needs_a_look_when_all_is_different(self) -> None:
        answer = candidacy(2, story=OTHER_STORY, in_reply_to=("1@debrug.example",))
        self.check(answer, "same_thread", Confidence.DOUBTFUL)

    @pytest.mark.parametrize(
        ("text", "confidence"),
        [("Ik was de begroting vergeten.", Confidence.LIKELY), ("Zie bijlage.", Confidence.DOUBTFUL)],
    )
    def test_may_add_what_was_missing(self, text: str, confidence: Confidence) -> None:
        budget = (file("Begroting.xlsx"),)
        self.check(mail(2, text=text, attachments=budget), "addition", confidence)

    def test_may_add_in_the_thread_without_a_word(self) -> None:
        answer = mail(
            2, email="an@elders.example", references=("1@debrug.example",), attachments=(file("B.xlsx"),)
        )
        self.check(answer, "addition", Confidence.LIKELY)

    def test_may_follow_an_answer_of_the_regisseur(self) -> None:
        ours = mail(2, email=CALL.submission_email, in_reply_to=("1@debrug.example",))
        theirs = mail(3, email="an@gmail.com", in_reply_to=(ours.message_id,), attachments=(file("B.xlsx"),))

        assert places(candidacy(1), ours, theirs)[-1] == (EntryKind.REVISION, "addition")

    def test_may_be_a_correction_in_words(self) -> None:
        self.check(mail(2, text="Corrigendum: het bedrag is 12.000 euro."), "correction", Confidence.DOUBTFUL)

    def test_that_comes_late_keeps_its_candidacy_and_says_so(self) -> None:
        first, proof = candidacy(1), Evidence(EvidenceKind.OWN_RECEIVED, "", LATE)
        edited = STORY.replace("een jaar lang", "twee jaar lang")
        late = candidacy(2, story=edited, text="nieuwe versie", arrival=Arrival(LATE, proof, (proof,)))

        found = last(first, late)

        assert (found.kind, found.candidacy, found.verdict, found.late) == (
            EntryKind.REVISION,
            first.sha256,
            Verdict.LATE,
            True,
        )

    def test_belongs_to_the_earliest_arrival_whatever_the_order_of_the_export(self) -> None:
        first, second = candidacy(1), candidacy(2, text="nieuwe versie", story=STORY + " Meer.")

        intake = sort([second, first], (), CALL)

        assert [(entry.kind, entry.candidacy) for entry in intake.entries] == [
            (EntryKind.REVISION, first.sha256),
            (EntryKind.CANDIDACY, first.sha256),
        ]

    def test_ignores_what_the_form_itself_says(self) -> None:
        """Three forms with long questions and short answers are alike in their questions only."""
        questions = " ".join(f"Vraag {n}: beschrijf hier uitvoerig uw punt {n}." for n in range(40))
        answers = (
            "wij doen dit te voet door heel de stad met veel geduld en koffie erbij voor iedereen die wil",
            "onze bus rijdt elke week langs alle dorpen van de streek met boeken en een luisterend oor",
            "in de moestuin leren mensen samen zaaien en oogsten en daarna ook koken voor de buren",
            "het atelier herstelt fietsen met jongeren die liever werken dan zitten en zo een vak leren",
        )
        emails = ("a@een.example", "b@twee.example", "c@drie.example", "d@drie.example")
        mails = [
            candidacy(number, f"Organisatie {number}", f"{questions} {answers[number]}", email=emails[number])
            for number in range(4)
        ]

        assert places(*mails) == [(EntryKind.CANDIDACY, "form_found")] * 4


class TestADuplicate:
    def check(self, first: Mail, second: Mail, reason: str) -> None:
        found = last(first, second)
        assert (found.kind, found.candidacy, found.original, found.reason.key) == (
            EntryKind.DUPLICATE,
            first.sha256,
            first.sha256,
            f"intake.{reason}",
        )

    def test_is_the_same_message_exported_twice(self) -> None:
        self.check(candidacy(1), replace(candidacy(1), source="export.mbox · 9"), "same_message")

    def test_is_the_same_message_by_another_way(self) -> None:
        again = replace(candidacy(1), sha256="f" * 64, references=("x@y.example",))
        self.check(candidacy(1), again, "same_message_again")

    def test_is_the_same_attachment_sent_again(self) -> None:
        self.check(candidacy(1), candidacy(2, text="Nogmaals, voor de zekerheid."), "same_attachments")

    def test_is_not_what_calls_itself_revised_and_says_something_new(self) -> None:
        again = candidacy(2, subject="Herziene versie", text="De begroting onder punt 4 is nu 12.000 euro.")
        found = last(candidacy(1), again)
        assert (found.kind, found.confidence, found.reason.key) == (
            EntryKind.REVISION,
            Confidence.DOUBTFUL,
            "intake.revised_same_files",
        )

    def test_is_a_revised_version_that_is_sent_twice_word_for_word(self) -> None:
        revised = candidacy(2, subject="Herziene versie", text="Met een nieuwe begroting onder punt 4.")
        again = replace(revised, sha256="e" * 64, message_id="<later@heist.example>")
        assert last(candidacy(1), revised, again).kind is EntryKind.DUPLICATE

    def test_is_the_candidacy_that_somebody_passes_on(self) -> None:
        self.check(candidacy(1), candidacy(2, email="collega@heist.example"), "same_attachments")

    def test_is_the_same_form_in_the_text_sent_again(self) -> None:
        self.check(candidacy(1, attachments=()), candidacy(2, attachments=()), "same_attachments")

    def test_is_not_what_reuses_a_message_id_for_something_else(self) -> None:
        other = candidacy(
            2, "Werkspoor", OTHER_STORY, email="x@werkspoor.example", message_id="1@debrug.example"
        )

        assert places(candidacy(1), other)[-1] == (EntryKind.CANDIDACY, "form_found")

    def test_may_repeat_other_mail(self) -> None:
        question = mail(1, subject="Vraag over de begroting")

        assert last(question, question).kind is EntryKind.DUPLICATE
        assert last(question, question).candidacy is None

    def test_is_not_a_second_short_answer(self) -> None:
        assert places(mail(1, text="Bedankt!"), mail(2, text="Bedankt!"))[-1] == (
            EntryKind.OTHER,
            "no_candidacy",
        )


class TestOtherMail:
    @pytest.mark.parametrize("reason", ["automatic_reply", "bounce", "receipt", "meeting", "newsletter"])
    def test_is_what_no_person_wrote_for_the_reason_its_headers_give(self, reason: str) -> None:
        assert places(mail(1, automatic=say(f"intake.{reason}"))) == [(EntryKind.OTHER, reason)]

    def test_needs_a_look_when_it_carries_a_form_all_the_same(self) -> None:
        found = last(candidacy(1, automatic=say("intake.newsletter")))

        assert (found.kind, found.confidence) == (EntryKind.OTHER, Confidence.DOUBTFUL)

    def test_is_what_the_regisseur_sent(self) -> None:
        assert places(candidacy(1, email=CALL.contact.email.upper())) == [(EntryKind.OTHER, "own_mail")]

    def test_is_what_the_mailbox_itself_sent(self) -> None:
        received = [mail(number, email=f"a@huis{number}.example") for number in range(1, 7)]
        sent = mail(9, email="kandidaturen@mechelen.example", arrival=Arrival(None, None, ()))

        assert places(*received, sent)[-1] == (EntryKind.OTHER, "own_mail")

    @pytest.mark.parametrize(
        ("changes", "reason"),
        [
            ({"subject": "Vraag over de begroting"}, "question"),
            ({"subject": "Kleine vraag", "attachments": (file("Kandidatuur ontwerp.docx"),)}, "question"),
            ({"text": "Mogen wij met twee indienen?"}, "question"),
            ({"in_reply_to": ("0@stad.example",)}, "reply"),
            ({"subject": "RE: oproep"}, "reply"),
            ({"attachments": (file("Infofiche.pdf"),)}, "no_form"),
            ({"subject": "Verslag van kandidaturen", "attachments": (file("Verslag.pdf"),)}, "no_form"),
            ({"text": "Wij trekken onze kandidatuur in."}, "withdrawal"),
            ({}, "no_candidacy"),
        ],
    )
    def test_says_why_it_is_no_candidacy(self, changes: dict[str, Any], reason: str) -> None:
        assert places(mail(1, **changes)) == [(EntryKind.OTHER, reason)]

    @pytest.mark.parametrize(
        ("subject", "reason"),
        [
            ("RE: FW: Kandidatuur  De Brug vzw", "same_subject"),
            ("RE: Kandidatuur Werkspoor vzw", "reply"),
            ("RE: Kandidatuur", "reply"),
        ],
    )
    def test_with_the_subject_of_a_candidacy_alone_is_for_a_person_to_look_at(
        self, subject: str, reason: str
    ) -> None:
        found = last(candidacy(1), mail(2, email="an@elders.example", subject=subject))

        assert (found.kind, found.candidacy, found.reason.key) == (EntryKind.OTHER, None, f"intake.{reason}")
        assert (found.confidence is Confidence.DOUBTFUL) == (reason == "same_subject")

    def test_of_a_candidate_stays_with_the_candidacy(self) -> None:
        first = candidacy(1)

        found = last(first, mail(2, text="Hebt u onze mail goed ontvangen?"))

        assert (found.kind, found.candidacy, found.reason.key) == (
            EntryKind.OTHER,
            first.sha256,
            "intake.question",
        )

    def test_that_withdraws_a_candidacy_is_for_the_regisseur(self) -> None:
        first = candidacy(1)

        found = last(
            first, mail(2, text="Wij trekken onze kandidatuur in.", attachments=(file("brief.pdf"),))
        )

        assert (found.kind, found.candidacy, found.reason.key, found.confidence) == (
            EntryKind.OTHER,
            first.sha256,
            "intake.withdrawal",
            Confidence.DOUBTFUL,
        )

    def test_that_quotes_a_replacement_does_not_replace(self) -> None:
        quoting = mail(2, text="Bedankt!\n> Deze versie vervangt de vorige.", subject="Re: Kandidatuur")

        assert places(candidacy(1), quoting)[-1] == (EntryKind.OTHER, "reply")


class TestAMessageThatBreaksOff:
    def test_is_proposed_as_ever_but_to_be_looked_at(self) -> None:
        cut = replace(candidacy(1), notes=(say(CUT_OFF),))

        assert last(candidacy(1)).confidence is Confidence.CERTAIN
        assert last(cut) == replace(last(candidacy(1)), confidence=Confidence.DOUBTFUL)

    def test_is_looked_at_too_when_nothing_of_a_candidacy_is_left_in_it(self) -> None:
        left = last(replace(mail(1), notes=(say(CUT_OFF),)))

        assert (left.kind, left.confidence) == (EntryKind.OTHER, Confidence.DOUBTFUL)


class TestUnreadableMail:
    def test_keeps_its_own_reason(self) -> None:
        broken = UnreadableMail("a" * 64, "export.mbox · 3", say("intake.wreck"), b"")

        assert places(broken) == [(EntryKind.UNREADABLE, "wreck")]
        assert last(broken).verdict is Verdict.UNKNOWN

    @pytest.mark.parametrize(
        ("at", "verdict", "late"), [(NOON, Verdict.IN_TIME, False), (LATE, Verdict.LATE, True)]
    )
    def test_is_judged_by_its_arrival(self, at: datetime, verdict: Verdict, late: bool) -> None:
        proof = Evidence(EvidenceKind.OWN_RECEIVED, "by mx.stad.example", at)

        found = last(an_encrypted_mail(arrival=Arrival(at, proof, (proof,))))

        assert (found.kind, found.verdict, found.late) == (EntryKind.UNREADABLE, verdict, late)

    def test_never_keeps_the_readable_copy_of_the_same_bytes_from_its_place(self) -> None:
        read = candidacy(1)
        unread = an_encrypted_mail(sha256=read.sha256, arrival=read.arrival)

        assert [kind for kind, _ in places(unread, read)] == [EntryKind.DUPLICATE, EntryKind.CANDIDACY]

    @pytest.mark.parametrize(
        "changes",
        [
            {"email": "info@fakkel.example"},
            {"email": "fien@gmail.com", "in_reply_to": ("7@fakkel.example",)},
        ],
        ids=["the same house", "an answer"],
    )
    def test_that_was_placed_by_hand_gets_the_readable_one_as_a_version(
        self, changes: dict[str, Any]
    ) -> None:
        locked = an_encrypted_mail()
        earlier = [placed(locked)]

        (found,) = sort([candidacy(2, "De Fakkel", **changes)], earlier, CALL).entries

        assert (found.kind, found.candidacy) == (EntryKind.REVISION, locked.sha256)
        assert found.confidence is Confidence.DOUBTFUL

    def test_that_is_other_mail_by_hand_draws_nothing(self) -> None:
        earlier = [placed(an_encrypted_mail(), EntryKind.OTHER)]

        (found,) = sort([candidacy(2, "De Fakkel", email="info@fakkel.example")], earlier, CALL).entries

        assert found.kind is EntryKind.CANDIDACY

    def test_twice_the_same_counts_once(self) -> None:
        broken = UnreadableMail("a" * 64, "export.mbox · 3", say("intake.wreck"), b"")

        assert last(broken, broken).kind is EntryKind.DUPLICATE


MAILS = st.lists(
    st.one_of(
        st.builds(
            candidacy,
            st.integers(1, 9),
            st.sampled_from(["De Brug vzw", "De Brug", "Werkspoor"]),
            st.sampled_from([STORY, OTHER_STORY, STORY.replace("een jaar", "twee jaar"), ""]),
            email=st.sampled_from(["a@debrug.example", "b@werkspoor.example", "c@gmail.com", ""]),
            text=st.sampled_from(["", "nieuwe versie", "vergeten", "Wij trekken onze kandidatuur in."]),
            in_reply_to=st.sampled_from([(), ("1@debrug.example",), ("2@x.example",)]),
            fields=st.sampled_from([(), fields("De Brug"), fields("Werkspoor")]),
        ),
        st.builds(
            mail,
            st.integers(1, 9),
            message_id=st.sampled_from(["", "1@debrug.example", "2@x.example"]),
            attachments=st.sampled_from([(), (file(),), (file("a.xlsx"), file("b.pdf"))]),
            arrival=st.just(Arrival(None, None, ())),
        ),
        st.builds(
            UnreadableMail,
            st.sampled_from(["a" * 64, "b" * 64]),
            st.just("x"),
            st.just(say("intake.wreck")),
            st.just(b""),
        ),
    ),
    max_size=6,
)


class TestTheAccount:
    @settings(max_examples=40)
    @given(MAILS)
    def test_always_adds_up(self, mails: list[Mail | UnreadableMail]) -> None:
        intake = sort(mails, (), CALL)

        counts = Counter(entry.kind for entry in intake.entries)
        assert [entry.sha256 for entry in intake.entries] == [mail.sha256 for mail in mails]
        assert (
            intake.messages == len(mails) == sum(len(intake.of(kind)) for kind in EntryKind) == counts.total()
        )

    @settings(max_examples=40)
    @given(MAILS)
    def test_ties_every_version_to_a_candidacy_that_is_there(
        self, mails: list[Mail | UnreadableMail]
    ) -> None:
        intake = sort(mails, (), CALL)

        keys = {entry.sha256 for entry in intake.of(EntryKind.CANDIDACY)}
        assert {entry.candidacy for entry in intake.of(EntryKind.REVISION)} <= keys
        assert {entry.candidacy for entry in intake.entries} <= {*keys, None}

    @settings(max_examples=40)
    @given(MAILS)
    def test_finds_nothing_new_in_the_same_mailbox(self, mails: list[Mail | UnreadableMail]) -> None:
        first = sort(mails, (), CALL)

        again = sort(mails, kept(mails, first), CALL)

        assert [entry.kind for entry in again.entries] == [EntryKind.DUPLICATE] * len(mails)

    def test_places_new_mail_with_what_the_dossier_has(self) -> None:
        known = [candidacy(1), mail(2)]
        dossier = kept(known, sort(known, (), CALL))

        found = sort([candidacy(3, text="nieuwe versie", story=STORY + " Meer.")], dossier, CALL).entries[0]

        assert (found.kind, found.candidacy) == (EntryKind.REVISION, known[0].sha256)
