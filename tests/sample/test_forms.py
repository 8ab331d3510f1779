"""What the forms in the mailbox say, read from their bytes as any reader of PDF or Word would."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import pypdfium2
import pytest

from tests.sample.mail import content, expected, messages

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ADDRESS = re.compile(r"[\w.+-]+@[\w-][\w.-]*\w")
HOST = re.compile(r"(?:https?://|www\.)([\w.-]+\w)")
CANDIDACIES = expected()["candidacies"]


def form_of(candidacy: dict[str, Any], place: int = -1) -> str:
    """The text of one of the forms of a candidacy, the newest unless told otherwise."""
    forms = [
        file
        for file in candidacy["attachments"]
        if "andidatuur" in file["name"] or "formulier" in file["name"]
    ]
    return text_of(forms[place]["message"], forms[place]["name"])


def text_of(number: int, name: str) -> str:
    """The text of an attachment."""
    (part,) = [part for part in messages()[number - 1].walk() if part.get_filename() == name]
    raw = content(part)
    return pdf_text(raw) if raw.startswith(b"%PDF") else docx_text(raw)


def pdf_text(raw: bytes) -> str:
    """All text of a PDF, page by page."""
    with pypdfium2.PdfDocument(raw) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document).replace("\r\n", "\n")


def docx_text(raw: bytes) -> str:
    """All text of a Word file, one line per paragraph, content controls included."""
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    return "\n".join(
        "".join(run.text or "" for run in paragraph.iter(f"{WORD}t")) for paragraph in root.iter(f"{WORD}p")
    )


def ticked(text: str) -> list[int]:
    """The numbers of the challenges that are ticked."""
    return [int(number) for number in re.findall(r"^(?:\[x\]|☒) (\d) ", text, re.MULTILINE)]


@pytest.mark.parametrize("candidacy", CANDIDACIES, ids=lambda candidacy: str(candidacy["reference"]))
def test_the_newest_form_says_what_import_must_find(candidacy: dict[str, Any]) -> None:
    text, fields = form_of(candidacy), candidacy["fields"]
    assert f"Naam van de organisatie: {candidacy['organisation']}\n" in text
    assert f"Contactpersoon: {fields['contact']}\n" in text
    assert f"E-mailadres: {fields['email']}\n" in text
    assert f"Telefoon: {fields['phone']}\n" in text
    assert f"Gemeenten: {', '.join(candidacy['municipalities'])}\n" in text
    assert ticked(text) == candidacy["challenges"]


def test_the_corrigendum_ticks_the_challenge_that_was_forgotten() -> None:
    (route,) = [candidacy for candidacy in CANDIDACIES if candidacy["reference"] == "K-04"]
    assert [ticked(form_of(route, place)) for place in (0, 1)] == [[2, 6], [2, 3, 6]]


def test_one_form_lacks_contact_and_budget() -> None:
    assert [c["reference"] for c in CANDIDACIES if c["missing"]] == ["K-05"]
    (kompas,) = [candidacy for candidacy in CANDIDACIES if candidacy["reference"] == "K-05"]
    assert form_of(kompas).rstrip().endswith("8. Begroting in woorden")


def test_one_form_names_another_candidate_as_partner() -> None:
    names = {candidacy["organisation"] for candidacy in CANDIDACIES}
    named = {c["organisation"]: sorted(names & set(c["partners"])) for c in CANDIDACIES}
    assert {name: others for name, others in named.items() if others} == {
        "Buurtkracht vzw": ["Huis van Morgen vzw"]
    }


def test_no_two_organisations_wrote_the_same_text() -> None:
    shingles = {candidacy["reference"]: _shingles(_own_words(candidacy)) for candidacy in CANDIDACIES}
    for (one, mine), (other, theirs) in combinations(shingles.items(), 2):
        assert len(mine & theirs) / len(mine | theirs) < 0.05, (one, other)


def test_every_address_and_site_is_invented() -> None:
    texts = [part for message in messages() for part in _readable(message)]
    texts += [text_of(file["message"], file["name"]) for c in CANDIDACIES for file in _documents(c)]
    found = {address for text in texts for address in ADDRESS.findall(text)}
    hosts = {address.rpartition("@")[2] for address in found} | {h for t in texts for h in HOST.findall(t)}
    assert len(hosts) > 20
    assert [host for host in sorted(hosts) if not host.endswith(".example")] == []


def _own_words(candidacy: dict[str, Any]) -> list[str]:
    """The words from the approach on: what comes before it is the same question on every form."""
    return re.findall(r"\w+", form_of(candidacy).partition("Aanpak\n")[2].casefold())


def _shingles(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + 4]) for start in range(len(words) - 3)}


def _readable(message: Any) -> list[str]:
    headers = [f"{name}: {value}" for name, value in message.items()]
    texts = [
        content(part).decode(part.get_content_charset() or "utf-8")
        for part in message.walk()
        if part.get_content_maintype() == "text"
    ]
    return headers + texts


def _documents(candidacy: dict[str, Any]) -> list[dict[str, Any]]:
    return [file for file in candidacy["attachments"] if not file["name"].endswith(".xlsx")]
