"""The bundle for an audit: whole, readable and checkable without the program, and without what is sealed."""

from __future__ import annotations

import ast
import hashlib
import json
import random
import re
import shutil
import sys
import tracemalloc
from collections import namedtuple
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pytest

from jury_desktop.domain.anchor import Anchor, anchor_of, written
from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.errors import Cancelled, JuryError
from jury_desktop.domain.journal import broken_links, event_hash
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.person_search import wanted
from jury_desktop.domain.sheet import Answer, items_of
from jury_desktop.services import bundle_pages
from jury_desktop.services.archive import make_archive
from jury_desktop.services.bundle import Bundle, BundleWish, make_bundle
from jury_desktop.services.bundle_place import SUMS, ExportedFile
from jury_desktop.services.candidacies import judge_admissibility
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.jury import save_juror
from jury_desktop.services.person_data import person_data
from jury_desktop.services.person_files import write_person
from jury_desktop.services.ports import Dossier
from jury_desktop.services.record import unrecorded
from jury_desktop.services.rounds import close_round
from jury_desktop.services.scoring import save_answers, submit_sheet
from jury_desktop.storage.store import create_store
from jury_desktop.wording import render
from tests.architecture.checkout import ROOT
from tests.builders import NOW, a_call, a_candidacy, a_juror, a_letter
from tests.fakes import MemoryStore
from tests.services.bundle_reading import checked, loose_links, pages
from tests.services.mailing import a_dossier, a_message, an_export, form
from tests.services.peopled import CANDIDATE, peopled

pytestmark = pytest.mark.xdist_group("bundle")

HOSTILE = "../../weg\\er<mee>:" + "x" * 100 + ".pdf"
SCRIPT = '<script src="https://kwaad.example/x.js"></script><img src=x onerror=alert(1)>'
TURNED = "factuur\u202efdp.exe"
COMMENT = "Alleen voor de jury"


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """One candidacy with attachments of hostile names, scored by the first of two jurors."""
    opened = a_dossier()
    files = {HOSTILE: b"%PDF-1.4 kandidatuur", "pagina.html": f"<html>{SCRIPT}</html>".encode()}
    message = a_message("an@brug.example", form(f"Brug {SCRIPT}"), subject=f"{SCRIPT} {TURNED}", files=files)
    import_mail(opened, [an_export(tmp_path, message, b"From: kaal@brug.example\n\nGeen kandidatuur")])
    with opened.read() as uow:
        [candidacy] = uow.candidacies.find()
    judge_admissibility(opened, candidacy.id, Admissibility.ADMISSIBLE, "")
    for number in (1, 2):
        save_juror(opened, replace(a_juror(number), expertise=()))
    items = items_of(a_call().rubric, candidacy.challenges, Round.WRITTEN)
    place = ("j1", candidacy.id, Round.WRITTEN)
    save_answers(opened, *place, {item.key: Answer(4, comment=COMMENT) for item in items})
    submit_sheet(opened, *place)
    return opened


def made(dossier: Dossier, folder: Path) -> Bundle:
    return make_bundle(dossier, BundleWish(folder, "Europa WSE"))


@pytest.fixture
def bundle(dossier: Dossier, tmp_path: Path) -> Path:
    """The bundle of a dossier whose written round was closed, so that nothing is sealed."""
    close_round(dossier, Round.WRITTEN, "Ziekte")
    return made(dossier, tmp_path / "bundel").out


