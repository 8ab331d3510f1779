"""A mail as a file that opens as a draft."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.header import decode_header, make_header

import pytest

from jury_desktop.services.mail_draft import mail_draft

ENDINGS = (
    "Lier – Heist-op-den-Berg – Nijlen is niet geselecteerd",
    "only plain words that go on and on until they no longer fit on a single line of a mail",
    "één – twee – drie vier – vijf zes – zeven acht negen tien – elf",
)


@pytest.mark.parametrize("ending", ENDINGS)
def test_wherever_a_subject_is_folded_it_reads_as_it_was(ending: str) -> None:
    subjects = ["a" * length + f" voor {ending}" for length in range(1, 60)]
    drafts = [mail_draft("k@kandidaat.example", subject, "Beste lezer") for subject in subjects]

    read = [message_from_bytes(draft)["Subject"].replace("\r\n", "") for draft in drafts]
    assert [str(make_header(decode_header(each))) for each in read] == subjects, "as the standard has it"
    assert [message_from_bytes(draft, policy=policy.default)["Subject"] for draft in drafts] == subjects
    assert {len(line) <= 78 for draft in drafts for line in draft.splitlines()[:3]} == {True}
