"""When a message arrived and whether that was in time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.arrival import (
    Verdict,
    establish,
    from_mbox_line,
    from_received,
    grounds,
    is_late,
    judge,
    received_by,
    receiving_host,
    stated,
)
from jury_desktop.domain.mail import Arrival, Evidence, EvidenceKind
from jury_desktop.domain.messages import say

BRUSSELS = ZoneInfo("Europe/Brussels")
DEADLINE = datetime(2023, 6, 2, 23, 59, tzinfo=BRUSSELS)
OWN = ("mx1.mechelen.example", "mail.mechelen.example")


def line(clock: str, by: str = "mail.mechelen.example") -> str:
    return f"from smtp.debrug.example ([192.0.2.7]) by {by} with ESMTPS id 4Q; {clock}"


def arrived(clock: str) -> Arrival:
    return establish(from_received([line(clock)], OWN))


class TestTheDeadline:
    @pytest.mark.parametrize(
        ("clock", "verdict"),
        [
            ("Fri, 2 Jun 2023 23:58:59 +0200", Verdict.IN_TIME),
            ("Fri, 2 Jun 2023 23:59:00 +0200", Verdict.BORDERLINE),
            ("Fri, 2 Jun 2023 23:59:59 +0200", Verdict.BORDERLINE),
            ("Fri, 2 Jun 2023 21:59:59 +0000", Verdict.BORDERLINE),
            ("Fri, 2 Jun 2023 23:59:60 +0200", Verdict.BORDERLINE),
            ("Sat, 3 Jun 2023 00:00:00 +0200", Verdict.LATE),
            ("Fri, 2 Jun 2023 22:00:00 +0000", Verdict.LATE),
            ("Fri, 2 Jun 2023 23:59:30 +0100", Verdict.LATE),
            ("Fri, 2 Jun 2023 23:59:59", Verdict.UNKNOWN),
        ],
    )
    def test_lies_after_the_last_second_of_its_minute(self, clock: str, verdict: Verdict) -> None:
        assert judge(arrived(clock), DEADLINE) == verdict

    def test_the_last_minute_is_in_time_though_it_is_shown(self) -> None:
        assert not is_late(arrived("Fri, 2 Jun 2023 23:59:59 +0200"), DEADLINE)
        assert is_late(arrived("Sat, 3 Jun 2023 00:00:00 +0200"), DEADLINE)

    def test_what_nobody_proves_is_not_late(self) -> None:
        assert not is_late(Arrival(None, None, ()), DEADLINE)

    @pytest.mark.parametrize(
        ("deadline", "clock", "verdict"),
        [
            (
                datetime(2023, 1, 31, 23, 59, tzinfo=BRUSSELS),
                "31 Jan 2023 22:59:59 +0000",
                Verdict.BORDERLINE,
            ),
            (datetime(2023, 1, 31, 23, 59, tzinfo=BRUSSELS), "31 Jan 2023 23:00:00 +0000", Verdict.LATE),
            (datetime(2023, 3, 26, 1, 59, tzinfo=BRUSSELS), "26 Mar 2023 00:59:59 +0000", Verdict.BORDERLINE),
            (datetime(2023, 3, 26, 1, 59, tzinfo=BRUSSELS), "26 Mar 2023 03:00:00 +0200", Verdict.LATE),
            (
                datetime(2023, 10, 29, 2, 59, tzinfo=BRUSSELS),
                "29 Oct 2023 02:59:59 +0200",
                Verdict.BORDERLINE,
            ),
            (datetime(2023, 10, 29, 2, 59, tzinfo=BRUSSELS), "29 Oct 2023 02:00:00 +0100", Verdict.LATE),
        ],
        ids=["winter", "winter late", "spring forward", "spring late", "fall back", "second 02:00 is late"],
    )
    def test_follows_the_clock_of_brussels(self, deadline: datetime, clock: str, verdict: Verdict) -> None:
        assert judge(arrived(clock), deadline) == verdict

    @given(st.integers(-200_000, 200_000), st.integers(-12, 14))
    def test_is_the_same_moment_in_every_zone(self, seconds: int, hours: int) -> None:
        at = (DEADLINE + timedelta(seconds=seconds)).astimezone(timezone(timedelta(hours=hours)))
        proof = Evidence(EvidenceKind.OWN_RECEIVED, "", at)

        late = is_late(establish([proof]), DEADLINE)

        assert late == (at >= datetime(2023, 6, 2, 22, 0, tzinfo=UTC))


class TestTheEvidence:
    def test_the_strongest_decides_in_the_order_of_the_rules(self) -> None:
        moment = datetime(2023, 6, 1, tzinfo=UTC)
        found = [
            Evidence(kind, kind.value, moment + timedelta(hours=number))
            for number, kind in enumerate(reversed(EvidenceKind))
            if kind is not EvidenceKind.SENT_COPY
        ]

        deciders = []
        while (arrival := establish(found)).decisive is not None:
            deciders.append(arrival.decisive.kind)
            found.remove(arrival.decisive)

        assert deciders == [
            EvidenceKind.STATED,
            EvidenceKind.MAPI_DELIVERY,
            EvidenceKind.EMLX_RECEIVED,
            EvidenceKind.MBOX_FROM,
            EvidenceKind.OWN_RECEIVED,
        ]

    def test_the_date_of_the_sender_never_decides(self) -> None:
        dated = Evidence(EvidenceKind.DATE_HEADER, "x", datetime(2023, 6, 1, tzinfo=UTC))

        assert establish([dated]) == Arrival(None, None, (dated,))

    def test_a_proof_without_a_moment_leaves_the_word_to_the_next(self) -> None:
        nameless = Evidence(EvidenceKind.MBOX_FROM, "From - Fri Jun  2 23:59:00 2023", None)
        own = from_received([line("Fri, 2 Jun 2023 23:00:00 +0200")], OWN)

        assert establish([nameless, *own]).decisive == own[0]

    def test_only_the_topmost_line_of_an_own_server_proves(self) -> None:
        lines = [
            line("Sat, 3 Jun 2023 00:07:00 +0200"),
            line("Fri, 2 Jun 2023 20:00:00 +0200", by="mx1.mechelen.example"),
            line("Fri, 2 Jun 2023 19:00:00 +0200", by="relay.debrug.example"),
        ]

        found = from_received(lines, OWN)

        assert [item.kind for item in found] == [
            EvidenceKind.OWN_RECEIVED,
            EvidenceKind.OTHER_RECEIVED,
            EvidenceKind.OTHER_RECEIVED,
        ]
        assert judge(establish(found), DEADLINE) == Verdict.LATE

    @pytest.mark.parametrize(
        ("above", "own", "verdict"),
        [
            ("Sat, 3 Jun 2023 09:00:00 +0200", "Thu, 1 Jun 2023 09:00:00 +0200", Verdict.BORDERLINE),
            ("Thu, 1 Jun 2023 09:00:05 +0200", "Thu, 1 Jun 2023 09:00:00 +0200", Verdict.IN_TIME),
            ("Sat, 3 Jun 2023 09:00:05 +0200", "Sat, 3 Jun 2023 09:00:00 +0200", Verdict.LATE),
            ("Sat, 3 Jun 2023 09:00:00", "Thu, 1 Jun 2023 09:00:00 +0200", Verdict.IN_TIME),
        ],
        ids=["may be forged", "handed on at once", "late anyway", "above says nothing"],
    )
    def test_an_own_line_below_a_later_one_of_another_may_be_forged(
        self, above: str, own: str, verdict: Verdict
    ) -> None:
        arrival = establish(from_received([line(above, by="mx.elsewhere.example"), line(own)], OWN))

        assert judge(arrival, DEADLINE) == verdict
        overtaken = say("intake.arrival_overtaken")
        assert (grounds(arrival, DEADLINE) == overtaken) == (verdict is Verdict.BORDERLINE)

    def test_what_the_own_server_handed_on_to_itself_is_no_forgery(self) -> None:
        lines = [
            line("Thu, 1 Jun 2023 09:00:07 +0200"),
            line("Sat, 3 Jun 2023 09:00:05 +0200", by="filter.elsewhere.example"),
            line("Thu, 1 Jun 2023 09:00:00 +0200"),
        ]

        assert judge(establish(from_received(lines, OWN)), DEADLINE) == Verdict.IN_TIME

    def test_without_an_own_server_there_is_no_proof(self) -> None:
        found = from_received([line("Fri, 2 Jun 2023 20:00:00 +0200", by="mx.elsewhere.example")], OWN)

        assert judge(establish(found), DEADLINE) == Verdict.UNKNOWN

    def test_proofs_on_both_sides_of_the_deadline_leave_it_to_the_regisseur(self) -> None:
        delivered = Evidence(EvidenceKind.MAPI_DELIVERY, "", datetime(2023, 6, 2, 22, 2, tzinfo=UTC))
        own = from_received([line("Fri, 2 Jun 2023 23:55:00 +0200")], OWN)

        arrival = establish([delivered, *own])

        assert (judge(arrival, DEADLINE), is_late(arrival, DEADLINE)) == (Verdict.BORDERLINE, True)

    @pytest.mark.parametrize(("apart", "verdict"), [(60, Verdict.IN_TIME), (61, Verdict.BORDERLINE)])
    def test_proofs_more_than_a_minute_apart_contradict_each_other(
        self, apart: int, verdict: Verdict
    ) -> None:
        own = from_received([line("Thu, 1 Jun 2023 12:00:00 +0200")], OWN)
        delivered = datetime(2023, 6, 1, 10, 0, tzinfo=UTC) + timedelta(seconds=apart)
        arrival = establish([Evidence(EvidenceKind.MAPI_DELIVERY, "", delivered), *own])

        assert judge(arrival, DEADLINE) == verdict

    def test_sent_mail_and_drafts_prove_nothing_whatever_they_carry(self) -> None:
        delivered = Evidence(EvidenceKind.MAPI_DELIVERY, "", datetime(2023, 6, 1, tzinfo=UTC))
        kept = Evidence(EvidenceKind.SENT_COPY, "Verzonden items", None)

        arrival = establish([delivered, *from_received([line("Thu, 1 Jun 2023 12:00:00 +0200")], OWN), kept])

        assert (arrival.at, judge(arrival, DEADLINE)) == (None, Verdict.UNKNOWN)

    def test_the_regisseur_may_establish_what_nothing_proves(self) -> None:
        moment = datetime(2023, 6, 2, 21, 59, 30, tzinfo=UTC)
        kept = Evidence(EvidenceKind.SENT_COPY, "Verzonden items", None)

        arrival = stated(establish([kept]), moment, "Afgegeven aan het onthaal")

        assert (arrival.at, judge(arrival, DEADLINE)) == (moment, Verdict.IN_TIME)
        assert received_by(arrival) == "regisseur: Afgegeven aan het onthaal"
        assert stated(arrival, moment, "Ontvangstbewijs").evidence[1:] == (kept,)

    def test_the_proof_is_shown_as_it_was_found(self) -> None:
        raw = line("Fri, 2 Jun 2023 20:00:00 +0200")

        assert received_by(establish(from_received([raw], OWN))) == f"Received: {raw}"
        assert received_by(Arrival(None, None, ())) == ""


class TestTheGrounds:
    @pytest.mark.parametrize(
        ("evidence", "rule"),
        [
            ([line("Thu, 1 Jun 2023 12:00:00 +0200")], "in_time"),
            ([line("Sat, 3 Jun 2023 12:00:00 +0200")], "late"),
            ([line("Fri, 2 Jun 2023 23:59:10 +0200")], "last_minute"),
            ([line("Fri, 2 Jun 2023 23:59:10")], "zone_unknown"),
            ([line("Thu, 1 Jun 2023 12:00:00 +0200", by="mx.elsewhere.example")], "unproven"),
            ([], "unproven"),
        ],
    )
    def test_name_the_rule(self, evidence: list[str], rule: str) -> None:
        assert grounds(establish(from_received(evidence, OWN)), DEADLINE) == say(f"intake.arrival_{rule}")

    def test_say_how_far_proofs_lie_apart(self) -> None:
        delivered = Evidence(EvidenceKind.MAPI_DELIVERY, "", datetime(2023, 6, 2, 22, 2, tzinfo=UTC))
        own = from_received([line("Fri, 2 Jun 2023 23:55:00 +0200")], OWN)

        found = grounds(establish([delivered, *own]), DEADLINE)

        assert found == say("intake.arrival_disputed", seconds=420)

    def test_say_that_a_sent_copy_proves_nothing_and_who_established_a_moment(self) -> None:
        copy = establish([Evidence(EvidenceKind.SENT_COPY, "Sent", None)])

        assert grounds(copy, DEADLINE) == say("intake.arrival_sent_copy")
        assert grounds(stated(copy, DEADLINE, "Gezien"), DEADLINE) == say("intake.arrival_stated")


class TestTheReceivingHost:
    @pytest.mark.parametrize(
        ("received", "host"),
        [
            ("from a.example by MX1.Mechelen.Example. with SMTP; Fri", "mx1.mechelen.example"),
            ("by mx1.mechelen.example (Postfix) id 7; Fri", "mx1.mechelen.example"),
            ("from x (helo by mail.mechelen.example (y)) by evil.example with SMTP; Fri", "evil.example"),
            ("from by ([192.0.2.1]) by mx1.mechelen.example with SMTP; Fri", "mx1.mechelen.example"),
            (
                "(" * 3000 + "by evil.example" + ")" * 3000 + " by mx1.mechelen.example; Fri",
                "mx1.mechelen.example",
            ),
            ("from x (( by mail.mechelen.example with SMTP; Fri", "mail.mechelen.example"),
            ("no host at all", ""),
            ("", ""),
        ],
    )
    def test_is_the_word_after_by_outside_comments(self, received: str, host: str) -> None:
        assert receiving_host(received) == host

    @pytest.mark.parametrize(
        ("server", "host", "own"),
        [
            ("mechelen.example", "mx7.mechelen.example", True),
            (".mechelen.example", "mx7.mechelen.example", True),
            ("mechelen.example", "evilmechelen.example", False),
            ("", "mechelen.example", False),
        ],
    )
    def test_a_domain_stands_for_its_hosts(self, server: str, host: str, own: bool) -> None:
        found = from_received([line("Fri, 2 Jun 2023 20:00:00 +0200", by=host)], [server])

        assert (found[0].kind is EvidenceKind.OWN_RECEIVED) == own


class TestTheMboxLine:
    def test_of_takeout_gives_the_arrival(self) -> None:
        found = from_mbox_line("From 1844347792267117879@xxx Fri Jun 02 21:59:40 +0000 2023")

        assert found.at == datetime(2023, 6, 2, 21, 59, 40, tzinfo=UTC)

    @pytest.mark.parametrize(
        "mark",
        [
            "From - Fri Jun  2 23:00:00 2023",
            "From info@debrug.example Fri Jun  2 21:00:00 2023",
            "From info@debrug.example Fri Jun  2 21:00:00 +0000 2023",
            "From MAILER-DAEMON",
        ],
    )
    def test_of_anybody_else_is_shown_without_a_moment(self, mark: str) -> None:
        assert from_mbox_line(mark).at is None
