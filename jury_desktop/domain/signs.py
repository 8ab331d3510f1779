"""What a message gives away: its sender's house, a form, and words of candidacy, replacement or question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256

from jury_desktop.domain.call import Call, FormField
from jury_desktop.domain.form import CHALLENGES
from jury_desktop.domain.mail import Attachment, Mail
from jury_desktop.domain.mail_hosts import is_public

_CANDIDACY = re.compile(
    r"\bstel(?:len|t|de)?\b[^.?!]{0,60}\bkandidaat\b|\bdien(?:en|t)?\b[^.?!]{0,80}\bkandida(?:tuur|atstelling)\b[^.?!]{0,40}\bin\b|"
    r"\b(?:hierbij|hiermee|bijlage|bijgevoegd|bezorg|bezorgen|stuur|sturen|vindt? u|ziehier)\b[^.?!]{0,80}"
    r"\b(?:kandida(?:tuur|atstelling)|projectvoorstel)|\b(?:kandida(?:tuur|atstelling)|projectvoorstel)\b[^.?!]{0,60}"
    r"\b(?:in bijlage|hierbij|bijgevoegd)\b|"
    r"\b(?:attached|submit|enclosed)\b[^.?!]{0,60}\b(?:candidacy|application)\b",
    re.IGNORECASE | re.DOTALL,
)
_TITLED = re.compile(
    r"^\s*(?:(?:re|fw|fwd|tr|doorst)\s*:\s*)*(?:indien\w+ |onze |hierbij )?"
    r"(?:kandidatuur|kandidaatstelling|projectvoorstel|candidacy)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"kandidatuur|kandidaatstelling|projectvoorstel|candidacy", re.IGNORECASE)
_REPLACES = re.compile(
    r"\bvervang(?:t|en|ende|ing)\b|\bin de plaats van\b|"
    r"\b(?:nieuwe|nieuwere|herziene|herwerkte|aangepaste|verbeterde|gecorrigeerde|definitieve|finale|bijgewerkte|juiste)"
    r"\s+(?:versie|kandidatuur|kandidatuurformulier|formulier|bijlage|begroting|document)|"
    r"\bherzien(?:ing)?\b|\bcorrigend(?:um|a)\b|\berrat(?:um|a)\b|\brechtzetting\b|\bcorrectie\b|"
    r"\b(?:new|revised|corrected|updated) version\b|\breplaces\b|\bversie\s?[2-9]\b|\bv[2-9]\b",
    re.IGNORECASE,
)
_REPLACING = (
    *("vervang", "plaats van", "nieuw", "herzien", "herwerk", "aangepast", "verbeterd", "gecorrigeerd"),
    *("definitieve", "finale", "bijgewerkt", "juiste", "corrigend", "errat", "rechtzetting", "correctie"),
    *("version", "replaces", "versie", *(f"v{number}" for number in range(2, 10))),
)
"""One of these stands in all that replaces something."""
_REWORKED = re.compile(
    r"\b(?:aangepast|verbeterd|gecorrigeerd|herwerkt|bijgewerkt|update[ds]?)e?\b", re.IGNORECASE
)
_ADDS = re.compile(
    r"\bvergeten\b|\bvergat\b|\bontbr(?:ak|aken|eekt|eken|ekende?)\b|\baanvulling\b|\baanvullende?\b|"
    r"\bna(?:gestuurd|sturen|zending)\b|\bextra bijlage|\bhierbij nog\b|\balsnog\b|\bbij te voegen\b|"
    r"\bmissing attachment\b|\bforgot\b",
    re.IGNORECASE,
)
_WITHDRAWS = re.compile(
    r"\btrek(?:ken|t)?\b.{0,80}\b(?:kandidatuur|kandidaatstelling|voorstel)\b.{0,40}\b(?:in|terug)\b|"
    r"\bintrekk(?:en|ing)\b.{0,40}\bkandida|\bkandida\w+\b.{0,40}\b(?:intrekk(?:en|ing)|ingetrokken)\b|\bwithdraw",
    re.IGNORECASE | re.DOTALL,
)
_WITHDRAWING = ("trek", "trok", "withdraw")
"""One of these stands in all that takes something back."""
_ASKS = re.compile(
    r"^\s*(?:(?:re|fw|fwd|antw|tr|doorst)\s*:\s*)*(?:\w+\s+){0,3}vra(?:ag|gen|agje)\b", re.IGNORECASE
)
_REPLY = re.compile(r"^\s*(?:re|antw|aw|sv)\s*:", re.IGNORECASE)
_PREFIXES = re.compile(r"^\s*(?:(?:re|fw|fwd|antw|aw|sv|tr|wg|doorst)\s*:\s*)+", re.IGNORECASE)
_QUOTE = re.compile(
    r"^(?:-{2,}\s*(?:oorspronkelijk bericht|original message)|_{10,}$|"
    r"(?:op|on)\b.{5,160}\b(?:schreef|wrote)\b.*:$|(?:van|from):\s.+@)",
    re.IGNORECASE,
)
_QUOTING = (">", "oorspronkelijk bericht", "original message", "_" * 10, "schreef", "wrote", "van:", "from:")
"""One of these stands in all that quotes."""
_QUOTE_STARTS = frozenset("-_oOvVfF")
"""How a line begins that may announce a quotation; nearly all others need no look."""
_DOCUMENTS = ("application/", "text/plain", "text/html", "text/rtf", "text/csv")
_NO_DOCUMENTS = re.compile(r"application/(?:ics|pgp-|pkcs7-signature|x-pkcs7-signature|ms-tnef)")
_LEGAL_FORM = re.compile(
    r"\b(?:v\.?z\.?w\.?|i\.?v\.?z\.?w\.?|bv|bvba|cv|cvba|nv|so|ebvba|stichting|asbl|npo)\b\.?"
)


def own_addresses(mails: Sequence[Mail], call: Call) -> frozenset[str]:
    """The addresses of the mailbox itself: those of the call, and the one most proven mail was sent to."""
    named = {call.contact.email.lower(), call.submission_email.lower()}
    received = [mail for mail in mails if mail.arrival.at is not None]
    to = Counter(email for mail in received for email in {item.email.lower() for item in mail.recipients})
    usual = {email for email, count in to.items() if count >= 5 and 2 * count > len(received)}
    return frozenset(named | usual) - {""}


def house(mail: Mail) -> str:
    """Who the sender writes for: the domain, or the whole address at a public mail host."""
    return house_of(mail.sender.email)


def house_of(email: str) -> str:
    """Who writes from an address: its domain, or the whole of it at a public mail host."""
    email = email.strip().lower()
    domain = email.rpartition("@")[2]
    return email if not domain or is_public(domain) else domain


def organisation(mail: Mail) -> str:
    """The name on the form without case, punctuation and legal form; empty if there is none."""
    if not mail.fields:
        return ""
    name = next((item.value for item in mail.fields if item.key == "organisation"), "")
    return " ".join(re.findall(r"\w+", _LEGAL_FORM.sub(" ", name.casefold())))


def content(mail: Mail) -> str:
    """A hash of what it says and carries, whatever transport made of its headers, line ends and quoting."""
    files = sorted(item.sha256 for item in mail.attachments)
    said = [mail.sender.email.lower(), *re.findall(r"\w+", f"{mail.subject}\n{mail.text}".casefold()), *files]
    return sha256("\n".join(said).encode("utf-8", "replace")).hexdigest()


def documents(mail: Mail) -> tuple[Attachment, ...]:
    """The attachments that may be part of a candidacy: no logos, signatures, cards or calendar files."""
    if not mail.attachments:
        return ()
    return tuple(
        item
        for item in mail.attachments
        if item.bytes and item.media_type.startswith(_DOCUMENTS) and not _NO_DOCUMENTS.match(item.media_type)
    )


@lru_cache(maxsize=8)
def unquoted(text: str) -> str:
    """The text without what is quoted from an earlier message."""
    lines = text.splitlines()
    if not _hints(text, _QUOTING):
        return "\n".join(lines)
    kept = []
    for line in lines:
        said = line.strip()
        if said[:1] in _QUOTE_STARTS and _QUOTE.match(said):
            break
        if said[:1] != ">":
            kept.append(line)
    return "\n".join(kept)


def _hints(said: str, stems: Sequence[str]) -> bool:
    """Whether one of the stems stands in it, without which it need not be read more closely."""
    return any(map(said.casefold().__contains__, stems))


def has_form(mail: Mail, form: tuple[FormField, ...]) -> bool:
    """Whether it carries a filled-in form: the challenges and another field, or most of what is required."""
    if len(mail.fields) < 2:
        return False
    found = {item.key for item in mail.fields}
    required = {item.key for item in form if item.required}
    return len(found) >= 2 and (CHALLENGES in found or 2 * len(found & required) > len(required) > 0)


def hands_in(mail: Mail) -> bool:
    """Whether subject, file names or the sender's own words hand in a candidacy."""
    if _TITLED.match(mail.subject) or any(_NAMED.search(item.name) for item in documents(mail)):
        return True
    return _CANDIDACY.search(unquoted(mail.text)) is not None


