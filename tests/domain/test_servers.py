"""The mailbox's own servers: configured, learned from the export, or named by the regisseur."""

from __future__ import annotations

import pytest

from jury_desktop.domain.arrival import establish, from_received
from jury_desktop.domain.mail import Mail
from jury_desktop.domain.servers import (
    Basis,
    Receiving,
    receiving_servers,
    reconsider,
    suggest_own_servers,
)
from tests.builders import a_mail, an_unreadable_mail
from tests.domain.test_arrival import OWN, line


class TestOwnServers:
    def mail_by(self, host: str, number: int) -> Mail:
        evidence = from_received([line("Fri, 2 Jun 2023 20:00:00 +0200", by=host)], ())
        return a_mail(b"%d" % number, arrival=establish(evidence))

    def test_can_be_named_afterwards(self) -> None:
        raw = [line("Fri, 2 Jun 2023 20:00:00 +0200")]

        assert reconsider(establish(from_received(raw, ())), OWN) == establish(from_received(raw, OWN))

    @pytest.mark.parametrize(
        ("hosts", "suggestion"),
        [
            (["mx1.stad.example", "mx2.stad.example", "mx1.stad.example"], ("stad.example",)),
            (["mx.stad.example"] * 3 + ["relay.other.example"], ("mx.stad.example",)),
            (["mx.stad.example"] * 2, ()),
            (["a.one.example", "b.two.example", "c.three.example", "d.four.example"], ()),
        ],
    )
    def test_are_suggested_by_what_most_of_the_mailbox_shares(
        self, hosts: list[str], suggestion: tuple[str, ...]
    ) -> None:
        found = [self.mail_by(host, number) for number, host in enumerate(hosts)]

        assert suggest_own_servers(found) == suggestion


def received_from(*hosts: str) -> list[Mail]:
    """Messages whose topmost Received line was written by these hosts."""
    lines = (f"from weg.example by {host} with ESMTP; Fri, 2 Jun 2023 23:59:59 +0200" for host in hosts)
    return [a_mail(arrival=establish(from_received([line], ()))) for line in lines]


@pytest.mark.parametrize(
    ("hosts", "servers", "basis"),
    [
        (("mx.stad.example", "mx.stad.example"), ("mx.stad.example",), Basis.CALL),
        (("elders.example", "mx.stad.example"), ("mx.stad.example",), Basis.CALL),
        (("in1.gemeente.example", "in2.gemeente.example"), ("gemeente.example",), Basis.SHARED),
        (("a.host.example",) * 3 + ("b.ander.example",), ("a.host.example",), Basis.SHARED),
        (
            ("een.host.example", "twee.ander.example"),
            ("een.host.example", "twee.ander.example"),
            Basis.LAST_HOP,
        ),
        ((), ("mx.stad.example",), Basis.CALL),
    ],
    ids=["configured", "one configured", "address", "shared", "each its own", "nothing received"],
)
def test_the_receiving_servers_are_configured_or_learned(
    hosts: tuple[str, ...], servers: tuple[str, ...], basis: Basis
) -> None:
    mails = received_from(*hosts)
    found = receiving_servers(mails, ("mx.stad.example",), "oproep@gemeente.example")

    assert found == Receiving(servers, basis)


def test_what_could_not_be_read_tells_who_received_it_too() -> None:
    mails = [an_unreadable_mail(arrival=mail.arrival) for mail in received_from("een.host.example")]

    assert receiving_servers(mails, (), "") == Receiving(("een.host.example",), Basis.LAST_HOP)
