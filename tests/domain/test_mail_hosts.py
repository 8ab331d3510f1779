"""Which house a mail address belongs to."""

from __future__ import annotations

import pytest

from jury_desktop.domain.mail_hosts import home, is_public, same_address, shared_home


@pytest.mark.parametrize(
    ("domain", "expected"),
    [
        ("route2.example", "route2.example"),
        ("mail.Route2.example", "route2.example"),
        ("a.b.huis.co.uk", "huis.co.uk"),
        ("lier.be", "lier.be"),
        ("", ""),
    ],
)
def test_a_subdomain_belongs_to_the_house(domain: str, expected: str) -> None:
    assert home(domain) == expected


@pytest.mark.parametrize("domain", ["gmail.com", "Telenet.be", "users.telenet.be", "hotmail.be", "aol.com"])
def test_a_mailbox_at_a_public_host_is_nobodys_house(domain: str) -> None:
    assert is_public(domain)
    assert shared_home(f"an@{domain}", f"bo@{domain}") == ""


def test_two_addresses_share_the_house_of_their_domain() -> None:
    assert shared_home("an@sub.debrug.example", "info@debrug.example") == "debrug.example"
    assert shared_home("an@debrug.example", "an@ankerpunt.example") == ""
    assert shared_home("", "") == ""


def test_one_mailbox_is_recognised_at_a_public_host_too() -> None:
    assert same_address("An@telenet.be ", "an@telenet.be")
    assert not same_address("an@telenet.be", "bo@telenet.be")
    assert not same_address("", "")
