"""What a juror might try to see or change of what is not theirs, as a table; nothing of it works.

The juror (j1) signed in, has a conflict of interest with K-03, and wants to know or change what juror 2 gave.
The attempts on the window stand in ``tests/ui/test_attempts.py``, those on the command line in
``tests/cli/test_signing_in.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.conflict import ConflictState
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.pitch_windows import KeptWindow
from jury_desktop.domain.rights import Right
from jury_desktop.domain.role import Person, Role
from jury_desktop.domain.sheet import Answer, items_of
from jury_desktop.services.accounts import accounts, add_account, draw_secret, end_accounts
from jury_desktop.services.admission import needs
from jury_desktop.services.availability import own_availability, save_availability, say_availability
from jury_desktop.services.candidacies import attachment_content
from jury_desktop.services.candidacy_file import candidacy_details
from jury_desktop.services.confirm import confirm_decision
from jury_desktop.services.decide import decide, deliberation
from jury_desktop.services.history import Thing, What, history
from jury_desktop.services.import_scores import import_scores
from jury_desktop.services.journal import journal
from jury_desktop.services.jury import declare_conflict, judge_conflict, remove_juror, save_juror
from jury_desktop.services.packets import make_packet
from jury_desktop.services.paper import enter_score, paper_grid
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.practice import practice_table
from jury_desktop.services.practice_view import practising
from jury_desktop.services.ranking import ranking
from jury_desktop.services.rounds import close_round, reopen_round
from jury_desktop.services.scoring import amend_sheet, open_sheet, save_answers, submit_sheet
from jury_desktop.services.scoring_desk import scoring_desk
from jury_desktop.services.scoring_order import draw_order
from jury_desktop.services.table_files import ask_tables
from jury_desktop.services.veil import look_at_sheet
from tests.builders import RAW, a_call, a_candidacy, a_conflict, a_juror
from tests.fakes import MemoryStore
from tests.services.scenario import a_dossier
from tests.services.sealed import low
from tests.services.signing_in import ACCOUNTS, person, signed_in, with_accounts

WRITTEN = Round.WRITTEN
SECRETS = ("Gewoon", "Kompas", "brief aan", "AGE-SECRET", "argon2")
"""What juror 2 wrote, who K-03 is, a letter, the key of a packet, and a verifier."""
FIVE = {items_of(a_call().rubric, (1, 4), WRITTEN)[0].key: Answer(5)}
Attempt = Callable[[Dossier, Path], object]


@pytest.fixture
def juror() -> Dossier:
    store = MemoryStore(a_call())
    dossier = low(store)
    with dossier.change() as uow:
        letter = uow.letters.find()[0]
        uow.letters.save(replace(letter, pdf=uow.blobs.put(b"%PDF-1.7 brief aan K-03")))
        uow.conflicts.save(a_conflict(a_juror(1), a_candidacy(3), state=ConflictState.CONFIRMED))
        uow.journal.append("test.prepared", "conflict", "j1")
    return signed_in(with_accounts(dossier), Role.JUROR)


def sheet(juror: str, candidacy: str, call: Callable[..., object], *more: object) -> Attempt:
    return lambda dossier, _folder: call(dossier, juror, candidacy, WRITTEN, *more)


def inside(work: Callable[[UnitOfWork], object]) -> Attempt:
    """What a service that jurors may call could do by mistake: it has the same narrow dossier."""

    @needs(Right.SCORE)
    def forgetful(dossier: Dossier) -> object:
        with dossier.change() as uow:
            found = work(uow)
            uow.journal.append("test.tried", "sheet", "x")
        return found

    @needs(Right.SCORE)
    def looking(dossier: Dossier) -> object:
        with dossier.read() as uow:
            return work(uow)

    return lambda dossier, _folder: (looking if work in LOOKS else forgetful)(dossier)


def _of_another(uow: UnitOfWork) -> object:
    return uow.sheets.find(juror="j2")


def _kept_away(uow: UnitOfWork) -> object:
    return (uow.candidacies.find(), uow.mails.all(), uow.plans.find(), uow.decisions.find(), uow.runs.find())


def _keys(uow: UnitOfWork) -> object:
    return (
        uow.packets.find(),
        uow.accounts.find(role=Role.REGISSEUR),
        uow.rebuttals.find(),
        uow.talks.find(),
    )


def _events(uow: UnitOfWork) -> object:
    return uow.journal.all()


def _practised(uow: UnitOfWork) -> object:
    return [each for each in uow.practice_sheets.find() if each.juror != "j1" and each.sheet.answers]


LOOKS = (_of_another, _kept_away, _keys, _events, _practised)


def _forge(uow: UnitOfWork) -> None:
    uow.sheets.save(replace(uow.sheets.find(juror="j2")[0], answers=FIVE))


def _take_over(uow: UnitOfWork) -> None:
    uow.sheets.save(replace(uow.sheets.find(juror="j2")[0], juror="j1"))


def _give_away(uow: UnitOfWork) -> None:
    uow.sheets.save(replace(uow.sheets.find(juror="j1")[0], juror="j2"))


def _free(uow: UnitOfWork) -> None:
    uow.conflicts.save(replace(uow.conflicts.find(juror="j1")[0], state=ConflictState.DISMISSED))


def _rise(uow: UnitOfWork) -> None:
    uow.accounts.save(replace(uow.accounts.find()[0], role=Role.REGISSEUR))


def _close(uow: UnitOfWork) -> None:
    uow.settings.set("round.closed.written", "1")


def _in_anothers_name(uow: UnitOfWork) -> None:
    uow.journal.append("sheet.saved", "sheet", "Jurylid 2 – K-01 – written", on_behalf_of="Jurylid 2")


def _rename(uow: UnitOfWork) -> object:
    uow.jurors.save(replace(uow.jurors.get("j1"), name="Jurylid 2", available=()))
    return None


def _free_another(uow: UnitOfWork) -> object:
    uow.jurors.save(replace(uow.jurors.get("j2"), available=()))
    return None


def _answer_for_all(uow: UnitOfWork) -> object:
    window = uow.call.windows[0]
    uow.windows.save(KeptWindow(window.id, window, ()))
    return None


def _forged_regisseur(dossier: Dossier, _folder: Path) -> object:
    """Another role beside one's own account."""
    account = person(Role.JUROR).account
    return journal(replace(dossier, who=Person("Jurylid 1", Role.REGISSEUR, "", account)))


