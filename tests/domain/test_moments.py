"""The dates of mail headers."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.moments import parse_moment


class TestMoments:
    @pytest.mark.parametrize(
        ("text", "moment"),
        [
            ("Fri, 2 Jun 2023 23:59:59 +0200 (CEST)", "2023-06-02T21:59:59+00:00"),
            ("Fri,  2 Jun 2023 23:59:59\r\n\t+0200", "2023-06-02T21:59:59+00:00"),
            ("2 Jun 2023 21:59 GMT", "2023-06-02T21:59:00+00:00"),
            ("2 Jun 23 21:59:00 UT", "2023-06-02T21:59:00+00:00"),
            ("vr, 2 juni 2023 23:59:59 +0200", "2023-06-02T21:59:59+00:00"),
            ("do, 11 mei 2023 10:00:00 +0200", "2023-05-11T08:00:00+00:00"),
            ("di 7 mrt. 2023 10:00 +0100", "2023-03-07T09:00:00+00:00"),
            ("Fri, 2 Jun 2023 23:59:60 +0200", "2023-06-02T21:59:59+00:00"),
        ],
    )
    def test_with_a_zone_are_read(self, text: str, moment: str) -> None:
        assert parse_moment(text) == datetime.fromisoformat(moment)

    @pytest.mark.parametrize(
        "text",
        [
            "Fri, 2 Jun 2023 23:59:59",
            "Fri, 2 Jun 2023 23:59:59 -0000",
            "Fri, 2 Jun 2023 23:59:59 CEST",
            "Fri, 2 Jun 2023 23:59:59 +9900",
            "Fri, 32 Jun 2023 23:59:59 +0200",
            "Fri, 2 Foo 2023 23:59:59 +0200",
            "2 Jun 2023 25:00:00 +0200",
            "1 Jan 0001 00:00:00 +1400",
            "Fri, 2 Jun 2023 +0200",
            "gisteren",
            "",
        ],
    )
    def test_without_a_known_zone_or_sense_are_not_guessed(self, text: str) -> None:
        assert parse_moment(text) is None

    @given(st.text())
    def test_never_fail(self, text: str) -> None:
        moment = parse_moment(text)

        assert moment is None or moment.tzinfo is not None
