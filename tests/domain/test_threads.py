"""Which messages belong to one conversation."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.mail import Mail
from jury_desktop.domain.threads import Threads
from tests.builders import a_mail


def mail(message_id: str, *references: str, answers: str = "") -> Mail:
    raw = f"{message_id}{references}{answers}".encode()
    replied = (answers,) if answers else ()
    return a_mail(raw, message_id=message_id, references=references, in_reply_to=replied)


def conversations(*mails: Mail) -> list[set[str]]:
    threads = Threads(mails)
    found: dict[str, set[str]] = {}
    for item in mails:
        found.setdefault(threads.of(item), set()).add(item.message_id)
    return list(found.values())


def test_answers_join_what_they_answer() -> None:
    assert conversations(mail("a"), mail("b", answers="a"), mail("c")) == [{"a", "b"}, {"c"}]


def test_references_join_over_a_message_that_is_missing() -> None:
    assert conversations(mail("a", "lost"), mail("b", "lost")) == [{"a", "b"}]


def test_the_order_of_the_export_does_not_matter() -> None:
    assert conversations(mail("c", "b"), mail("b", "a"), mail("a")) == [{"a", "b", "c"}]


def test_outlook_conversations_join() -> None:
    assert conversations(mail("a", "thread-index:01"), mail("b", "thread-index:01")) == [{"a", "b"}]


def test_messages_without_an_identifier_stay_apart() -> None:
    threads = Threads([one := a_mail(b"een", message_id=""), two := a_mail(b"twee", message_id="")])

    assert threads.of(one) != threads.of(two)


def test_a_chain_of_any_length_is_one_conversation() -> None:
    chain = [mail(str(number), answers=str(number - 1)) for number in range(5000)]

    assert len(conversations(*chain)) == 1


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20))
def test_belonging_together_is_the_closure_of_answering(pairs: list[tuple[int, int]]) -> None:
    mails = [mail(str(number)) for number in range(10)] + [mail(str(a), str(b)) for a, b in pairs]
    threads = Threads(mails)
    reach = {number: {number} for number in range(10)}
    for _ in range(10):
        for a, b in pairs:
            together = reach[a] | reach[b]
            for number in together:
                reach[number] = reach[number] | together

    assert all(
        (threads.of(mails[a]) == threads.of(mails[b])) == (b in reach[a])
        for a in range(10)
        for b in range(10)
    )