def _scores_from_a_list(dossier: Dossier, folder: Path) -> object:
    file = folder / "scores.csv"
    file.write_text(
        f"jurylid;kandidatuur;criterium;score\nJurylid 2;K-01;{next(iter(FIVE))};5", encoding="utf-8"
    )
    return import_scores(dossier, file)


def _decision(dossier: Dossier, _folder: Path) -> object:
    with replace(dossier, who=ACCOUNTS[Role.REGISSEUR].person).read() as uow:
        made = uow.decisions.find()[0]
    return confirm_decision(dossier, made)


def _letter(dossier: Dossier, _folder: Path) -> object:
    with replace(dossier, who=ACCOUNTS[Role.REGISSEUR].person).read() as uow:
        key = uow.letters.find()[0].pdf
    return attachment_content(dossier, key)


REGISSEUR = ACCOUNTS[Role.REGISSEUR].id
ATTEMPTS: dict[str, Attempt] = {
    # what another gave
    "open the sheet of another": sheet("j2", "c1", open_sheet),
    "look under the veil of another": sheet("j2", "c1", look_at_sheet),
    "read the desk of another": lambda d, _: scoring_desk(d, "j2", WRITTEN),
    "read the paper of another": lambda d, _: paper_grid(d, "j2", WRITTEN),
    "read the practice side by side": lambda d, _: practice_table(d),
    "open the practice of another": lambda d, _: open_sheet(practising(d), "j2", "o1", WRITTEN),
    "read the order before it opens": lambda d, _: ranking(d, Stage.SHORTLIST),
    "read what is deliberated": lambda d, _: deliberation(d, "c1", Stage.SHORTLIST),
    "read the journal": lambda d, _: journal(d),
    "read the history of another's sheet": lambda d, _: history(
        d, Thing(What.SHEET, "Jurylid 2 – K-01 – written")
    ),
    "export every table": lambda d, _: ask_tables(d),
    "end the round, so that scores open": lambda d, _: close_round(d, WRITTEN, "Ik wil het weten"),
    "have a packet made for another": lambda d, folder: make_packet(
        d, "j2", WRITTEN, folder / "p.jurypakket"
    ),
    # changing it
    "score as another": sheet("j2", "c2", save_answers, FIVE),
    "submit for another": sheet("j2", "c2", submit_sheet),
    "change what another submitted": sheet("j2", "c1", amend_sheet, FIVE, "Zomaar"),
    "type another's paper": lambda d, _: enter_score(d, "j2", "c2", WRITTEN, next(iter(FIVE)), Answer(5)),
    "import a list for another": _scores_from_a_list,
    "draw the order of another": lambda d, _: draw_order(d, "j2", WRITTEN),
    "declare a conflict for another": lambda d, _: declare_conflict(d, "j2", "c1", "Neef", by_juror=True),
    "take another off the list": lambda d, _: remove_juror(d, "j2"),
    "say when another can sit": lambda d, _: say_availability(d, "j2", ()),
    "read when another can sit": lambda d, _: own_availability(d, "j2"),
    "say when the whole jury can sit": lambda d, _: save_availability(d, {"j1": (), "j2": ()}),
    "change oneself on the list": lambda d, _: save_juror(d, a_juror(1, name="Jurylid 2")),
    "reopen a round that has ended": lambda d, _: reopen_round(d, WRITTEN, "Nog even"),
    # past a conflict of interest
    "open the sheet on a candidacy kept away": sheet("j1", "c3", open_sheet),
    "score a candidacy kept away": sheet("j1", "c3", save_answers, FIVE),
    "read the file of a candidacy kept away": lambda d, _: candidacy_details(d, "c3"),
    "dismiss one's own conflict": lambda d, _: judge_conflict(
        d, a_conflict(a_juror(1), a_candidacy(3)).id, confirmed=False, reason="Valt mee"
    ),
    "read a letter as an attachment": _letter,
    # what a role gives
    "decide": lambda d, _: decide(d, "c1", DecisionKind.INVITED, "Goed genoeg."),
    "confirm a decision": _decision,
    "read who has accounts": lambda d, _: accounts(d),
    "get the regisseur another passphrase": lambda d, _: draw_secret(d, REGISSEUR),
    "make oneself a regisseur": lambda d, _: add_account(d, Role.REGISSEUR, "fiets lamp appel", name="Ik"),
    "end the signing in": lambda d, _: end_accounts(d),
    "claim another role": _forged_regisseur,
    "work without having signed in": lambda d, _: scoring_desk(replace(d, who=None), "j2", WRITTEN),
    # through a service that forgets to look
    "find the sheets of another": inside(_of_another),
    "find what is kept away": inside(_kept_away),
    "find keys, accounts and rebuttals": inside(_keys),
    "find the events of another": inside(_events),
    "find the practice of another": inside(_practised),
    "save another's sheet": inside(_forge),
    "take another's sheet over": inside(_take_over),
    "give one's sheet to another": inside(_give_away),
    "say in a session that another can come": inside(_answer_for_all),
    "call oneself otherwise": inside(_rename),
    "free the hours of another": inside(_free_another),
    "remove another's sheet": inside(lambda uow: uow.sheets.remove(uow.sheets.find(juror="j2")[0].id)),
    "free oneself of a conflict": inside(_free),
    "make one's account a regisseur's": inside(_rise),
    "set a setting of the dossier": inside(_close),
    "put an event in another's name": inside(_in_anothers_name),
    "read a message kept away": inside(lambda uow: uow.candidacies.get("c3")),
    "replace the bytes of a message": inside(lambda uow: uow.blobs.put(RAW + b"x")),
    "take bytes away": inside(lambda uow: uow.blobs.remove("x")),
    "change a candidacy": inside(lambda uow: uow.candidacies.save(a_candidacy(1, organisation="Ik"))),
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_an_attempt_shows_nothing_and_changes_nothing(attempt: str, juror: Dossier, tmp_path: Path) -> None:
    before = juror.store._kept  # type: ignore[attr-defined]
    try:
        found = repr(ATTEMPTS[attempt](juror, tmp_path))
    except JuryError as error:
        found = repr(error.message.values)
    assert [secret for secret in SECRETS if secret in found] == []
    assert juror.store._kept is before  # type: ignore[attr-defined]
    assert list(tmp_path.glob("*.jurypakket")) == []


def test_the_attempts_would_work_for_who_may(juror: Dossier, tmp_path: Path) -> None:
    """Else the table would prove nothing: without accounts the first ones show what juror 2 wrote."""
    free = a_dossier(store=low(MemoryStore(a_call())).store)
    shown = repr(ATTEMPTS["open the sheet of another"](free, tmp_path))
    assert "Gewoon" in shown
    assert "Kompas" in repr(ATTEMPTS["read the file of a candidacy kept away"](free, tmp_path))


def test_there_are_at_least_forty_attempts() -> None:
    assert len(ATTEMPTS) >= 40


def test_a_packet_holds_nothing_of_another_and_nothing_kept_away(juror: Dossier, tmp_path: Path) -> None:
    regisseur = replace(juror, actor="An Maes", who=ACCOUNTS[Role.REGISSEUR].person)
    made = make_packet(regisseur, "j1", WRITTEN, tmp_path / "j1.jurypakket")
    assert (sorted(made.candidacies), made.left_out) == (["K-01", "K-02"], ("K-03",))
