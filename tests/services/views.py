"""Every way in which a service shows a dossier, as functions of the dossier that give comparable text.

Two dossiers that differ only in what nobody may see look the same through all of them. What is new in the
services and shows a dossier has to be entered here: ``test_sealed_views.py`` finds what was forgotten.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from jury_desktop import services
from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.paper_sheet import code_of
from jury_desktop.domain.person_search import wanted
from jury_desktop.domain.running_late import Late
from jury_desktop.domain.sheet import Answer, items_of
from jury_desktop.services import (
    advice,
    anchors,
    archive,
    attention,
    availability,
    bundle,
    bundle_place,
    candidacies,
    candidacy_file,
    candidacy_sheet,
    decide,
    demo_state,
    discussion,
    dossier_settings,
    history,
    import_scores,
    journal,
    jury,
    letter_book,
    letter_grounds,
    letter_signing,
    letter_texts,
    letters,
    meeting,
    minutes,
    outbox,
    overview,
    packet_desk,
    packets,
    paper,
    paper_prints,
    person_data,
    picture_files,
    pictures,
    places,
    plan_export,
    plan_versions,
    planning,
    portfolio,
    practice,
    programme,
    projector,
    proof,
    ranking,
    rebuttal_effect,
    rebuttal_mail,
    rebuttals,
    request_mail,
    retention,
    review,
    scoring,
    scoring_desk,
    session,
    session_late,
    session_windows,
    soundness,
    stage_counts,
    table_files,
    take_back,
    unreadable,
    veil,
    what_if,
)
from jury_desktop.services.ports import Dossier
from tests.builders import a_call

View = Callable[[Dossier, Path], object]
"""What a view shows; it may write below a folder of its own."""

PUBLIC = "c1"
"""A candidacy that has sealed sheets."""
OTHER = "j2"
"""A juror who did not write those sheets."""


def _both(view: Callable[[Dossier, Stage], object]) -> View:
    return lambda dossier, _folder: [told(view, dossier, stage) for stage in Stage]


def _of(view: Callable[[Dossier], object]) -> View:
    return lambda dossier, _folder: view(dossier)


def _effect(dossier: Dossier) -> object:
    """What other scores would do to the candidacy that answered."""
    with dossier.read() as uow:
        (rebuttal,) = uow.rebuttals.find()
    return rebuttal_effect.effect_of(dossier, rebuttal.id).order({})


def _deliberations(dossier: Dossier, stage: Stage) -> object:
    return [told(decide.deliberation, dossier, key, stage) for key in ("c1", "c2", "c3")]


def _decided(dossier: Dossier, folder: Path) -> object:
    """A decision that is made while the scores are sealed: refused, or resting on nothing of them."""
    return told(decide.decide, dossier, "c2", DecisionKind.INVITED, "Wij willen dit horen.")


def _bundle(dossier: Dossier, folder: Path) -> object:
    bundle.make_bundle(dossier, bundle.BundleWish(folder / "bundel"))
    return written(folder / "bundel")


def _archived(dossier: Dossier, folder: Path) -> object:
    """An archive is refused as long as anything is sealed."""
    return told(archive.make_archive, dossier, folder / "archief.jury", "Proef")


def _workbook(dossier: Dossier, folder: Path) -> object:
    candidacy_sheet.write_candidacies(dossier, folder / "lijst.xlsx")
    return written(folder)


def _pictures(dossier: Dossier, folder: Path) -> object:
    return [told(picture_files.write_all, dossier, stage, 2, "nl", folder / stage) for stage in Stage] + [
        written(folder)
    ]


def _drawings(dossier: Dossier, stage: Stage) -> object:
    found = pictures.shown(dossier, stage)
    return [told(pictures.drawing, found, each, 2, "nl") for each in pictures.Picture]


def _letters(dossier: Dossier, _folder: Path) -> object:
    return [(job.type, job.data, job.grounds) for job in letters.letter_jobs(dossier)]


def _final(dossier: Dossier) -> list[letter_book.LetterKey]:
    """Every letter that is owed while the scores are sealed, made final."""
    letters.keep_letters(dossier, letters.draft_letters(letters.letter_jobs(dossier)), final=True)
    return [row.key for row in letter_book.letter_book(dossier)]


def _parcels(dossier: Dossier, folder: Path) -> object:
    _final(dossier)
    outbox.set_out(outbox.parcels(dossier), folder, outbox.Wish(paper=outbox.Paper.ALL))
    return written(folder)


def _to_sign(dossier: Dossier, _folder: Path) -> object:
    return letter_signing.to_sign(dossier, _final(dossier))


def _grounds(dossier: Dossier, _folder: Path) -> object:
    return [letter_grounds.letter_grounds(dossier, key) for key in _final(dossier)]


def _packet(dossier: Dossier, folder: Path) -> object:
    """The packet of another juror, without its own key."""
    made = packets.make_packet(dossier, OTHER, Round.WRITTEN, folder / "pakket.jurypakket")
    return (made.juror, made.candidacies, made.left_out)


def _programme(dossier: Dossier, _folder: Path) -> object:
    """The plan as it leaves the program, in every form."""
    files = plan_export.plan_files(programme.programme(dossier))
    return [(each.name, _content(each.content)) for each in files]


def _minutes(dossier: Dossier, stage: Stage) -> object:
    return [
        minutes.minutes_record(minutes.ask_minutes(dossier, stage, with_names=named))
        for named in (True, False)
    ]


def _tables(dossier: Dossier, _folder: Path) -> object:
    """Every table, and those that may be published."""
    asked = (table_files.ask_tables(dossier, redacted=redacted) for redacted in (False, True))
    return [table_files.as_json_document(each).decode() for each in asked]


def _late(dossier: Dossier, _folder: Path) -> object:
    """What it would do when the first session runs a quarter of an hour late."""
    first = session.sessions(dossier).sessions[0]
    return session_late.late_view(dossier, first.key, Late(15))


def _paper(dossier: Dossier, _folder: Path) -> object:
    return [paper.paper_grid(dossier, "j1", round_) for round_ in Round]


def _second_entry(dossier: Dossier, _folder: Path) -> object:
    """Somebody types a sheet of the screen a second time, to hear where it differs."""
    typed = {item.key: Answer(5) for item in items_of(a_call().rubric, (1, 4), Round.WRITTEN)}
    return [told(paper.second_entry, dossier, "j1", key, Round.WRITTEN, typed) for key in KEYS]


def _rehearsed_list(dossier: Dossier, folder: Path) -> object:
    """Somebody tries a list of scores on what a juror gave on the screen, to hear what is the same."""
    file = folder / "scores.csv"
    items = items_of(a_call().rubric, (1, 4), Round.WRITTEN)
    rows = [f"Jurylid 1;K-0{number};{item.key};5" for number in (1, 2, 3) for item in items]
    file.write_text("\n".join(["jurylid;kandidatuur;criterium;score", *rows]), encoding="utf-8")
    return import_scores.import_scores(dossier, file, dry_run=True)


def _prints(dossier: Dossier, _folder: Path) -> object:
    return [told(paper_prints.sheet_stacks, dossier, round_) for round_ in Round]


def _by_code(dossier: Dossier, _folder: Path) -> object:
    with dossier.read() as uow:
        first: Candidacy = uow.candidacies.find()[0]
        who: Juror = uow.jurors.find()[0]
    return paper_prints.find_sheet(dossier, code_of(who.id, first, Round.WRITTEN))


def _other_desk(dossier: Dossier, _folder: Path) -> object:
    return [scoring_desk.scoring_desk(dossier, OTHER, round_) for round_ in Round]


def _other_sheets(dossier: Dossier, _folder: Path) -> object:
    return [told(scoring.open_sheet, dossier, OTHER, key, Round.WRITTEN) for key in KEYS]


def _approached(dossier: Dossier, _folder: Path) -> object:
    """Somebody picks the name of the juror whose sheets are sealed."""
    return [told(veil.approach_sheet, dossier, "j1", key, Round.WRITTEN) for key in ("c1", "c2")]


def _histories(dossier: Dossier, _folder: Path) -> object:
    """What happened to everything that has a history, the sheets of juror 1 among it."""
    keys = ["K-01", "K-02", "Jurylid 1", "", "selected"]
    keys += {line.event.subject for line in journal.journal(dossier)}
    things = [
        history.Thing(what, key)
        for what in history.What
        for key in sorted(keys)
        if what is not history.What.SHEET or key.count(" – ") == 2
        if what is not history.What.CONFLICT or key.count(" – ") == 1
        if what is not history.What.DOSSIER or not key
    ]
    told = ([past.line.event for past in history.history(dossier, each)] for each in things)
    return [each for each in told if each]


def _details(dossier: Dossier, _folder: Path) -> object:
    return [candidacy_file.candidacy_details(dossier, key) for key in KEYS]


_IDS = re.compile(
    r"(?<![0-9a-f])(?:[0-9a-f]{32}(?:[0-9a-f]{32})?"
    r"|(?:[0-9a-f]{8} ){7}[0-9a-f]{8}|(?:[0-9a-f]{16} ){3}[0-9a-f]{16})(?![0-9a-f])|0x[0-9a-f]+"
)
"""Keys, fingerprints (also as they are printed to be compared), and places in memory."""
KEYS = ("c1", "c2", "c3")
VIEWS: dict[str, View] = {
    "availability.availability_workbook": _of(
        lambda dossier: _content(availability.availability_workbook(dossier))
    ),
    "availability.own_availability": _of(lambda dossier: availability.own_availability(dossier, OTHER)),
    "advice.advice": _both(advice.advice),
    "advice.sensitivities": _both(advice.sensitivities),
    "advice.topics": _both(lambda dossier, stage: advice.topics(dossier, stage, 2)),
    "attention.attention": _both(attention.attention),
    "candidacies.candidacy_list": _of(candidacies.candidacy_list),
    "candidacies.list_candidacies": _of(candidacies.list_candidacies),
    "candidacy_file.candidacy_details": _details,
    "candidacy_sheet.write_candidacies": _workbook,
    "decide.decide": _decided,
    "decide.deliberation": _both(_deliberations),
    "demo_state.count": _of(lambda dossier: demo_state.count(dossier, 1.0)),
    "demo_state.is_whole": _of(demo_state.is_whole),
    "demo_state.clock_begins": _of(demo_state.clock_begins),
    "discussion.door": _both(discussion.door),
    "dossier_settings.dossier_settings": _of(dossier_settings.dossier_settings),
    "bundle.make_bundle": _bundle,
    "history.history": _histories,
    "import_scores.import_scores": _rehearsed_list,
    "letter_texts.text_book": _of(letter_texts.text_book),
    "journal.journal": _of(lambda dossier: [line.event for line in journal.journal(dossier)]),
    "jury.jury": _of(jury.jury),
    "letter_book.letter_book": _of(letter_book.letter_book),
    "letter_grounds.letter_grounds": _grounds,
    "letter_signing.to_sign": _to_sign,
    "letters.letter_jobs": _letters,
    "meeting.meeting_form": _both(meeting.meeting_form),
    "minutes.ask_minutes": _both(_minutes),
    "outbox.parcels": _parcels,
    "overview.overview": _of(overview.overview),
    "packet_desk.is_desk": _of(packet_desk.is_desk),
    "packets.make_packet": _packet,
    "paper.paper_grid": _paper,
    "paper.who_scores": _of(paper.who_scores),
    "paper.second_entry": _second_entry,
    "paper_prints.find_sheet": _by_code,
    "paper_prints.sheet_stacks": _prints,
    "picture_files.ask_report": _both(
        lambda dossier, stage: picture_files.ask_report(dossier, stage, 2, "nl")
    ),
    "picture_files.write_all": _pictures,
    "pictures.shown": _both(_drawings),
    "places.places": _of(places.places),
    "plan_versions.plan_versions": _of(plan_versions.plan_versions),
    "planning.plan_view": _of(planning.plan_view),
    "planning.planning_problem": _of(planning.planning_problem),
    "portfolio.left_aside": _of(portfolio.left_aside),
    "portfolio.portfolio_candidates": _of(portfolio.portfolio_candidates),
    "practice.practice_state": _of(practice.practice_state),
    "practice.practice_table": _of(practice.practice_table),
    "programme.programme": _programme,
    "projector.ask_show": _both(
        lambda dossier, stage: projector.make_show(projector.ask_show(dossier, stage))
    ),
    "archive.make_archive": _archived,
    "person_data.person_data": _of(lambda dossier: person_data.person_data(dossier, wanted(["Jurylid 1"]))),
    "retention.retention": _of(retention.retention),
    "proof.mail_servers": _of(proof.mail_servers),
    "ranking.ranking": _both(ranking.ranking),
    "rebuttal_effect.effect_of": _of(_effect),
    "rebuttal_mail.replies": _of(rebuttal_mail.replies),
    "rebuttals.terms": _of(rebuttals.terms),
    "rebuttals.decision_letter": _of(lambda dossier: rebuttals.decision_letter(dossier, PUBLIC)),
    "request_mail.draft_request": _of(lambda dossier: request_mail.draft_request(dossier, PUBLIC)),
    "review.review": _of(review.review),
    "scoring.open_sheet": _other_sheets,
    "scoring_desk.scoring_desk": _other_desk,
    "session_late.late_view": _late,
    "session_windows.session_rows": _of(session_windows.session_rows),
    "session_windows.weigh_window": _of(lambda dossier: session_windows.weigh_window(dossier, "wo", None)),
    "session.sessions": _of(session.sessions),
    "soundness.verify": _of(soundness.verify),
    "soundness.glance": _of(soundness.glance),
    "anchors.anchor_now": _of(anchors.anchor_now),
    "stage_counts.stage_counts": _of(stage_counts.stage_counts),
    "table_files.ask_tables": _tables,
    "take_back.last_import": _of(take_back.last_import),
    "unreadable.export_unreadable": unreadable.export_unreadable,
    "veil.approach_sheet": _approached,
    "what_if.what_if": _both(what_if.what_if),
}

NOT_SHOWN = {
    "protection.own_words": "names of candidates and jurors, for who sets a passphrase",
    "protection.lock_of": "whether a dossier has a passphrase",
    "backups.backup_book": "names, sizes and fingerprints of whole copies",
    "backups.backup_when_due": "makes such a copy",
    "backups.chosen_folder": "where copies go",
    "backups.ask_to_copy": "tells nothing",
    "backups.copy_to": "makes such a copy",
    "backups.hold": "holds a state for such a copy",
    "backups.hold_before_phase": "holds a state for such a copy",
    "backups.make_backup": "makes such a copy",
    "past.take_back_event": "does what the way back of a step does, and gives the event of that",
    "anchors.check_letters": "whether those in the letters still hold",
    "anchors.check_anchors": "whether the fingerprints that somebody has still hold",
    "accounts.accounts": "who may sign in",
    "accounts.add_jury": "makes accounts",
    "accounts.add_person": "makes an account",
    "accounts.draw_secret": "gives an account another secret",
    "candidacies.attachment_content": "the bytes of one file that a candidate sent",
    "compare.compare": "two messages of a candidate beside each other",
    "copy_request.draft_copy_request": "a mail about an unreadable message",
    "copy_request.keep_copy_request": "keeps that mail",
    "copy_request.take_back_copy_request": "takes it back",
    "glance.call_of": "the call, which is published",
    "glance.news_since": "a hash, by which one sees that something happened, and whether oneself did it",
    "known.known": "what services work on; every service that shows something of it is a view of its own",
    "letter_fate.record_bounce": "keeps that a letter came back",
    "letter_fate.record_receipt": "keeps that a letter was received",
    "letter_texts.save_logo_file": "keeps a picture for the letters",
    "word_paper.word_paper": "the bytes of that document",
    "packet_desk.desk_of": "the dossier behind a packet, with the juror's own sheets alone",
    "places.confirm_places": "changes where mail belongs",
    "places.reopen_places": "changes where mail belongs",
    "rebuttal_mail.dismiss_mail": "says that a message is no rebuttal",
    "rebuttal_mail.recall_mail": "asks about it again",
    "deletion.holding": "counts what is deleted",
    "person_files.write_person": "writes what was found on a person",
    "retention.save_retention": "keeps until when the dossier is kept",
    "practice_view.practising": "the dossier as the services of scoring take it",
    "scoring_desk.own_desk": "the desk of who signed in, which is one of those above",
    "sign_in.closed": "a dossier that shows nothing before somebody signs in",
    "sign_in.is_shut": "whether somebody has to sign in",
    "sign_in.door": "the names of who may sign in",
    "proof.weigh_servers": "what other mail servers would make of the arrivals",
}
"""What takes a dossier and shows nothing that rests on a sheet, with what it does instead."""


def services_of_a_dossier() -> Iterator[str]:
    """Every public function of the services that takes a dossier and does more than change it."""
    for found in pkgutil.iter_modules(services.__path__):
        module = importlib.import_module(f"{services.__name__}.{found.name}")
        for name, function in vars(module).items():
            if name.startswith("_") or not inspect.isfunction(function):
                continue
            first = next(iter(inspect.signature(function).parameters), "")
            if function.__module__ == module.__name__ and first == "dossier" and not _changes(function):
                yield f"{found.name}.{name}"


def _changes(function: Callable[..., object]) -> bool:
    return ".change(" in inspect.getsource(function)


def told(view: Callable[..., object], *args: object) -> object:
    """What a view gives; a refusal is an answer too."""
    try:
        return view(*args)
    except JuryError as error:
        return error.message


def seen(name: str, dossier: Dossier, folder: Path) -> str:
    """All that a view tells, without ids and fingerprints: they follow from it and tell nothing."""
    folder.mkdir()
    text = repr(told(VIEWS[name], dossier, folder)).replace(str(folder), "")
    return without_ids(text)


def without_ids(text: str) -> str:
    """A text without keys and fingerprints."""
    return _IDS.sub("#", text)


def written(folder: Path) -> object:
    """Everything that was written, workbooks as what is in them."""
    return [
        (file.relative_to(folder).as_posix(), _content(file.read_bytes()))
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != bundle_place.SUMS
    ]


def _content(content: bytes) -> object:
    if not content.startswith(b"PK"):
        return content if len(content) < 1_000_000 else hash(content)
    with zipfile.ZipFile(BytesIO(content)) as pack:
        return [(name, pack.read(name)) for name in pack.namelist() if name.startswith("xl/")]
