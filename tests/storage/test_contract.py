"""What every store promises, the one in memory as well as those on disk."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.closing_days import OWN
from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.journal import START, broken_links
from jury_desktop.domain.mail import Arrival, Evidence, EvidenceKind
from jury_desktop.domain.sheet import SheetState
from jury_desktop.services.ports import Store, UnitOfWork
from jury_desktop.storage.errors import BrokenRuleError
from jury_desktop.storage.guard import ReadOnlyWorkError, UnrecordedChangeError
from tests.builders import (
    NOW,
    RAW,
    a_candidacy,
    a_conflict,
    a_decision,
    a_juror,
    a_letter,
    a_mail,
    a_meeting,
    a_packet,
    a_plan,
    a_practice,
    a_practice_sheet,
    a_rebuttal,
    a_run,
    a_sheet,
    a_talk,
    a_version,
    an_encrypted_mail,
    an_unreadable_mail,
    placed,
)
from tests.storage.conftest import a_small_call

JUROR, OTHER_JUROR = a_juror(1), a_juror(2)
CANDIDACY, OTHER_CANDIDACY = a_candidacy(1), a_candidacy(2)


def keep(store: Store, *works: Callable[[UnitOfWork], object]) -> None:
    """Does all of it in one recorded change."""
    with store.change("regisseur", NOW) as uow:
        for work in works:
            work(uow)
        uow.journal.append("test.kept", "test", "1")


def keep_everybody(store: Store) -> None:
    keep(
        store,
        lambda uow: uow.jurors.save(JUROR),
        lambda uow: uow.jurors.save(OTHER_JUROR),
        lambda uow: uow.candidacies.save(CANDIDACY),
        lambda uow: uow.candidacies.save(OTHER_CANDIDACY),
    )


def test_a_dossier_knows_its_call(store: Store) -> None:
    with store.read() as uow:
        assert uow.call == a_small_call()


def test_the_call_of_a_dossier_knows_the_closing_days_that_it_keeps(store: Store) -> None:
    with store.change("Regisseur", NOW) as uow:
        uow.settings.set(OWN, "2023-12-27 2023-12-28")
        uow.journal.append("settings.changed", "settings", "closing_days")
    with store.read() as uow:
        days = uow.call.rebuttal.extra_closing_days
    assert {date(2023, 12, 27), date(2023, 12, 28)} <= set(days)


def test_what_is_saved_is_found(store: Store) -> None:
    keep_everybody(store)

    with store.read() as uow:
        assert uow.jurors.find() == (JUROR, OTHER_JUROR)
        assert uow.candidacies.get("c2") == OTHER_CANDIDACY


def test_saving_again_replaces_and_keeps_the_place_in_the_order(store: Store) -> None:
    keep_everybody(store)
    renamed = replace(JUROR, name="Nieuwe naam", expertise=(7,), available=())

    keep(store, lambda uow: uow.jurors.save(renamed))

    with store.read() as uow:
        assert uow.jurors.find() == (renamed, OTHER_JUROR)


def test_fewer_versions_and_answers_leave_nothing_behind(store: Store) -> None:
    keep_everybody(store)
    grown = replace(CANDIDACY, versions=(a_version(1), a_version(2)), challenges=(1, 2, 3))
    sheet = a_sheet(JUROR, CANDIDACY)
    keep(store, lambda uow: uow.candidacies.save(grown), lambda uow: uow.sheets.save(sheet))
    emptied = replace(sheet, answers={}, state=SheetState.DRAFT, submitted_at=None)

    keep(store, lambda uow: uow.candidacies.save(CANDIDACY), lambda uow: uow.sheets.save(emptied))

    with store.read() as uow:
        assert uow.candidacies.get("c1") == CANDIDACY
        assert uow.sheets.find() == (emptied,)


def test_find_compares_the_fields_that_are_named(store: Store) -> None:
    keep_everybody(store)
    sheets = [
        a_sheet(juror, candidacy, round_)
        for juror in (JUROR, OTHER_JUROR)
        for candidacy in (CANDIDACY, OTHER_CANDIDACY)
        for round_ in Round
    ]
    for sheet in sheets:
        keep(store, lambda uow, sheet=sheet: uow.sheets.save(sheet))  # type: ignore[misc]

    with store.read() as uow:
        assert uow.sheets.find(juror="j1", round=Round.PITCH) == (sheets[1], sheets[3])
        assert uow.sheets.find(state=SheetState.DRAFT) == ()
        assert uow.sheets.find(submitted_at=NOW, candidacy="c2") == (*sheets[2:4], *sheets[6:])


def test_find_by_nothing_given_and_by_an_empty_key(store: Store) -> None:
    keep_everybody(store)
    letter = a_letter(CANDIDACY)
    keep(store, lambda uow: uow.letters.save(letter))

    with store.read() as uow:
        assert uow.letters.find(sent_at=None) == (letter,)
        assert uow.letters.find(pdf="") == (letter,)
        assert uow.decisions.find(place=None) == ()


@pytest.mark.parametrize("name", ["answers", "nonsense"])
def test_find_by_what_is_no_plain_field_is_a_mistake(store: Store, name: str) -> None:
    with store.read() as uow, pytest.raises(TypeError):
        uow.sheets.find(**{name: 1})


def test_what_is_not_there_is_a_key_error(store: Store) -> None:
    with store.read() as uow:
        with pytest.raises(KeyError):
            uow.jurors.get("nobody")
        with pytest.raises(KeyError):
            uow.blobs.get("0" * 64)
        with pytest.raises(KeyError):
            uow.mails.get("0" * 64)
    with store.change("regisseur", NOW) as uow:
        with pytest.raises(KeyError):
            uow.jurors.remove("nobody")
        with pytest.raises(KeyError):
            uow.mails.place(placed(a_mail()))
        with pytest.raises(KeyError):
            uow.mails.save(placed(a_mail()))
        with pytest.raises(KeyError):
            uow.mails.remove("0" * 64)
        uow.journal.append("test.nothing", "test", "1")


def test_what_is_removed_is_gone_with_its_parts(store: Store) -> None:
    keep_everybody(store)

    keep(store, lambda uow: uow.candidacies.remove("c1"))

    with store.read() as uow:
        assert uow.candidacies.find() == (OTHER_CANDIDACY,)


def test_every_kind_of_object_is_kept_whole(store: Store) -> None:
    keep_everybody(store)
    sheet = a_sheet(JUROR, CANDIDACY, remark="Sterk dossier")
    decision = a_decision(CANDIDACY, sheet)
    letter = a_letter(CANDIDACY)
    rebuttal = a_rebuttal(letter)
    plan = a_plan((CANDIDACY, OTHER_CANDIDACY), (JUROR, OTHER_JUROR))
    conflict = a_conflict(JUROR, OTHER_CANDIDACY)
    packet = a_packet(JUROR, sheet, returned_at=NOW)
    run = a_run(CANDIDACY)
    talk = a_talk(CANDIDACY, sheet)
    meeting = a_meeting(JUROR)

    keep(
        store,
        lambda uow: uow.rebuttals.save(rebuttal),
        lambda uow: uow.letters.save(letter),
        lambda uow: uow.decisions.save(decision),
        lambda uow: uow.sheets.save(sheet),
        lambda uow: uow.plans.save(plan),
        lambda uow: uow.conflicts.save(conflict),
        lambda uow: uow.packets.save(packet),
        lambda uow: uow.runs.save(run),
        lambda uow: uow.talks.save(talk),
        lambda uow: uow.meetings.save(meeting),
    )

    with store.read() as uow:
        kept = (uow.sheets, uow.decisions, uow.letters, uow.rebuttals, uow.plans, uow.conflicts, uow.packets)
        assert [kind.find() for kind in kept] == [
            (item,) for item in (sheet, decision, letter, rebuttal, plan, conflict, packet)
        ]
        assert uow.runs.find(candidacy=CANDIDACY.id) == (run,)
        assert (uow.talks.find(), uow.meetings.find()) == ((talk,), (meeting,))


def test_messages_are_kept_in_order_of_import_and_can_be_placed_anew(store: Store) -> None:
    unread = placed(an_unreadable_mail(), EntryKind.UNREADABLE)
    mail = placed(a_mail())
    keep(
        store,
        lambda uow: uow.mails.add(unread),
        lambda uow: uow.blobs.put(RAW),
        lambda uow: uow.mails.add(mail),
    )
    moved = replace(placed(a_mail(), EntryKind.OTHER), confirmed=True)

    keep(store, lambda uow: uow.mails.place(moved))

    with store.read() as uow:
        assert uow.mails.all() == (unread, moved)
        assert uow.mails.get(moved.mail.sha256) == moved
        assert uow.blobs.get(unread.mail.sha256) == b"\xd0\xcf\x11\xe0"


def test_a_message_can_get_another_proof_of_arrival_and_be_taken_away(store: Store) -> None:
    proof = Evidence(EvidenceKind.STATED, "Stempel van het onthaal", NOW)
    old, other = placed(a_mail()), placed(a_mail(b"2"))
    keep(
        store,
        lambda uow: uow.blobs.put(RAW),
        lambda uow: uow.blobs.put(b"2"),
        lambda uow: uow.mails.add(old),
        lambda uow: uow.mails.add(other),
    )
    new = replace(old, mail=a_mail(arrival=Arrival(NOW, proof, (proof,))))

    keep(store, lambda uow: uow.mails.save(new), lambda uow: uow.mails.remove(other.mail.sha256))

    with store.read() as uow:
        assert uow.mails.all() == (new,)


def test_a_message_that_could_not_be_read_keeps_what_its_headers_say(store: Store) -> None:
    nothing = placed(an_unreadable_mail(), EntryKind.UNREADABLE)
    known = placed(an_encrypted_mail(), EntryKind.UNREADABLE)
    keep(store, lambda uow: uow.mails.add(nothing), lambda uow: uow.mails.add(known))
    proof = Evidence(EvidenceKind.STATED, "Stempel van het onthaal", NOW)
    stated = replace(known, mail=an_encrypted_mail(arrival=Arrival(NOW, proof, (proof,))))

    with store.read() as uow:
        assert uow.mails.all() == (nothing, known)
    keep(store, lambda uow: uow.mails.save(stated))

    with store.read() as uow:
        assert uow.mails.all() == (nothing, stated)


def test_messages_are_found_by_candidacy_and_counted_by_kind(store: Store) -> None:
    unread = placed(an_unreadable_mail(), EntryKind.UNREADABLE)
    first, second = (placed(a_mail(raw), candidacy=a_mail(b"1").sha256) for raw in (b"1", b"2"))
    keep(
        store,
        lambda uow: uow.mails.add(unread),
        lambda uow: uow.blobs.put(b"1"),
        lambda uow: uow.blobs.put(b"2"),
        lambda uow: uow.mails.add(first),
        lambda uow: uow.mails.add(replace(second, confirmed=True)),
    )

    with store.read() as uow:
        assert uow.mails.of(first.mail.sha256) == (first, replace(second, confirmed=True))
        assert uow.mails.of("0" * 64) == ()
        assert dict(uow.mails.tally()) == {
            (EntryKind.UNREADABLE, False): 1,
            (EntryKind.CANDIDACY, False): 1,
            (EntryKind.CANDIDACY, True): 1,
        }


def test_a_content_can_be_let_go_of_and_nobody_minds_one_that_is_not_kept(store: Store) -> None:
    keep(store, lambda uow: uow.blobs.put(b"brief"))
    key = hashlib.sha256(b"brief").hexdigest()

    keep(store, lambda uow: uow.blobs.remove(key), lambda uow: uow.blobs.remove("0" * 64))

    with store.read() as uow, pytest.raises(KeyError):
        uow.blobs.get(key)


def test_many_messages_are_kept_and_taken_away_together(store: Store) -> None:
    """More than one statement may name."""
    raws = [str(number).encode() for number in range(1200)]
    items = [placed(a_mail(raw)) for raw in raws]
    unread = placed(an_unreadable_mail(), EntryKind.UNREADABLE)
    keep(
        store,
        lambda uow: uow.blobs.keep({hashlib.sha256(raw).hexdigest(): raw for raw in raws}),
        lambda uow: uow.mails.add(*items, unread),
    )
    gone = [item.mail.sha256 for item in items[1:]]

    keep(store, lambda uow: uow.mails.remove(*gone), lambda uow: uow.blobs.remove(*gone))

    with store.read() as uow:
        assert uow.mails.all() == (items[0], unread)
        assert uow.blobs.get(items[0].mail.sha256) == raws[0]
        with pytest.raises(KeyError):
            uow.blobs.get(gone[-1])


def test_of_several_messages_to_take_away_each_must_be_there(store: Store) -> None:
    there = placed(an_unreadable_mail())
    keep(store, lambda uow: uow.mails.add(there))

    with pytest.raises(KeyError):
        keep(store, lambda uow: uow.mails.remove(there.mail.sha256, "0" * 64))

    with store.read() as uow:
        assert uow.mails.all() == (there,)


def test_how_large_contents_are_is_known_without_reading_them(store: Store) -> None:
    keep(store, lambda uow: uow.blobs.put(b"brief"), lambda uow: uow.blobs.put(b""))
    keys = [hashlib.sha256(content).hexdigest() for content in (b"brief", b"", b"weg")]

    with store.read() as uow:
        assert uow.blobs.sizes(keys) == {keys[0]: 5, keys[1]: 0}
        assert uow.blobs.sizes([]) == {}


def test_a_content_that_is_kept_already_is_not_overwritten(store: Store) -> None:
    key = hashlib.sha256(b"brief").hexdigest()
    keep(store, lambda uow: uow.blobs.put(b"brief"))

    keep(store, lambda uow: uow.blobs.keep({key: b"iets anders"}))

    with store.read() as uow:
        assert uow.blobs.get(key) == b"brief"


@pytest.mark.parametrize("bulk", [False, True], ids=["little", "much"])
def test_work_that_moves_much_is_kept_or_undone_like_any_other(store: Store, bulk: bool) -> None:
    def work(content: bytes, juror: str) -> None:
        with store.change("regisseur", NOW, bulk=bulk) as uow:
            uow.blobs.put(content)
            uow.journal.append("test.kept", "test", "1")
            assert juror == "" or uow.jurors.get(juror)

    kept, gone = (hashlib.sha256(content).hexdigest() for content in (b"brief", b"kladje"))
    work(b"brief", "")
    with pytest.raises(KeyError):
        work(b"kladje", "nobody")

    with store.read() as uow:
        assert uow.blobs.get(kept) == b"brief"
        assert [event.action for event in uow.journal.all()] == ["test.kept"]
        with pytest.raises(KeyError):
            uow.blobs.get(gone)


def test_a_content_is_kept_once_under_its_hash(store: Store) -> None:
    with store.change("regisseur", NOW) as uow:
        assert uow.blobs.put(b"brief") == uow.blobs.put(b"brief")
        empty = uow.blobs.put(b"")
        uow.journal.append("test.kept", "test", "1")

    with store.read() as uow:
        assert uow.blobs.get(empty) == b""


def test_a_setting_has_its_last_value_or_the_default(store: Store) -> None:
    keep(store, lambda uow: uow.settings.set("taal", "nl"), lambda uow: uow.settings.set("taal", "en"))

    with store.read() as uow:
        assert (uow.settings.get("taal"), uow.settings.get("thema", "licht")) == ("en", "licht")


def test_the_journal_is_a_whole_chain_in_the_name_of_who_worked(store: Store) -> None:
    with store.change("An", NOW) as uow:
        first = uow.journal.append("juror.added", "juror", "j1", new='{"name":"Jan"}')
    with store.change("Bert", NOW + timedelta(hours=1)) as uow:
        second = uow.journal.append("sheet.saved", "sheet", "s1", reason="Tikfout", on_behalf_of="Jan")

    with store.read() as uow:
        events = uow.journal.all()
    assert events == (first, second)
    assert [(e.sequence, e.at, e.actor, e.previous_hash) for e in events] == [
        (1, NOW, "An", START),
        (2, NOW + timedelta(hours=1), "Bert", first.hash),
    ]
    assert broken_links(events) == ()


def test_the_journal_is_asked_about_a_few_subjects_alone(store: Store) -> None:
    with store.change("An", NOW) as uow:
        own = uow.journal.append("candidacy.received", "candidacy", "K-01")
        uow.journal.append("candidacy.received", "candidacy", "K-011")
        sheet = uow.journal.append("sheet.saved", "sheet", "Jan_ – K-01 – written")
        uow.journal.append("sheet.saved", "sheet", "Jan_ – k-01 – written")
        uow.journal.append("sheet.saved", "sheet", "Jan_ – K-02 – written")
        uow.journal.append("conflict.declared", "conflict", "Jan – K-01")
        uow.settings.set("test", "1")
        again = uow.journal.append("candidacy.admitted", "candidacy", "K-01")

    with store.read() as uow:
        journal = uow.journal
        assert journal.about("candidacy", ["K-01", "K-02"]) == (own, again)
        assert journal.about("sheet", endings=["– K-01 – written", "– K_01 – written"]) == (sheet,)
        assert journal.about("candidacy") == ()
        assert journal.about("conflict", ["K-01"], ["%"]) == ()


def test_the_journal_is_read_by_action_and_from_its_end(store: Store) -> None:
    with store.read() as uow:
        before = uow.journal.newest()
    with store.change("regisseur", NOW) as uow:
        first = uow.journal.append("mail.imported", "mail", "a.mbox")
        second = uow.journal.append("juror.added", "juror", "j1")
        third = uow.journal.append("mail.imported", "mail", "b.mbox")

    with store.read() as uow:
        assert uow.journal.of("mail.imported") == (first, third)
        assert uow.journal.newest() == third
    assert (before.sequence if before else 0) == second.sequence - 2


def test_an_exception_leaves_everything_as_it_was(store: Store) -> None:
    keep_everybody(store)
    with store.read() as uow:
        events = uow.journal.all()

    with pytest.raises(KeyError, match="nobody"):
        keep(
            store,
            lambda uow: uow.jurors.remove("j1"),
            lambda uow: uow.settings.set("taal", "en"),
            lambda uow: uow.blobs.put(b"brief"),
            lambda uow: uow.journal.append("juror.removed", "juror", "j1"),
            lambda uow: uow.jurors.get("nobody"),
        )

    with store.read() as uow:
        assert uow.jurors.find() == (JUROR, OTHER_JUROR)
        assert uow.settings.get("taal") == ""
        assert uow.journal.all() == events


ALTERING: dict[str, Callable[[UnitOfWork], object]] = {
    "save": lambda uow: uow.jurors.save(a_juror(3)),
    "remove": lambda uow: uow.jurors.remove("j1"),
    "put": lambda uow: uow.blobs.put(b"brief"),
    "set": lambda uow: uow.settings.set("taal", "nl"),
    "add": lambda uow: uow.mails.add(placed(an_unreadable_mail(b"twee"))),
    "place": lambda uow: uow.mails.place(placed(an_unreadable_mail())),
    "prove": lambda uow: uow.mails.save(placed(an_unreadable_mail())),
    "take away": lambda uow: uow.mails.remove(an_unreadable_mail().sha256),
}


@pytest.mark.parametrize("work", ALTERING.values(), ids=ALTERING.keys())
def test_nothing_is_altered_without_an_event(store: Store, work: Callable[[UnitOfWork], object]) -> None:
    keep_everybody(store)
    keep(store, lambda uow: uow.mails.add(placed(an_unreadable_mail())))

    with pytest.raises(UnrecordedChangeError), store.change("regisseur", NOW) as uow:
        work(uow)

    with store.read() as uow:
        assert uow.jurors.find() == (JUROR, OTHER_JUROR)
        assert uow.settings.get("taal") == ""
        assert uow.mails.all() == (placed(an_unreadable_mail()),)


def test_a_change_that_changes_nothing_needs_no_event(store: Store) -> None:
    with store.change("regisseur", NOW) as uow:
        assert uow.jurors.find() == ()


@pytest.mark.parametrize("work", ALTERING.values(), ids=ALTERING.keys())
def test_reading_alters_nothing(store: Store, work: Callable[[UnitOfWork], object]) -> None:
    with store.read() as uow, pytest.raises(ReadOnlyWorkError):
        work(uow)
    with store.read() as uow, pytest.raises(ReadOnlyWorkError):
        uow.journal.append("test.read", "test", "1")


def test_a_change_needs_a_moment_with_a_zone(store: Store) -> None:
    with pytest.raises(ValueError, match="time zone"), store.change("regisseur", NOW.replace(tzinfo=None)):
        pass


def test_a_change_within_a_change_is_a_mistake(store: Store) -> None:
    with store.change("regisseur", NOW), pytest.raises(RuntimeError), store.change("regisseur", NOW):
        pass

    keep_everybody(store)


TWICE: dict[str, Callable[[UnitOfWork], object]] = {
    "reference": lambda uow: uow.candidacies.save(a_candidacy(3, reference="K-01")),
    "sheet": lambda uow: uow.sheets.save(a_sheet(JUROR, CANDIDACY, id="another")),
    "conflict": lambda uow: uow.conflicts.save(a_conflict(JUROR, CANDIDACY, id="another")),
    "decision": lambda uow: uow.decisions.save(a_decision(CANDIDACY, id="another")),
    "plan": lambda uow: uow.plans.save(replace(a_plan((), ()), id="another")),
    "talk": lambda uow: uow.talks.save(a_talk(CANDIDACY, id="other")),
    "meeting": lambda uow: uow.meetings.save(a_meeting(id="other")),
    "mail": lambda uow: uow.mails.add(placed(an_unreadable_mail())),
    "run": lambda uow: uow.runs.save(a_run(CANDIDACY, id="another")),
}


@pytest.mark.parametrize("work", TWICE.values(), ids=TWICE.keys())
def test_what_may_be_there_once_is_not_there_twice(
    store: Store, work: Callable[[UnitOfWork], object]
) -> None:
    keep_everybody(store)
    keep(
        store,
        lambda uow: uow.sheets.save(a_sheet(JUROR, CANDIDACY)),
        lambda uow: uow.conflicts.save(a_conflict(JUROR, CANDIDACY)),
        lambda uow: uow.decisions.save(a_decision(CANDIDACY)),
        lambda uow: uow.talks.save(a_talk(CANDIDACY)),
        lambda uow: uow.meetings.save(a_meeting()),
        lambda uow: uow.plans.save(a_plan((), ())),
        lambda uow: uow.mails.add(placed(an_unreadable_mail())),
        lambda uow: uow.runs.save(a_run(CANDIDACY)),
    )

    with pytest.raises(BrokenRuleError):
        keep(store, work)


LOOSE: dict[str, Callable[[UnitOfWork], object]] = {
    "sheet of nobody": lambda uow: uow.sheets.save(a_sheet(a_juror(9), CANDIDACY)),
    "sheet of a version that is not there": lambda uow: uow.sheets.save(a_sheet(JUROR, CANDIDACY, version=2)),
    "conflict with nobody": lambda uow: uow.conflicts.save(a_conflict(JUROR, a_candidacy(9))),
    "motivation without its sheet": lambda uow: uow.decisions.save(
        a_decision(CANDIDACY, a_sheet(JUROR, CANDIDACY))
    ),
    "letter without its PDF": lambda uow: uow.letters.save(a_letter(CANDIDACY, pdf="0" * 64)),
    "rebuttal to no letter": lambda uow: uow.rebuttals.save(a_rebuttal(a_letter(CANDIDACY))),
    "talk about nobody": lambda uow: uow.talks.save(a_talk(a_candidacy(9))),
    "packet for nobody": lambda uow: uow.packets.save(a_packet(a_juror(9))),
    "session of nobody": lambda uow: uow.runs.save(a_run(a_candidacy(9))),
    "practice of nobody": lambda uow: (
        uow.practices.save(a_practice()),
        uow.practice_sheets.save(a_practice_sheet(a_juror(9), a_practice())),
    ),
    "practice sheet without its practice": lambda uow: uow.practice_sheets.save(
        a_practice_sheet(JUROR, a_practice())
    ),
    "seat of nobody": lambda uow: uow.plans.save(a_plan((CANDIDACY,), (a_juror(9),))),
    "version of no message": lambda uow: uow.candidacies.save(
        a_candidacy(3, versions=(a_version(mail="0" * 64),))
    ),
    "message without its bytes": lambda uow: uow.mails.add(placed(a_mail())),
    "juror who is still needed": lambda uow: uow.jurors.remove("j2"),
}


@pytest.mark.parametrize("work", LOOSE.values(), ids=LOOSE.keys())
def test_no_key_leads_nowhere(store: Store, work: Callable[[UnitOfWork], object]) -> None:
    keep_everybody(store)
    keep(store, lambda uow: uow.conflicts.save(a_conflict(OTHER_JUROR, CANDIDACY)))

    with pytest.raises(BrokenRuleError):
        keep(store, work)

    with store.read() as uow:
        assert uow.jurors.find() == (JUROR, OTHER_JUROR)
        assert uow.candidacies.find() == (CANDIDACY, OTHER_CANDIDACY)


def test_a_sound_dossier_has_no_problems(store: Store) -> None:
    keep_everybody(store)
    keep(store, lambda uow: uow.mails.add(placed(an_unreadable_mail())))

    assert list(store.problems()) == []
