"""HTML as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.mailbox.hypertext import to_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Beste</p><p>Dag&nbsp;<b>allen</b></p>", "Beste\n\nDag allen"),
        ("een<br>twee<br/>drie", "een\ntwee\ndrie"),
        ("<table><tr><td>Organisatie</td><td> De Brug </td></tr></table>", "Organisatie\tDe Brug"),
        ("<ul><li>een<li>twee</ul>", "een\n\ntwee"),
        ("<head><title>x</title></head><style>p{}</style><script>alert(1)</script>tekst", "tekst"),
        ("<img src='http://tracker.example/x.png'>zien<iframe src='file:///etc/passwd'></iframe>", "zien"),
        ("caf&eacute; &#9746; &lt;b&gt;", "café ☒ <b>"),
        ("<p>niet <b>gesloten", "niet gesloten"),
        ("", ""),
        ("<!-- niets -->", ""),
    ],
)
def test_keeps_what_can_be_seen(html: str, text: str) -> None:
    assert to_text(html) == text


def test_survives_a_thousand_levels() -> None:
    assert "diep" in to_text("<div>" * 5000 + "diep")


@given(st.text(st.sampled_from("<>/!-ab&;\"'= x\0"), max_size=200))
def test_never_fails(html: str) -> None:
    assert "\0" not in to_text(html)