def replaces(mail: Mail) -> bool:
    """Whether words or file names say that this replaces something sent before."""
    names = (re.sub(r"[_.-]", " ", item.name) for item in documents(mail))
    titles = "\n".join([mail.subject, *names])
    if _REWORKED.search(titles):
        return True
    said = f"{titles}\n{unquoted(mail.text)}"
    return _hints(said, _REPLACING) and _REPLACES.search(said) is not None


def calls_itself_revised(mail: Mail) -> bool:
    """Whether subject or words, without the names of files, say that this is a reworked version."""
    if _REWORKED.search(mail.subject):
        return True
    said = f"{mail.subject}\n{unquoted(mail.text)}"
    return _hints(said, _REPLACING) and _REPLACES.search(said) is not None


def adds(mail: Mail) -> bool:
    """Whether the words say that something is sent that was missing."""
    return bool(_ADDS.search(f"{mail.subject}\n{unquoted(mail.text)}"))


def withdraws(mail: Mail) -> bool:
    """Whether the words take a candidacy back."""
    said = f"{mail.subject}\n{unquoted(mail.text)}"
    return _hints(said, _WITHDRAWING) and _WITHDRAWS.search(said) is not None


def asks(mail: Mail) -> bool:
    """Whether it is a question: by its subject, or a question mark in a message without documents."""
    if _ASKS.match(mail.subject):
        return True
    return not documents(mail) and "?" in f"{mail.subject}\n{unquoted(mail.text)}"


def wonders(mail: Mail) -> bool:
    """Whether the sender's own words hold a question mark."""
    return "?" in unquoted(mail.text)


def topic(mail: Mail) -> str:
    """The subject without "RE:" and without case; empty where it is too short to tell anything."""
    bare = " ".join(_PREFIXES.sub("", mail.subject).casefold().split())
    return bare if len(bare.split()) >= 3 else ""


def replies(mail: Mail) -> bool:
    """Whether it answers an earlier message."""
    return bool(mail.in_reply_to or _REPLY.match(mail.subject))
