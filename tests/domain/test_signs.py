"""What a message gives away about itself."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain import signs
from tests.builders import a_mail

WORDS = st.sampled_from(
    [
        *(
            "vervangt",
            "VERVANGING",
            "in de plaats van",
            "nieuwe",
            "Herziene",
            "versie",
            "definitieve",
            "juiste",
        ),
        *("bijlage", "corrigenda", "erratum", "rechtzetting", "correctie", "updated", "version", "replaces"),
        *(
            "v2",
            "v10",
            "trek",
            "trekken",
            "Ingetrokken",
            "intrekking",
            "kandidatuur",
            "in",
            "terug",
            "withdraw",
        ),
        *("Op maandag 5 juni schreef An:", "\n", "> ", "Van: a@x.example", "____________", "-- ", "wrote:"),
        *("oorspronkelijk bericht", "\u2028", "een", "de", "wij", "ſchreef", "\x0b", "?"),
    ]
)


@given(st.lists(WORDS, max_size=12).map(" ".join), st.lists(WORDS, max_size=3).map(" ".join))
def test_a_quick_look_passes_nothing_over(text: str, subject: str) -> None:
    mail = a_mail(text=text, subject=subject)

    def seen() -> tuple[str, bool, bool]:
        signs.unquoted.cache_clear()
        return signs.unquoted(text), signs.replaces(mail), signs.withdraws(mail)

    with patch.object(signs, "_hints", return_value=True):
        closely = seen()
    assert seen() == closely