def read(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def events_in(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in read(folder, "logboek.jsonl").splitlines()]


# what is in it


def test_every_file_is_listed_with_the_fingerprint_it_has(dossier: Dossier, tmp_path: Path) -> None:
    folder = tmp_path / "audit"
    files = made(dossier, folder).files

    there = sorted(path for path in folder.rglob("*") if path.is_file())
    assert sorted(files, key=lambda file: file.path) == sorted(
        (
            ExportedFile(
                path.relative_to(folder).as_posix(),
                path.stat().st_size,
                hashlib.sha256(path.read_bytes()).hexdigest(),
            )
            for path in there
        ),
        key=lambda file: file.path,
    )
    listed = dict(reversed(line.split("  ")) for line in read(folder, SUMS).splitlines())
    assert listed == {file.path: file.sha256 for file in files if file.path != SUMS}


def test_messages_and_attachments_come_out_as_they_came_in(dossier: Dossier, tmp_path: Path) -> None:
    folder = tmp_path / "audit"
    made(dossier, folder)
    with dossier.read() as uow:
        kept = [uow.blobs.get(placed.mail.sha256) for placed in uow.mails.all()]

    assert [path.read_bytes() for path in sorted((folder / "berichten").iterdir())] == kept
    contents = {path.read_bytes() for path in (folder / "bijlagen" / "K-01").iterdir()}
    assert contents == {b"%PDF-1.4 kandidatuur", f"<html>{SCRIPT}</html>".encode()}
    assert read(folder, "oproep.toml") == a_call().text


def test_no_attachment_has_a_name_with_which_anything_happens(bundle: Path) -> None:
    names = sorted(path.name[13:] for path in (bundle / "bijlagen" / "K-01").iterdir())
    assert [len(name) < 100 for name in names] == [True, True]
    assert [name[-16:] for name in names] == ["pagina.html.bin", "xxxx.pdf.niet-openen"[-16:]]


def test_a_zip_holds_the_same_as_a_folder(dossier: Dossier, tmp_path: Path) -> None:
    loose = made(dossier, tmp_path / "los").out
    packed = make_bundle(dossier, BundleWish(tmp_path / "bundel.zip", "Europa WSE", zipped=True)).out

    with ZipFile(packed) as pack:
        assert pack.testzip() is None
        pack.extractall(tmp_path / "uit")
    assert names_in(tmp_path / "uit") == names_in(loose)
    assert checked(tmp_path / "uit")[0] == 0


def names_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_journal_keeps_that_it_was_made_and_for_whom(dossier: Dossier, tmp_path: Path) -> None:
    result = made(dossier, tmp_path / "audit")
    sums = hashlib.sha256((tmp_path / "audit" / SUMS).read_bytes()).hexdigest()

    with dossier.read() as uow:
        event = uow.journal.newest()
    assert event is not None
    assert (event.action, event.actor, result.sums) == ("dossier.bundled", dossier.actor, sums)
    assert json.loads(event.new) == {
        "recipient": "Europa WSE",
        "files": len(result.files),
        "bytes": sum(file.bytes for file in result.files),
        "sha256": sums,
    }
    about = json.loads(read(tmp_path / "audit", "bundel.json"))
    assert (about["made_by"], about["made_for"]) == (dossier.actor, "Europa WSE")
    assert (about["events"], about["last_hash"]) == (event.sequence - 1, event.previous_hash)


# what stays sealed


def test_sealed_scores_stay_out_of_every_file_until_the_round_is_open(
    dossier: Dossier, tmp_path: Path
) -> None:
    sealed, opened = tmp_path / "dicht", tmp_path / "open"
    made(dossier, sealed)
    close_round(dossier, Round.WRITTEN, "Ziekte")
    made(dossier, opened)

    def telling(folder: Path) -> set[str]:
        texts = ((path, path.read_bytes()) for path in folder.rglob("*") if path.is_file())
        return {path.name for path, content in texts if COMMENT.encode() in content}

    assert telling(sealed) == set()
    assert telling(opened) == {
        "07-scores.csv",
        "K-01.html",
        "beoordelingen.json",
        "dossier.json",
        "logboek-1.html",
        "logboek.jsonl",
    }
    assert json.loads(read(sealed, "gegevens/beoordelingen.json")) == []


def test_of_a_sealed_event_nothing_is_left_by_which_its_hash_could_be_tried(
    dossier: Dossier, tmp_path: Path
) -> None:
    """The digest of the seals rests on an id that nobody knows; with it somebody could try every score."""
    made(dossier, tmp_path / "dicht")

    hidden = [event for event in events_in(tmp_path / "dicht") if event["withheld"]]
    assert {event["action"] for event in hidden} == {"sheet.saved", "sheet.submitted"}
    assert {(event["old"], event["new"], event["reason"], event["sealed"]) for event in hidden} == {("",) * 4}
    code, said = checked(tmp_path / "dicht")
    assert (code, f"Van {len(hidden)} verzegelde gebeurtenissen" in said) == (0, True)


# what a browser shows


HARMLESS = {
    *("html", "head", "meta", "title", "style", "body", "nav", "main", "section", "footer", "div"),
    *("h1", "h2", "p", "a", "table", "thead", "tbody", "tr", "th", "td", "bdi", "br"),
}
"""What a page is made of."""


def test_every_link_leads_to_a_file_of_the_bundle(bundle: Path) -> None:
    assert loose_links(bundle) == []
    assert sum(len(reader.links) for reader in pages(bundle).values()) > 40


def test_every_page_message_and_harmless_attachment_can_be_reached_from_the_first(bundle: Path) -> None:
    reached, found = {bundle / "index.html"}, pages(bundle)
    waiting = list(reached)
    while waiting:
        page = waiting.pop()
        for link in found[page].links if page in found else ():
            target = (page.parent / unquote(link)).resolve()
            if target not in reached:
                reached.add(target)
                waiting.append(target)

    wanted = {*found, *(bundle / "berichten").iterdir(), *(bundle / "bijlagen").rglob("*.bin")}
    assert wanted - reached == set()
    assert not [file for file in reached if file.name.endswith(".niet-openen")]


def test_nothing_that_came_by_mail_runs_on_a_page(bundle: Path) -> None:
    policy = "default-src 'none'; style-src 'sha256-"
    for file, reader in pages(bundle).items():
        text = file.read_text(encoding="utf-8")
        assert reader.tags <= HARMLESS
        assert not [name for name in reader.attributes if name.startswith("on")]
        assert policy in text
        assert "\u202e" not in text
    shown = read(bundle, "overzicht/berichten.html")
    assert "&lt;script src=" in shown


def test_every_page_can_be_read_without_seeing_it(bundle: Path) -> None:
    for file in pages(bundle):
        text = file.read_text(encoding="utf-8")
        assert text.startswith("<!DOCTYPE html>"), file
        assert ('<html lang="nl">' in text, text.count("<h1>"), "<main>" in text) == (True, 1, True)
        assert text.count("<th>") == 0, "each head says whether it is of a row or of a column"


def test_every_table_of_the_dossier_has_its_place_on_a_page(bundle: Path) -> None:
    tables = json.loads(read(bundle, "tabellen/dossier.json"))["tables"]
    shown = {key for keys in bundle_pages.LISTS.values() for key in keys} | {*bundle_pages.ON_CANDIDACY}
    assert set(tables) - shown == {"account"}


# the script


def test_the_script_needs_nothing_but_python(bundle: Path) -> None:
    tree = ast.parse(read(bundle, "controle.py"))
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= sys.stdlib_module_names
    assert read(bundle, "controle.py") == (ROOT / "resources/audit/controle.py").read_text(encoding="utf-8")


def test_the_script_finds_a_whole_bundle_right(bundle: Path) -> None:
    code, said = checked(bundle)
    files, events = len(read(bundle, SUMS).splitlines()), len(events_in(bundle))
    assert (code, said) == (0, f"Alles klopt: {files} bestanden, {events} gebeurtenissen.\n")


def _flip(folder: Path) -> None:
    [first, *_] = sorted((folder / "berichten").iterdir())
    content = bytearray(first.read_bytes())
    content[len(content) // 2] ^= 1
    first.write_bytes(content)


def _lose(folder: Path) -> None:
    next((folder / "bijlagen").rglob("*.bin")).unlink()


def _slip_in(folder: Path) -> None:
    (folder / "brieven").mkdir(exist_ok=True)
    (folder / "brieven" / "vals.pdf").write_bytes(b"%PDF")


def _cut(folder: Path) -> None:
    lines = read(folder, "logboek.jsonl").splitlines(keepends=True)
    _journal(folder, lines[:-1])


def _reword(folder: Path) -> None:
    lines = read(folder, "logboek.jsonl").splitlines(keepends=True)
    _journal(folder, [line.replace("Ziekte", "Gezond") for line in lines])


def _take_out(folder: Path) -> None:
    lines = read(folder, "logboek.jsonl").splitlines(keepends=True)
    _journal(folder, [*lines[:2], *lines[3:]])


def _swap(folder: Path) -> None:
    lines = read(folder, "logboek.jsonl").splitlines(keepends=True)
    _journal(folder, [lines[1], lines[0], *lines[2:]])


def _hide(folder: Path) -> None:
    """Says of an event that it is sealed, so that nobody asks for its hash."""
    lines = read(folder, "logboek.jsonl").splitlines(keepends=True)
    _journal(folder, [lines[0].replace('"withheld": false', '"withheld": true'), *lines[1:]])


def _journal(folder: Path, lines: list[str]) -> None:
    """Writes another journal, and its new checksum into the list: who forges does both."""
    before = hashlib.sha256((folder / "logboek.jsonl").read_bytes()).hexdigest()
    (folder / "logboek.jsonl").write_text("".join(lines), encoding="utf-8", newline="\n")
    after = hashlib.sha256((folder / "logboek.jsonl").read_bytes()).hexdigest()
    sums = read(folder, SUMS).replace(before, after)
    (folder / SUMS).write_text(sums, encoding="utf-8", newline="\n")


FORGERIES: dict[Callable[[Path], None], str] = {
    _flip: r"^berichten/0001-\w+\.eml: gewijzigd",
    _lose: r"^bijlagen/K-01/\S+\.bin: ontbreekt",
    _slip_in: r"^brieven/vals\.pdf: staat niet in SHA256SUMS",
    _cut: r"^logboek\.jsonl: eindigt met gebeurtenis \d+, volgens bundel\.json hoort dat \d+ te zijn",
    _reword: r"^logboek\.jsonl: gebeurtenis \d+ is gewijzigd",
    _take_out: r"^logboek\.jsonl: gebeurtenis 3 verwacht, 4 gevonden\n.*: gebeurtenis 4 volgt niet",
    _swap: r"^logboek\.jsonl: gebeurtenis 1 verwacht, 2 gevonden",
    _hide: r"^logboek\.jsonl: gebeurtenis 1 mist haar inhoud",
}


def test_the_script_finds_every_forgery_and_names_the_place(bundle: Path, tmp_path: Path) -> None:
    for number, (forge, told) in enumerate(FORGERIES.items()):
        folder = tmp_path / f"vals{number}"
        shutil.copytree(bundle, folder)
        forge(folder)

        code, said = checked(folder)

        assert (code, re.search(told, said, re.MULTILINE) is not None) == (1, True), (forge, said)


def test_the_script_finds_an_anchor_that_a_letter_carries(bundle: Path) -> None:
    wanted = events_in(bundle)[3]
    anchor = Anchor(4, str(wanted["hash"]))
    for typed in (anchor.printed, anchor.in_full, str(anchor), anchor.printed.upper(), anchor.hash):
        code, said = checked(bundle, "--anker", typed)
        assert (code, "van gebeurtenis 4," in said) == (0, True), typed
    for wrong in (f"5:{anchor.hash}", f"4:{'0' * 64}", "4:abcdef", "iets"):
        assert checked(bundle, "--anchor", wrong)[0] == 1, wrong


def test_the_program_finds_the_anchor_in_a_bundle_that_comes_back(dossier: Dossier, tmp_path: Path) -> None:
    packed = make_bundle(dossier, BundleWish(tmp_path / "bundel.zip", zipped=True))
    with dossier.read() as uow:
        last = uow.journal.all()[-2]
    with ZipFile(packed.out) as pack:
        assert anchor_of(last) in set(written(pack.read("bundel.json")))


def test_the_rule_of_the_script_is_that_of_the_journal(dossier: Dossier, bundle: Path) -> None:
    """Both over the same events: what the program finds right, the script finds right."""
    with dossier.read() as uow:
        events = uow.journal.all()[:-1]
    assert broken_links(events) == ()
    assert [event["hash"] for event in events_in(bundle)] == [event_hash(event) for event in events]


def test_in_english_the_bundle_and_its_script_speak_english(dossier: Dossier, tmp_path: Path) -> None:
    folder = make_bundle(dossier, BundleWish(tmp_path / "audit", language="en")).out

    assert read(folder, "LEESMIJ.txt").startswith("AUDIT BUNDLE\n")
    assert '<html lang="en">' in read(folder, "index.html")
    assert checked(folder)[1].startswith("Everything is right: ")


# what can go wrong


def test_a_folder_that_holds_something_is_left_as_it_is(dossier: Dossier, tmp_path: Path) -> None:
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.txt").touch()

    with pytest.raises(JuryError) as refused:
        made(dossier, tmp_path / "vol")

    assert refused.value.message == say("audit.not_empty", folder=str(tmp_path / "vol"))
    assert [path.name for path in (tmp_path / "vol").iterdir()] == ["brief.txt"]


def test_an_empty_folder_is_filled(dossier: Dossier, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    assert made(dossier, tmp_path / "leeg").out == tmp_path / "leeg"
    assert checked(tmp_path / "leeg")[0] == 0


def test_a_folder_that_cannot_be_made_gives_a_reason(dossier: Dossier, tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()

    with pytest.raises(JuryError) as refused:
        made(dossier, tmp_path / "bestand" / "audit")

    assert refused.value.message.key == "audit.cannot_write"


@pytest.mark.parametrize("zipped", [False, True], ids=["folder", "zip"])
def test_who_stops_it_finds_nothing_of_it_and_no_event(
    dossier: Dossier, tmp_path: Path, zipped: bool
) -> None:
    place, asked = tmp_path / "plaats", iter([*[False] * 30, True])
    with dossier.read() as uow:
        before = uow.journal.newest()

    with pytest.raises(Cancelled):
        make_bundle(dossier, BundleWish(place / "bundel", zipped=zipped), cancelled=lambda: next(asked))

    with dossier.read() as uow:
        assert uow.journal.newest() == before
    assert list(place.iterdir()) == []


def test_how_far_it_is_goes_up_to_the_end(dossier: Dossier, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    make_bundle(dossier, BundleWish(tmp_path / "uit"), lambda done, total, _: told.append((done, total)))

    assert told == sorted(told)
    assert {total for _, total in told} == {1000}
    assert told[-1][0] > 500


def test_a_disk_without_room_is_told_before_anything_is_written(
    dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**9, 10**9 - 4_000_000, 4_000_000))

    with pytest.raises(JuryError) as refused:
        made(dossier, tmp_path / "diep" / "audit")

    assert refused.value.message == say("audit.no_room", needed=34, free=4)
    assert not (tmp_path / "diep").exists()


def test_a_dossier_larger_than_memory_may_be_passes_through_little_of_it(tmp_path: Path) -> None:
    """Sixty letters of two megabytes each; what the zip takes grows with the largest alone."""
    dossier = Dossier(create_store(tmp_path / "groot.jury", a_call()), "Regisseur", lambda: NOW)
    home = a_candidacy(1)
    with dossier.change() as uow:
        uow.candidacies.save(home)
        for number in range(60):
            pdf = uow.blobs.put(random.Random(number).randbytes(2_000_000))
            uow.letters.save(a_letter(home, id=f"l{number}", pdf=pdf, state=LetterState.FINAL))
        uow.journal.append("test.prepared", "dossier", "test")

    tracemalloc.start()
    made = make_bundle(dossier, BundleWish(tmp_path / "bundel.zip", zipped=True))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    dossier.store.close()

    assert sum(file.bytes for file in made.files) > 120_000_000
    assert most < 40_000_000


def test_out_of_a_dossier_that_can_only_be_read_everything_can_be_taken_and_nothing_is_claimed(
    tmp_path: Path,
) -> None:
    """In one that another program works in, or that lies where nothing can be written. Its journal cannot
    note it; who takes it is told, and the bundle says so."""
    dossier = peopled()
    assert isinstance(dossier.store, MemoryStore)
    before = _actions(dossier)
    dossier.store.read_only = say("storage.read_only", name="lier.jury")
    found = person_data(dossier, wanted([CANDIDATE]))

    make_bundle(dossier, BundleWish(tmp_path / "bundel"))
    make_archive(dossier, tmp_path / "archief.jury", "Proef")
    write_person(dossier, found, tmp_path / "inzage")

    assert sorted(each.name for each in tmp_path.iterdir()) == ["archief.jury", "bundel", "inzage"]
    assert _actions(dossier) == before
    assert unrecorded(dossier.store) == say("privacy.unrecorded")
    about = json.loads((tmp_path / "bundel" / "bundel.json").read_text(encoding="utf-8"))
    readme = (tmp_path / "bundel" / "LEESMIJ.txt").read_text(encoding="utf-8")
    assert (about["recorded"], render(say("privacy.unrecorded"), "nl") in readme) == (False, True)


def _actions(dossier: Dossier) -> list[str]:
    with dossier.read() as uow:
        return [event.action for event in uow.journal.all()]
