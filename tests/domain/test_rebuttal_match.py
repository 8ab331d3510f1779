"""Whose a reply is: everything in it can be forged, so only what agrees is a match, and never two."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.mail import Address, Mail
from jury_desktop.domain.rebuttal_match import Known, Match, Sign, from_mail, match
from tests.builders import a_mail

BRUG = "info@debrug.example"
KOMPAS = "an@kompas.example"


def brought(sender: str, message_id: str, **changes: object) -> Mail:
    return a_mail(sender=Address("", sender), message_id=message_id, **changes)


ONE = from_mail("c1", "K-01", (BRUG,), [brought(BRUG, "1@debrug.example")])
TWO = from_mail("c2", "K-02", (KOMPAS,), [brought(KOMPAS, "2@kompas.example")])
TEN = from_mail("c10", "K-10", ("info@tien.example",), [brought("info@tien.example", "10@tien.example")])
PUBLIC = from_mail("c3", "K-03", ("vuurtoren@gmail.com",), [])
EVERYBODY = (ONE, TWO, PUBLIC, TEN)


def reply(sender: str = "x@elders.example", text: str = "Wij gaan niet akkoord.", **changes: object) -> Mail:
    return a_mail(sender=Address("", sender), text=text, subject="Weerwoord", message_id="r@x", **changes)


def test_a_reply_from_the_address_on_the_form_is_theirs():
    assert match(reply(BRUG), EVERYBODY) == Match((("c1", frozenset({Sign.ADDRESS})),), "c1")


def test_case_and_spaces_in_an_address_say_nothing():
    assert match(reply(" Info@DeBrug.example "), EVERYBODY).sure == "c1"


@pytest.mark.parametrize("told", [{"text": "Betreft K-01."}, {"in_reply_to": ("1@debrug.example",)}])
def test_a_colleague_is_theirs_once_something_else_says_so_too(told):
    assert match(reply("jan@debrug.example"), EVERYBODY).sure is None
    assert match(reply("jan@debrug.example", **told), EVERYBODY).sure == "c1"


def test_a_colleague_at_a_public_host_is_a_stranger():
    assert match(reply("iemand@gmail.com", text="K-03"), EVERYBODY).of("c3") == {Sign.REFERENCE}
    assert match(reply("iemand@gmail.com", text="K-03"), EVERYBODY).sure is None


def test_a_forged_answer_to_a_message_proves_nothing():
    forged = reply("boef@elders.example", in_reply_to=("1@debrug.example",), text="Dit is K-01.")
    found = match(forged, EVERYBODY)
    assert (found.candidates, found.sure) == (("c1",), None)


def test_a_candidate_who_answers_the_thread_of_another_is_asked_about():
    forged = reply(KOMPAS, in_reply_to=("1@debrug.example",))
    assert (match(forged, EVERYBODY).candidates, match(forged, EVERYBODY).sure) == (("c1", "c2"), None)


@pytest.mark.parametrize("text", ["Betreft K-02.", "Wij (K-01) scoorden lager dan K-02."])
def test_a_reply_that_names_another_candidate_is_asked_about(text):
    assert match(reply(BRUG, text=text), EVERYBODY).sure is None


def test_an_address_of_two_candidacies_needs_the_number():
    second = replace(TWO, addresses=frozenset({BRUG, KOMPAS}))
    both = (ONE, second)
    assert match(reply(BRUG), both).sure is None
    assert match(reply(BRUG, text="Over K-02."), both).sure == "c2"


def test_where_nothing_matches_nothing_is_proposed():
    assert match(reply(), EVERYBODY) == Match((), None)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("kenmerk lier-2023/K-01/niet-geselecteerd", True),
        ("k-1", True),
        ("K-01.", True),
        ("K-001", True),  # the same number
        ("K-010", False),
        ("K-10", False),
        ("XK-01", False),
        ("K-01-bis", False),
        ("K-01a", False),
        ("A-K-01", False),
    ],
)
def test_a_reference_is_a_word_of_its_own(text, named):
    assert (Sign.REFERENCE in match(reply(text=text), (ONE, TWO)).of("c1")) is named


@given(st.text(alphabet="Kk-0123456789aZ _/.\n", max_size=200))
def test_any_text_can_be_searched_for_references(text):
    match(reply(text=text), EVERYBODY)


def test_a_hostile_text_is_read_at_once():
    for text in ("k-" * 50_000, "a" * 100_000, "k-" + "1" * 100_000, "k-1" + "-" * 100_000):
        assert match(reply(text=text), (TWO,)).sure is None


senders = st.sampled_from([BRUG, KOMPAS, "jan@debrug.example", "vuurtoren@gmail.com", "x@elders.example", ""])
threads = st.lists(st.sampled_from(["1@debrug.example", "2@kompas.example", "3@x"]), max_size=2).map(tuple)
texts = st.lists(st.sampled_from(["K-01", "K-02", "K-03", "K-10", "niets"]), max_size=3).map(" ".join)
some = st.lists(st.sampled_from(EVERYBODY), unique=True).map(tuple)


@given(senders, threads, texts, some)
def test_a_match_is_sure_only_where_all_that_speaks_agrees_and_the_sender_does(sender, thread, text, people):
    found = match(reply(sender, text=text, in_reply_to=thread), people)
    if found.sure is None:
        return
    said = dict(found.signs)
    assert said[found.sure] & {Sign.ADDRESS, Sign.HOUSE}
    assert said[found.sure] != {Sign.HOUSE}
    for sign in (Sign.THREAD, Sign.REFERENCE):
        pointed = {key for key, has in said.items() if sign in has}
        assert not pointed or found.sure in pointed
    assert {key for key, has in said.items() if Sign.REFERENCE in has} <= {found.sure}


@given(senders, threads, texts, st.permutations(EVERYBODY))
def test_the_order_of_the_candidates_makes_no_difference(sender, thread, text, people):
    mail = reply(sender, text=text, in_reply_to=thread)
    found, again = match(mail, EVERYBODY), match(mail, people)
    assert (found.sure, dict(found.signs)) == (again.sure, dict(again.signs))


@given(senders, threads, texts)
def test_another_candidate_who_shares_nothing_never_changes_a_match(sender, thread, text):
    mail = reply(sender, text=text, in_reply_to=thread)
    stranger = Known(
        "c9", "K-99", frozenset({"n@niemand.example"}), frozenset({"niemand.example"}), frozenset()
    )
    assert match(mail, EVERYBODY).sure == match(mail, (*EVERYBODY, stranger)).sure
