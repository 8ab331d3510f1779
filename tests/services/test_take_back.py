"""The last import is taken back as a whole, or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.entry import EntryKind, Placed
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.services.account import Account
from jury_desktop.services.candidacies import candidacy_list, judge_admissibility, take_back_judgement
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.jury import declare_conflict, save_juror
from jury_desktop.services.jury_changes import take_back_jury
from jury_desktop.services.places import change_place, confirm_places, places, reopen_places, undo_place
from jury_desktop.services.ports import Dossier
from jury_desktop.services.proof import state_arrival
from jury_desktop.services.scoring import save_answers
from jury_desktop.services.take_back import last_import, take_back_import
from tests.builders import a_juror
from tests.services.mailing import IN_TIME, a_dossier_file, a_message, an_export, form

FIRST = a_message("info@anker.example", form("Anker vzw"), files={"Begroting.pdf": b"%PDF-1.4 begroting"})
REVISED = a_message(
    "info@anker.example",
    f"Deze versie vervangt de vorige.\n\n{form('Anker vzw', '2')}",
    subject="Nieuwe versie",
    arrived=IN_TIME.replace(hour=15),
    files={"Begroting.pdf": b"%PDF-1.4 begroting", "Nota.pdf": b"%PDF-1.4 nota"},
)
BRUG = a_message("info@brug.example", form("Brug vzw", "5"))


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """Anker, imported first; then the same again with a new version, and Brug."""
    made = a_dossier_file(tmp_path)
    save_juror(made, a_juror(1, organisation="Brug"))
    for name, messages in (("eerst", (FIRST,)), ("later", (FIRST, REVISED, BRUG))):
        (tmp_path / name).mkdir()
        import_mail(made, [an_export(tmp_path / name, *messages)])
    return made


def everything(dossier: Dossier) -> object:
    with dossier.read() as uow:
        return uow.mails.all(), uow.candidacies.find(), uow.conflicts.find()


def test_what_the_last_import_added_goes_and_what_was_there_stays(tmp_path, dossier):
    once = a_dossier_file(tmp_path / "eerst")
    import_mail(once, [tmp_path / "eerst" / "export"])

    gone = take_back_import(dossier)

    assert everything(dossier) == everything(once)
    assert (gone.names, gone.added) == ("export", 2)
    assert candidacy_list(dossier).account == Account(read=1, candidacies=1, unconfirmed=1)


def test_contents_that_nothing_else_carries_go_along(dossier):
    with dossier.read() as uow:
        version = uow.candidacies.find()[0].current
    keys = {file.name: file.sha256 for file in version.attachments}

    take_back_import(dossier)

    with dossier.read() as uow:
        assert uow.blobs.get(keys["Begroting.pdf"]) == b"%PDF-1.4 begroting"
        with pytest.raises(KeyError):
            uow.blobs.get(keys["Nota.pdf"])


def test_confirmations_are_no_reason_to_keep_it(dossier):
    with dossier.read() as uow:
        confirmed = [placed.mail.sha256 for placed in uow.mails.all()]
    confirm_places(dossier, confirmed)

    take_back_import(dossier)

    assert [row.candidacy.organisation for row in candidacy_list(dossier).rows] == ["Anker vzw"]


def test_one_import_after_the_other_until_nothing_is_left(dossier):
    take_back_import(dossier, "Verkeerd bestand")
    take_back_import(dossier)

    assert (last_import(dossier), candidacy_list(dossier).account) == (None, Account())
    with pytest.raises(JuryError) as caught:
        take_back_import(dossier)
    assert caught.value.message == say("import.nothing_to_take_back")
    with dossier.read() as uow:
        [first, second] = uow.journal.of("mail.import_taken_back")
    assert (json.loads(first.old)["added"], first.reason) == (2, "Verkeerd bestand")
    assert json.loads(second.old)["added"] == 1


def test_importing_again_after_all_gives_what_was_there(dossier, tmp_path):
    before = [row.candidacy for row in candidacy_list(dossier).rows]
    take_back_import(dossier)

    import_mail(dossier, [tmp_path / "later" / "export"])

    assert [row.candidacy for row in candidacy_list(dossier).rows] == before


@pytest.mark.parametrize("organisation", ["Anker vzw", "Brug vzw"])
def test_what_somebody_built_on_stays(dossier, organisation):
    rows = candidacy_list(dossier).rows
    home = next(row.candidacy for row in rows if row.candidacy.organisation == organisation)
    judge_admissibility(dossier, home.id, Admissibility.ADMISSIBLE)
    before = everything(dossier)

    with pytest.raises(JuryError) as caught:
        take_back_import(dossier)

    assert caught.value.message == say("import.import_in_use", reference=home.reference)
    assert everything(dossier) == before


def test_what_was_done_and_undone_again_holds_nothing_up(dossier):
    home = candidacy_list(dossier).rows[-1].candidacy
    save_juror(dossier, a_juror(1))
    judged = judge_admissibility(dossier, home.id, Admissibility.ADMISSIBLE)
    for remark in ("Sterk", ""):
        save_answers(dossier, "j1", home.id, Round.WRITTEN, {}, remark=remark)
    take_back_jury(dossier, declare_conflict(dossier, "j1", home.id, "Familie"))
    take_back_judgement(dossier, judged, home)

    take_back_import(dossier)

    assert home.id not in {row.candidacy.id for row in candidacy_list(dossier).rows}


def placed_with_a_reason(dossier: Dossier, placed: Placed) -> None:
    change_place(dossier, placed.mail.sha256, EntryKind.OTHER, None, "Een vraag")


def arrival_stated(dossier: Dossier, placed: Placed) -> None:
    state_arrival(dossier, placed.mail.sha256, IN_TIME, "Telefonisch bevestigd")


@pytest.mark.parametrize(
    ("step", "told"), [(placed_with_a_reason, "import_placed"), (arrival_stated, "import_arrival_stated")]
)
def test_the_word_of_the_regisseur_on_a_message_is_never_thrown_away(dossier, step, told):
    brug = places(dossier)[-1]
    step(dossier, brug)
    before = everything(dossier)

    with pytest.raises(JuryError) as caught:
        take_back_import(dossier)

    assert caught.value.message == say(f"import.{told}", count=1, sources=(brug.mail.source,))
    assert everything(dossier) == before


def test_the_account_falls_by_what_was_read_and_that_is_told(dossier):
    before = candidacy_list(dossier).account.read

    gone = take_back_import(dossier)

    assert (gone.added, gone.read) == (2, 3)
    assert before - candidacy_list(dossier).account.read == gone.read


def test_steps_on_what_was_taken_back_are_refused_in_words(dossier):
    first, *_, brug = places(dossier)
    confirmed = confirm_places(dossier, [brug.mail.sha256])
    placing = change_place(dossier, brug.mail.sha256, EntryKind.OTHER, None, "Een vraag")
    undo_place(dossier, placing, "Ongedaan gemaakt")
    number = take_back_import(dossier).number
    before = everything(dossier)

    for step, told in (
        (lambda: reopen_places(dossier, confirmed), "changed_since"),
        (lambda: confirm_places(dossier, confirmed), "changed_since"),
        (lambda: undo_place(dossier, placing, "Ongedaan gemaakt"), "changed_since"),
        (lambda: take_back_import(dossier, number=number), "not_the_last"),
    ):
        with pytest.raises(JuryError) as caught:
            step()
        assert caught.value.message == say(f"import.{told}")

    assert everything(dossier) == before
    assert places(dossier) == (first,)


def test_an_earlier_message_is_not_left_without_its_candidacy(dossier):
    rows = candidacy_list(dossier).rows
    anker, brug = (row.candidacy for row in rows)
    first = anker.versions[0].mail
    change_place(dossier, first, EntryKind.REVISION, brug.id, "Hoort bij Brug")

    with pytest.raises(JuryError) as caught:
        take_back_import(dossier)

    assert caught.value.message.key == "import.import_in_use"
