"""Import finds in the sample mailbox exactly what the sample means; the two were written apart."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from jury_desktop import bootstrap, resources
from jury_desktop.cli.views import import_view
from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.mail import NOBODY
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.places import places
from tests.sample.mail import expected, raw_messages

TOLD = ("reference", "organisation", "challenges", "received_at", "received_by", "late", "sender")
Kinds = list[tuple[int, str, str | None]]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Kinds]:
    folder: Path = tmp_path_factory.mktemp("import")
    dossier = bootstrap.create_dossier(str(folder / "lier.jury"), "lier-2023")
    report = import_mail(dossier, [resources.path("sample", "postvak.mbox")])
    references = {candidacy.id: candidacy.reference for candidacy in report.candidacies}
    kinds: Kinds = [
        (
            int(placed.mail.source.rpartition(" ")[2]),
            placed.kind.value,
            references.get(placed.candidacy or ""),
        )
        for placed in places(dossier)
    ]
    return import_view(report, "nl"), sorted(kinds)


def test_the_account_of_the_import_is_the_sum_of_the_sample(imported: tuple[dict[str, Any], Kinds]) -> None:
    view, _ = imported
    found = {**view, "candidacies": len(view["candidacies"]), "unreadable": len(view["unreadable"])}
    assert {name: found[name] for name in expected()["totals"]} == expected()["totals"]


def test_every_candidacy_is_found_as_it_was_meant(imported: tuple[dict[str, Any], Kinds]) -> None:
    view, _ = imported
    found = [{key: candidacy[key] for key in TOLD} for candidacy in view["candidacies"]]
    assert found == [{key: candidacy[key] for key in TOLD} for candidacy in expected()["candidacies"]]


def test_every_file_is_found_with_its_bytes(imported: tuple[dict[str, Any], Kinds]) -> None:
    view, _ = imported
    found = [candidacy["attachments"] for candidacy in view["candidacies"]]
    meant = [
        [{key: file[key] for key in ("name", "sha256", "bytes")} for file in candidacy["attachments"]]
        for candidacy in expected()["candidacies"]
    ]
    assert found == meant


def test_what_cannot_be_read_is_proven_by_what_its_headers_say(tmp_path: Path) -> None:
    (meant,) = (told for told in expected()["messages"] if told["kind"] == "unreadable")
    dossier = bootstrap.create_dossier(str(tmp_path / "lier.jury"), "lier-2023")
    report = import_mail(dossier, [resources.path("sample", "postvak.mbox")])
    dossier.store.close()

    (found,) = report.unreadable
    (entry,) = report.intake.of(EntryKind.UNREADABLE)
    assert found.arrival.at == datetime.fromisoformat(meant["received_at"])
    assert (entry.verdict, entry.late) == (Verdict.IN_TIME, False)
    assert (found.sender, found.subject) == (NOBODY, meant["subject"])


def test_every_message_finds_its_place(imported: tuple[dict[str, Any], Kinds]) -> None:
    _, kinds = imported
    first_seen = {raw: number for number, raw in reversed(list(enumerate(raw_messages(), start=1)))}
    meant = [(told["number"], told["kind"], told["of"]) for told in expected()["messages"]]
    assert kinds == [entry for entry in meant if entry[0] in first_seen.values()]
    assert [entry for entry in meant if entry not in kinds] == [(42, "duplicate", "K-02")]
