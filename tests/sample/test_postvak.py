"""What the mailbox is, read with nothing but the standard library."""

from __future__ import annotations

from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import pytest

from jury_desktop import resources
from tests.sample.mail import arrival, attached, expected, messages, raw_messages, subject

CANDIDACIES = expected()["candidacies"]


def test_the_totals_add_up_to_the_messages_in_the_file() -> None:
    totals = expected()["totals"]
    parts = [totals[kind] for kind in ("candidacies", "revisions", "duplicates", "other", "unreadable")]
    assert (len(messages()), totals["messages"], parts) == (43, 43, [14, 3, 6, 19, 1])


@pytest.mark.parametrize("told", expected()["messages"], ids=lambda told: f"{told['number']}")
def test_each_message_has_the_subject_attachments_and_arrival_expected(told: dict[str, Any]) -> None:
    message = messages()[told["number"] - 1]
    received = datetime.fromisoformat(told["received_at"]) if told["received_at"] else None
    found = arrival(message)
    assert subject(message) == told["subject"]
    assert attached(message) == told["attachments"]
    assert (parsedate_to_datetime(found) if found else None) == received


@pytest.mark.parametrize("candidacy", CANDIDACIES, ids=lambda candidacy: str(candidacy["reference"]))
def test_each_candidacy_names_the_files_its_own_messages_bring(candidacy: dict[str, Any]) -> None:
    brought = [
        {**file, "message": role["number"]}
        for role in candidacy["messages"]
        if role["role"] in {"candidacy", "revision"}
        for file in attached(messages()[role["number"] - 1])
    ]
    told = [{key: file[key] for key in ("name", "sha256", "message")} for file in candidacy["attachments"]]
    assert told == brought


def test_candidacies_are_numbered_in_the_order_in_which_the_server_took_them_in() -> None:
    moments = [datetime.fromisoformat(candidacy["received_at"]) for candidacy in CANDIDACIES]
    assert moments == sorted(moments)
    assert [candidacy["reference"] for candidacy in CANDIDACIES] == [f"K-{n:02d}" for n in range(1, 15)]


def test_one_candidacy_is_late_although_its_own_date_is_in_time() -> None:
    (late,) = [candidacy for candidacy in CANDIDACIES if candidacy["late"]]
    message = messages()[late["messages"][0]["number"] - 1]
    assert late["reference"] == "K-14"
    assert message["Date"] == "Fri, 02 Jun 2023 23:58:00 +0200"
    assert late["received_at"] == "2023-06-03T00:07:12+02:00"
    assert late["received_by"] == " ".join(f"Received: {message['Received']}".split())


def test_one_version_arrived_within_the_last_minute() -> None:
    borderline = [
        (candidacy["reference"], role["role"], role["received_at"])
        for candidacy in CANDIDACIES
        for role in candidacy["messages"]
        if role["verdict"] == "borderline"
    ]
    assert borderline == [("K-13", "revision", "2023-06-02T23:59:41+02:00")]


def test_duplicates_are_of_every_kind() -> None:
    raw, read = raw_messages(), messages()
    assert raw[41] == raw[16]  # exported twice, the same bytes
    assert raw[42] != raw[24]
    assert read[42]["Message-ID"] == read[24]["Message-ID"]  # exported twice, from another folder
    assert read[33]["Message-ID"] == read[32]["Message-ID"]
    assert read[33]["Delivered-To"] != read[32]["Delivered-To"]  # delivered through an alias as well
    again = [(15, 12), (28, 27), (41, 32)]  # sent again, sent from a phone, forwarded by a colleague
    for copy, first in again:
        assert read[copy - 1]["Message-ID"] != read[first - 1]["Message-ID"]
        assert attached(read[copy - 1]) == attached(read[first - 1])


def test_the_broken_message_has_nothing_a_sender_wrote() -> None:
    (told,) = [told for told in expected()["messages"] if told["kind"] == "unreadable"]
    message = messages()[told["number"] - 1]
    assert [message[name] for name in ("From", "To", "Subject", "Date", "Message-ID")] == [None] * 5
    assert message.defects


def test_what_we_sent_ourselves_has_no_time_of_arrival() -> None:
    own = [message for message in messages() if "kandidaturen@mechelen.example" in str(message["From"])]
    assert len(own) == 5
    assert [arrival(message) for message in own] == [None] * 5


def test_the_readme_tells_every_message() -> None:
    table = resources.text("sample", "README.md")
    for told in expected()["messages"]:
        assert f"| {told['number']} |" in table
        assert told["what"] in table
