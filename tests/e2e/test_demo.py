"""The demonstration: the whole chain on the shipped mailbox, with everything real."""

from __future__ import annotations

import json
import shutil
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from jury_desktop import bootstrap
from jury_desktop.cli import main
from jury_desktop.services.demo_state import stop_demo
from jury_desktop.services.letter_book import letter_book
from jury_desktop.services.planning import plan_objections, plan_view
from jury_desktop.services.rebuttals import terms
from tests.services.bundle_reading import checked, loose_links

pytestmark = [pytest.mark.timeout(400), pytest.mark.xdist_group("demo")]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """A demonstration, run once for all tests of this file."""
    out = tmp_path_factory.mktemp("demo")
    with redirect_stdout(StringIO()) as printed:
        assert main(["demo", "--headless", "--out", str(out), "--json"]) == 0
    view: dict[str, object] = json.loads(printed.getvalue())
    return view


def test_the_account_of_the_chain(made: dict[str, object]) -> None:
    counts = {key: made[key] for key in ("candidacies", "planned", "letters", "rebuttals")}
    assert counts == {"candidacies": 14, "planned": 12, "letters": 43, "rebuttals": 2}


def test_a_whole_demonstration_is_not_made_again(
    made: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", "--headless", "--out", str(made["out"]), "--json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert again | {"seconds": 0} == made | {"seconds": 0}
    assert [file.name for file in Path(str(made["out"])).glob("*.jury")] == ["lier-2023.jury"]


def test_a_demonstration_that_was_broken_off_or_stopped_is_not_whole(tmp_path: Path) -> None:
    place, demo = bootstrap.prepare_demo(tmp_path)
    dossier = bootstrap.open_dossier(str(place.dossier), now=lambda: demo.now)
    demo.steps()[0].run(dossier)
    broken_off = bootstrap.whole_demo(tmp_path)
    stop_demo(dossier, 1, 39)
    (tmp_path / "lier-2023-2.jury").write_bytes(b"geen dossier")
    dossier.store.close()

    assert (broken_off, bootstrap.whole_demo(tmp_path)) == (None, None)
    assert bootstrap.prepare_demo(tmp_path)[0].dossier.name == "lier-2023-3.jury"


def test_every_letter_is_sent_and_still_says_what_the_dossier_says(made: dict[str, object]) -> None:
    rows = letter_book(bootstrap.open_dossier(str(made["dossier"])))
    assert [(row.candidacy.reference, row.type) for row in rows if not row.sent or row.outdated] == []
    pdfs = sorted(Path(str(made["out"])).glob("*/*.pdf"))
    assert len(pdfs) == 43
    assert {pdf.read_bytes()[:5] for pdf in pdfs} == {b"%PDF-"}


def test_the_plan_is_sound_and_proven(made: dict[str, object]) -> None:
    stored = plan_view(bootstrap.open_dossier(str(made["dossier"]))).plan
    assert stored is not None
    assert (plan_objections(stored.instance, stored.plan), stored.plan.status.value) == ((), "OPTIMAL")


def test_one_rebuttal_was_in_time_and_one_too_late(made: dict[str, object]) -> None:
    rows = terms(bootstrap.open_dossier(str(made["dossier"])))
    outcomes = {r.candidacy.reference: r.rebuttals[0].outcome.value for r in rows if r.rebuttals}
    assert outcomes == {"K-07": "followed_in_part", "K-11": "inadmissible"}


def test_the_dossier_verifies(made: dict[str, object], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(made["dossier"]), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ok"] is True


def test_an_auditor_can_read_and_check_it_without_the_program(
    made: dict[str, object], tmp_path: Path
) -> None:
    bundle, own = tmp_path / "bundel", shutil.copy(str(made["dossier"]), tmp_path / "lier.jury")
    assert main(["audit", str(own), "--out", str(bundle), "--for", "Europa WSE"]) == 0

    assert loose_links(bundle) == []
    assert len(list((bundle / "overzicht").glob("K-*.html"))) == made["candidacies"]
    assert len(list((bundle / "brieven").glob("*.pdf"))) == made["letters"]
    code, said = checked(bundle)
    assert (code, said.startswith("Alles klopt: ")) == (0, True)
    first = next((bundle / "berichten").glob("*.eml"))
    first.write_bytes(first.read_bytes() + b" ")
    told = f"berichten/{first.name}: gewijzigd, de controlesom is een andere\nNiet in orde: 1.\n"
    assert checked(bundle) == (1, told)
