"""Zip attachments, counted before they are opened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.errors import JuryError
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.archives import names_in, open_attachment
from tests.mailbox.builders import zipped


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ZIP_MEMBERS", 3)


MANY = zipped({str(number): b"x" for number in range(4)})


@pytest.mark.usefixtures("few")
class TestTooManyMembers:
    @pytest.mark.parametrize(
        "data",
        [
            MANY,
            b"voorafgaand" + MANY,
            MANY[:-10] + (9).to_bytes(4, "little") + MANY[-6:],
            MANY[:-22] + b"PK\x06\x07" + bytes(16) + MANY[-22:],
        ],
    )
    def test_are_never_listed(self, data: bytes) -> None:
        assert names_in(data) == frozenset()

    def test_are_refused(self) -> None:
        with pytest.raises(JuryError) as refused:
            open_attachment(MANY)

        assert refused.value.message.key == "intake.attachment_bomb"

    def test_do_not_count_what_a_member_holds(self) -> None:
        assert names_in(zipped({"in.zip": MANY}, compression=0)) == {"in.zip"}


@given(st.dictionaries(st.text("ab/", min_size=1, max_size=5), st.binary(max_size=30), max_size=8))
def test_all_names_are_found(files: dict[str, bytes]) -> None:
    assert names_in(zipped(files)) == set(files)
