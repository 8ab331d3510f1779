"""Whether two names mean the same person or the same organisation, however people wrote them down."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"\w+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PEOPLE_APART = re.compile(r"[/;&,\n]| (?:en|and|et|of|or) ", re.IGNORECASE)
"""What stands between several people; a comma may also stand between the parts of one name."""
_HOUSES_APART = re.compile(r"[/;\n]")
"""What stands between several organisations. "Zorg en Welzijn" is one, and so is "VDAB, Zanddorp"."""


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a name without capitals, accents and punctuation; "v.z.w." is one word."""
    decomposed = unicodedata.normalize("NFKD", text.replace(".", "")).casefold()
    return tuple(_WORD.findall("".join(c for c in decomposed if not unicodedata.combining(c))))


LEGAL_FORMS = frozenset(plain_words("vzw ivzw asbl bv bvba cv cvba nv stichting"))

TITLES = frozenset(plain_words("dhr heer mevr mevrouw mw mr mrs ms dr drs ir ing prof lic"))
"""What may stand before a person's name; "de heer" loses its "de" as a particle."""

PARTICLES = frozenset(plain_words("van vande vanden vander de den der ter ten te t d het la le du des el"))
"""Parts of a family name that people leave out, write apart or write together."""

KINDS = {
    "wgc": "wijkgezondheidscentrum",
    "svk": "sociaal verhuurkantoor",
    "cgg": "centrum voor geestelijke gezondheidszorg",
    "caw": "centrum algemeen welzijnswerk",
    "cbe": "centrum voor basiseducatie",
    "cvo": "centrum voor volwassenenonderwijs",
    "ocmw": "openbaar centrum voor maatschappelijk welzijn",
    "vdab": "vlaamse dienst voor arbeidsbemiddeling en beroepsopleiding",
    "wzc": "woonzorgcentrum",
    "ldc": "lokaal dienstencentrum",
}
"""Abbreviations of the field for a kind of organisation, and what they stand for."""

NOBODY = frozenset(
    plain_words(
        "geen nvt onbekend zelfstandig zelfstandige freelance particulier prive gepensioneerd "
        "vrijwilliger burger none self employed retired volunteer"
    )
)
"""What people fill in who write for no organisation."""

_PROPER = frozenset(plain_words("de het t ter ten"))
"""How the name of a house begins."""

_SPELLINGS = {
    "centrum geestelijke gezondheidszorg": "cgg",
    "centrum geestelijke gezondheid": "cgg",
    "centrum voor geestelijke gezondheid": "cgg",
    "centrum voor algemeen welzijnswerk": "caw",
    "centrum basiseducatie": "cbe",
    "centrum volwassenenonderwijs": "cvo",
    **{written: short for short, written in KINDS.items()},
}
"""Every way in which such a kind is written out; the longest is looked for first."""
_LONGEST_FIRST = sorted(_SPELLINGS, key=len, reverse=True)


def organisation_key(name: str) -> str:
    """A name without legal form, case and punctuation, so that "Ankerpunt VZW" equals "Ankerpunt"."""
    words = re.findall(r"\w+", name.casefold().replace(".", ""))
    return " ".join(word for word in words if word not in LEGAL_FORMS)


def same_person(one: str, other: str) -> bool:
    """Whether two fields name the same person: in any order, with or without particles, titles and additions,
    accents or spaces in the family name. A single word names nobody.
    """
    return not _people(one).isdisjoint(_people(other))


def same_organisation(one: str, other: str) -> bool:
    """Whether two fields name the same organisation: with or without legal form and addition in brackets, in
    one word or several, its kind abbreviated or written out, or left out on one side ("De Sluis").

    Of several in one field each is looked for, as long as the other field names that one alone.
    """
    (whole, *parts), (other_whole, *other_parts) = _houses(one), _houses(other)
    pairs = [(part, other_whole) for part in parts] + [(whole, part) for part in other_parts]
    return any(_meet(a, b) for a, b in [(whole, other_whole), *pairs])


@lru_cache(maxsize=4096)
def _people(field: str) -> frozenset[str]:
    """Every way to write the people of a field in one word."""
    whole = _BRACKETS.sub(" ", field)
    return frozenset(way for name in (whole, *_PEOPLE_APART.split(whole)) for way in _ways(name))


def _ways(name: str) -> Iterator[str]:
    """A name closed up, each word in turn first, with its particles and without them."""
    words = [word for word in plain_words(name) if word not in TITLES]
    for each in (words, [word for word in words if word not in PARTICLES]):
        if len(each) > 1:
            yield from ("".join(each[at:] + each[:at]) for at in range(len(each)))


@dataclass(frozen=True, slots=True)
class _House:
    """An organisation: its kind ("" without one), the rest closed up, and whether that begins as the name of
    a house does. "Zanddorp" alone is none: its OCMW and its library are not one."""

    kind: str
    rest: str
    proper: bool


@lru_cache(maxsize=4096)
def _houses(field: str) -> tuple[_House, ...]:
    """The organisation of a field taken as one, then each of those in it where there are several."""
    whole = _BRACKETS.sub(" ", field)
    parts = _HOUSES_APART.split(whole)
    return tuple(_house(name) for name in (whole, *(parts if len(parts) > 1 else ())))


def _house(name: str) -> _House:
    text = " ".join(word for word in plain_words(name) if word not in LEGAL_FORMS)
    for written in _LONGEST_FIRST:
        text = re.sub(rf"\b{written}\b", _SPELLINGS[written], text)
    words = [word for word in text.split() if word not in KINDS]
    if NOBODY.issuperset(words):
        words = []
    kinds = sorted(word for word in text.split() if word in KINDS)
    return _House(" ".join(kinds), "".join(words), bool(words) and words[0] in _PROPER)


def _meet(one: _House, other: _House) -> bool:
    if one.rest != other.rest or not (one.rest or one.kind):
        return False
    one_kindless = not (one.kind and other.kind)
    return one.kind == other.kind or (one_kindless and (one.proper or other.proper))
