"""Draws the pictures of the documents: ``python docs/make_screenshots.py``.

Each picture of the manual (light, 1440 × 900) shows the sample at the moment of the procedure that its page
is about; they go to ``docs/screenshots``. ``--all FOLDER [DOSSIER]`` draws every page in both themes and both
sizes into that folder. No screen is needed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from time import monotonic, sleep

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jury_desktop.bootstrap import (
    Clock,
    clock_on,
    create_dossier,
    make_scoring_sample,
    open_dossier,
    prepare_demo,
    wiring,
)
from jury_desktop.domain.availability import without_stretch
from jury_desktop.domain.call import BRUSSELS, Round
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.pitch import Interval
from jury_desktop.domain.rebuttal import Entitled
from jury_desktop.domain.role import Role
from jury_desktop.domain.session import Attendance
from jury_desktop.domain.sheet import Answer
from jury_desktop.services import sample as samples
from jury_desktop.services.accounts import add_jury, add_person, begin_accounts
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.jury import jury, save_juror
from jury_desktop.services.packet_desk import open_desk
from jury_desktop.services.packets import make_packet
from jury_desktop.services.paper import enter_comment, enter_score, paper_grid
from jury_desktop.services.planning import keep_plan, planning_problem, solve_plan
from jury_desktop.services.ports import Dossier
from jury_desktop.services.practice import choose_practice
from jury_desktop.services.practice_view import practising
from jury_desktop.services.rebuttal_mail import replies
from jury_desktop.services.rebuttal_register import Arrived, register_rebuttal
from jury_desktop.services.rebuttals import answer_points, decision_letter
from jury_desktop.services.scoring import open_sheet, save_answers, submit_sheet
from jury_desktop.services.scoring_desk import scoring_desk
from jury_desktop.services.session import sessions
from jury_desktop.services.session_presence import note_candidate, note_everybody, note_juror
from jury_desktop.services.session_runs import ClockStep, keep_notes, turn_clock
from jury_desktop.services.sign_in import closed, door, sign_in
from jury_desktop.storage import memory_store
from jury_desktop.storage.backup import copy_dossier
from jury_desktop.ui import theme
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.navigation import STAGES
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.text import Language

PICTURES = Path(__file__).parent / "screenshots"
LARGE, SMALL = (1440, 900), (1100, 700)
SCREEN = (1280, 720)
"""A projector."""
PATIENCE = 60.0
"""Seconds to wait for the work of one page."""
SETTLED = 1.0
"""Seconds without work after which a page is drawn: a PDF appears a moment after it was read."""
COLOURS = 256
"""In a picture of the documents: enough for this window, in a third of the bytes."""


# ---------------------------------------------------------------- the sample at three moments


@cache
def just_imported() -> str:
    """The mailbox has been read and nothing has been confirmed."""
    target = _folder() / "lier-2023.jury"
    dossier = create_dossier(str(target), samples.load_sample().call, now=clock_on(date(2023, 6, 3)))
    import_mail(dossier, [samples.mailbox()])
    dossier.store.close()
    return str(target)


@cache
def half_scored() -> str:
    """Halfway through the written round: what the jury had submitted by noon on 8 June."""
    target = str(_folder() / "lier-2023.jury")
    make_scoring_sample(target)
    return target


@cache
def packed() -> str:
    """A packet, halfway through the written round, that a juror has opened elsewhere."""
    dossier = open_dossier(half_scored())
    made = make_packet(dossier, "vermeulen", Round.WRITTEN, _folder() / "Rik-Vermeulen.jurypakket")
    dossier.store.close()
    WORDS[str(made.file)] = made.passphrase
    return str(made.file)


WORDS: dict[str, str] = {}
"""The passphrase of each packet that was made."""


@cache
def guarded() -> str:
    """Halfway through the written round, on a computer that is shared: everybody signs in."""
    target = _folder() / "lier-2023.jury"
    copy_dossier(Path(half_scored()), target)
    dossier = open_dossier(str(target), now=clock_on(date(2023, 6, 8)))
    begin_accounts(dossier, "An Maes", PASSPHRASE)
    regisseur = sign_in(closed(dossier), door(dossier).entrants[0].account, PASSPHRASE)
    add_jury(regisseur)
    add_person(regisseur, Role.SECOND_READER, "Bo Claes")
    dossier.store.close()
    return str(target)


@cache
def governed() -> str:
    """The same, and the regisseur has signed in."""
    target = _folder() / "lier-2023.jury"
    copy_dossier(Path(guarded()), target)
    SIGNED_IN.add(str(target))
    return str(target)


PASSPHRASE = "fiets lamp appel trein"
SIGNED_IN: set[str] = set()
"""The dossiers to which the regisseur signs in with that passphrase."""


@cache
def practised() -> str:
    """Before the written round: the jury has practised, and differs most on two criteria."""
    target = _folder() / "lier-2023.jury"
    copy_dossier(Path(half_scored()), target)
    dossier = open_dossier(str(target), now=clock_on(date(2023, 6, 5)))
    choose_practice(dossier)
    view = practising(dossier)
    said = (
        "",
        "Blijft bij voornemens.",
        "Weinig concreet.",
        "Degelijk, met een gat.",
        "Sterk.",
        "Voorbeeldig.",
    )
    for at, juror in enumerate(scoring_desk(view, "", Round.WRITTEN).jurors):
        with view.read() as uow:
            place = (juror.id, uow.candidacies.find()[0].id, Round.WRITTEN)
        given = {}
        for number, item in enumerate(open_sheet(view, *place).items):
            score = (5, 2, 4, 1)[(at + number) % 4] if number in (1, 4) else 3 + (at * 5 + number) % 2
            given[item.key] = Answer(score, comment=said[score])
        save_answers(view, *place, given)
        submit_sheet(view, *place)
    dossier.store.close()
    return str(target)


@cache
def on_paper() -> str:
    """The same, with a juror of whom the first sheets were typed over from paper."""
    target = _folder() / "lier-2023.jury"
    copy_dossier(Path(half_scored()), target)
    dossier = open_dossier(str(target), now=clock_on(date(2023, 6, 8)))
    juror = Juror("papier", "Greet Willems", "Gemeente Nijlen", "greet.willems@nijlen.example")
    save_juror(dossier, juror)
    for at, sheet in enumerate(paper_grid(dossier, juror.id, Round.WRITTEN).rows[:3]):
        place = (dossier, juror.id, sheet.candidacy.id, Round.WRITTEN)
        for item in sheet.items:
            enter_score(*place, item.key, Answer((at + 3) % 6))
            if at != 1:
                enter_comment(*place, item.key, "Zie blad")
    dossier.store.close()
    return str(target)


def planned() -> str:
    """The candidates have been invited and nobody has pitched."""
    return demonstration()["demo.hold"]


@cache
def in_session() -> str:
    """The session of 14 June has begun: one pitch was held, the next goes on, a juror is absent."""
    target = _folder() / "lier-2023.jury"
    copy_dossier(Path(planned()), target)
    dossier = open_dossier(str(target))
    first, second = sessions(dossier).sessions[0].pitches[:2]
    for minutes, pitch, step in (
        (2, first, ClockStep.START),
        (23, first, ClockStep.NEXT_PHASE),
        (34, first, ClockStep.NEXT_PHASE),
        (41, first, ClockStep.END),
        (43, second, ClockStep.START),
    ):
        turn_clock(_then(dossier, minutes), pitch.candidacy.id, step)
    absent, late = (seat.juror.id for seat in second.panel[:2])
    now = _then(dossier, 50)
    note_juror(now, [second.candidacy.id], absent, Attendance.ABSENT, reason="Opgeroepen voor een crisis")
    note_juror(
        now, [second.candidacy.id], late, Attendance.LATE, missed=3, scores=True, reason="Las vooraf mee"
    )
    note_everybody(now, second.candidacy.id)
    note_candidate(now, second.candidacy.id, Attendance.PRESENT)
    keep_notes(now, second.candidacy.id, "Toont cijfers van 2022. Vraag over de wachtlijst in Berlaar.")
    dossier.store.close()
    return str(target)


def _then(dossier: Dossier, minutes: int) -> Dossier:
    """The dossier so many minutes after its first session began."""
    return replace(dossier, now=lambda: SESSION + timedelta(minutes=minutes))


SESSION = datetime(2023, 6, 14, 13, tzinfo=BRUSSELS)


@cache
def planned_again() -> str:
    """After the candidates were told when, two jurors could not come on the last day: planned anew."""
    target = _folder() / "lier-2023.jury"
    copy_dossier(Path(planned()), target)
    dossier = open_dossier(str(target), now=clock_on(date(2023, 6, 12)))
    last = planning_problem(dossier).windows[-1]
    for juror in jury(dossier).jurors:
        if juror.id in {"roels", "bogaerts"}:
            free = without_stretch(juror.available, Interval(last.start, last.end))
            save_juror(dossier, replace(juror, available=free))
    problem = planning_problem(dossier)
    keep_plan(dossier, problem, solve_plan(problem))
    dossier.store.close()
    return str(target)


def decided() -> str:
    """The jury has made its choice and the letters about it have still to be made."""
    return demonstration()["demo.letters 3"]


def concluded() -> str:
    """The whole chain, to the answer on the last rebuttal."""
    return demonstration()["end"]


@cache
def answered() -> str:
    """Three messages came after the decisions: one is registered and half answered, two wait."""
    target = _folder() / "lier-2023.jury"
    copy_dossier(Path(demonstration()["demo.rebuttals"]), target)
    dossier = open_dossier(str(target), now=clock_on(date(2023, 7, 26)))
    node = next(each for each in samples.load_sample().decisions["rebuttals"] if each["candidacy"] == "K-07")
    folder = _folder()
    for at, (sender, subject, text, moment) in enumerate(_mail_after(node)):
        (folder / f"{at}.eml").write_bytes(_reply(sender, subject, text, moment))
    import_mail(dossier, [folder])
    reply = replies(dossier)[0]
    letter = decision_letter(dossier, reply.match.sure or "").id
    arrived = Arrived(reply.moment, "email", reply.mail.sha256, submitted_by=node["submitted_by"])
    came = samples.points(node, answered=False)
    kept = register_rebuttal(dossier, letter, replace(arrived, entitled=Entitled.YES), came)
    answer_points(dossier, kept.id, (samples.points(node, answered=True)[0], came[1]))
    dossier.store.close()
    return str(target)


def _mail_after(node: samples.Node) -> Iterator[tuple[str, str, str, datetime]]:
    """Sender, subject, text and arrival: two candidates, and a stranger who names both."""
    said = "\n\n".join(point["text"] for point in node["points"])
    greet = "Greet Hendrickx <greet.hendrickx@leerhuisnete.example>"
    yield greet, "Weerwoord K-07", said, node["received_at"]
    said = (
        "Beste regisseur,\n\nNa de aanwerving stopt onze begeleiding niet. Jan gaat elke maand langs bij de "
        "aannemers, dat stond alleen niet op papier.\n\nOok de samenwerking met de stad is ouder dan de jury "
        "schrijft: zie bijlage 3 van ons formulier.\n\nVriendelijke groeten\nJan Claes"
    )
    later = datetime(2023, 7, 25, 8, 15, tzinfo=BRUSSELS)
    yield "Jan Claes <jan@groenwerknete.example>", "Weerwoord Groenwerk Nete", said, later
    said = "Beste,\n\nK-11 kreeg minder dan K-07. Hoe kan dat?\n\nEls De Smet"
    yield "Els De Smet <els@buurt.example>", "Vraag over de score", said, later + timedelta(hours=27)


def _reply(sender: str, subject: str, text: str, moment: datetime) -> bytes:
    """A message as our mail server took it in."""
    mail = EmailMessage()
    mail["Received"] = f"from mail.example by mail.mechelen.example with ESMTPS; {format_datetime(moment)}"
    mail["From"], mail["Subject"], mail["Date"] = sender, subject, format_datetime(moment)
    mail["Message-ID"] = f"<{moment:%d%H%M}@weerwoord.example>"
    mail.set_content(text)
    return mail.as_bytes()


@cache
def demonstration() -> dict[str, str]:
    """The dossier of the demonstration as it was before each kind of step, and at its end."""
    folder = _folder()
    place, demo = prepare_demo(folder)
    dossier = open_dossier(str(place.dossier), now=lambda: demo.now)
    kept, seen, last = {"end": str(place.dossier)}, Counter[str](), ""
    for step in demo.steps():
        key = step.text.key
        if key != last:
            seen[key] += 1
            name = key if seen[key] == 1 else f"{key} {seen[key]}"
            kept[name] = str(folder / f"{len(kept)}" / "lier-2023.jury")
            Path(kept[name]).parent.mkdir()
            copy_dossier(place.dossier, Path(kept[name]))
        step.run(dossier)
        last = key
    dossier.store.close()
    return kept


_folders: list[tempfile.TemporaryDirectory[str]] = []
"""What lies on disk while the pictures are drawn; Python takes it away at its end."""


def _folder() -> Path:
    _folders.append(tempfile.TemporaryDirectory(prefix="jury-pictures-", ignore_cleanup_errors=True))
    return Path(_folders[-1].name)


# ---------------------------------------------------------------- what is drawn


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the documents: which page, on which day, with what chosen on it (in this order).

    :param hour: of that day.
    :param down: how many times the arrow key then goes down.
    :param action: what is then done, by the name of the action, of this page unless a dot says otherwise; the
        picture is of the dialog it opens.
    :param typed: what is then typed there.
    """

    name: str
    dossier: Callable[[], str]
    today: date
    page: str
    chosen: tuple[str, ...] = ()
    down: int = 0
    action: str = ""
    typed: str = ""
    hour: time = time(12)

    @property
    def now(self) -> Clock:
        """The clock of the picture, which stands still."""
        moment = datetime.combine(self.today, self.hour, BRUSSELS)
        return lambda: moment


ADDRESS = "postgresql://els.maes@db.gemeente.example/lier"
MANUAL = (
    Picture("overzicht", half_scored, date(2023, 6, 8), "overview"),
    Picture("import-nakijken", just_imported, date(2023, 6, 3), "candidacies", ("review",), down=4),
    Picture("kandidaturen", half_scored, date(2023, 6, 8), "candidacies", ("K-02",)),
    Picture("jury", half_scored, date(2023, 6, 8), "jury", ("segers",)),
    Picture("beschikbaarheid", planned, date(2023, 6, 8), "jury", action="availability"),
    Picture("beoordeling", half_scored, date(2023, 6, 8), "assessment", ("verlinden", "K-04")),
    Picture("oefenen", practised, date(2023, 6, 5), "assessment", ("practice/",), action="practice"),
    Picture("papier", on_paper, date(2023, 6, 8), "assessment", ("papier",), action="paper", typed="3425"),
    Picture("planning", planned, date(2023, 6, 12), "planning", ("K-10",)),
    Picture("sessies", planned, date(2023, 6, 12), "planning", action="sessions"),
    Picture("verschoven", planned_again, date(2023, 6, 12), "planning", action="versions"),
    Picture("pitchsessie", in_session, SESSION.date(), "session", hour=time(13, 59)),
    Picture("sessie-loopt-uit", in_session, SESSION.date(), "session", action="late", hour=time(14, 10)),
    Picture("deliberatie", decided, date(2023, 7, 5), "deliberation", ("K-04",)),
    Picture("projector", decided, date(2023, 7, 5), "deliberation", ("K-04",), action="project", typed=" "),
    Picture("vergelijken", decided, date(2023, 7, 5), "deliberation", ("compare",)),
    Picture("beelden", decided, date(2023, 7, 5), "deliberation", ("pictures",)),
    Picture("brieven", decided, date(2023, 7, 7), "letters", ("K-11",)),
    Picture("teksten", decided, date(2023, 7, 7), "letters", ("text.not_selected",)),
    Picture("weerwoord", answered, date(2023, 7, 26), "rebuttal", ("K-07",)),
    Picture("weerwoord-registreren", answered, date(2023, 7, 26), "rebuttal", action="register_mail"),
    Picture(
        "weerwoord-effect", answered, date(2023, 7, 26), "rebuttal", ("K-07",), action="effect", typed="5"
    ),
    Picture("geschiedenis", half_scored, date(2023, 6, 8), "candidacies", ("K-02",), action="edit.history"),
    Picture("logboek", concluded, date(2023, 7, 27), "journal"),
    Picture("pakket", packed, date(2023, 6, 8), "desk", ("K-10",)),
    Picture("instellingen", concluded, date(2023, 7, 27), "settings", ("house",)),
    Picture("aanmelden", guarded, date(2023, 6, 8), ""),
    Picture("accounts", governed, date(2023, 6, 8), "settings", ("accounts",)),
    Picture("verbinden", half_scored, date(2023, 6, 8), "overview", action="file.server", typed=ADDRESS),
    Picture("gegevens", concluded, date(2023, 7, 27), "settings", ("privacy",)),
)


@dataclass(frozen=True, slots=True)
class Look:
    """One way to draw all pages."""

    theme: str
    size: tuple[int, int]

    def name(self, page: str) -> str:
        """The file name of a page in this look."""
        return f"{page}-{self.theme}-{self.size[0]}.png"


FOR_MANUAL = Look("light", LARGE)
ALL = (FOR_MANUAL, Look("light", SMALL), Look("dark", LARGE), Look("dark", SMALL))


# ---------------------------------------------------------------- drawing


@contextmanager
def opened(app: QApplication, dossier: str, look: Look, language: str, now: Clock) -> Iterator[MainWindow]:
    """A window on a dossier, closed and freed afterwards."""
    theme.apply(app, look.theme)
    window = MainWindow(wiring(now, copies=False), Preferences(language=language, user="Regisseur"))
    window.resize(*look.size)
    window.show()
    window.show_dossier(_opened(dossier, now))
    try:
        yield window
    finally:
        window.opening.close()
        settle(window)
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _opened(place: str, now: Clock) -> Dossier:
    """A dossier, or the packet of a juror with nothing done on it yet."""
    if place in WORDS:
        return open_desk(Path(place), WORDS[place], _folder(), memory_store, now).dossier
    dossier = open_dossier(place, "Regisseur", now)
    if place not in SIGNED_IN:
        return dossier
    return sign_in(dossier, door(dossier).entrants[0].account, PASSPHRASE)


def settle(window: MainWindow) -> None:
    """Wait until nothing is being read and everything is drawn."""
    until = monotonic() + PATIENCE
    quiet = monotonic()
    while monotonic() - quiet < SETTLED and monotonic() < until:
        QCoreApplication.processEvents()
        if window.shell.jobs.running:
            quiet = monotonic()
        sleep(0.005)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def draw(window: MainWindow, page: str, chosen: Sequence[str], file: Path, down: int = 0) -> None:
    """Draw a page into a file."""
    window.go_to(page)
    settle(window)
    for ref in chosen:
        window.go_to(page, ref)
        settle(window)
    for _ in range(down):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    settle(window)
    window.grab().save(str(file))
    print(file)


def draw_dialog(window: MainWindow, action: str, typed: str, file: Path) -> None:
    """Draw the dialog or the full screen that an action of the page opens, with something typed in it."""
    window.book.qt(action).trigger()
    settle(window)
    dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
    if dialog.isFullScreen():
        dialog.showNormal()
        dialog.resize(*SCREEN)
        settle(window)
    for key in typed:
        QTest.keyClicks(dialog.focusWidget() or dialog, key)
    settle(window)
    dialog.grab().save(str(file))
    dialog.close()
    settle(window)


def draw_small(window: MainWindow, picture: Picture) -> None:
    """Draw a picture of the documents, with few enough colours to keep under version control."""
    raw = PICTURES / f"{picture.name}.png"
    draw(window, picture.page, picture.chosen, raw, picture.down)
    if picture.action:
        named = picture.action if "." in picture.action else f"{picture.page}.{picture.action}"
        draw_dialog(window, named, picture.typed, raw)
    drawn = Image.open(raw).convert("RGB")
    drawn.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE).save(
        raw, optimize=True
    )


def draw_manual(app: QApplication, names: Sequence[str]) -> None:
    """Draw the pictures of the documents, or only those named."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for picture in MANUAL:
        if not names or picture.name in names:
            with opened(app, picture.dossier(), FOR_MANUAL, "nl", picture.now) as window:
                draw_small(window, picture)


def draw_all(app: QApplication, folder: Path, dossier: str, pages: Sequence[str], language: str) -> None:
    """Draw pages in every look."""
    folder.mkdir(parents=True, exist_ok=True)
    for look in ALL:
        with opened(app, dossier, look, language, clock_on(date(2023, 6, 8))) as window:
            for page in pages:
                draw(window, page, (), folder / look.name(page))


def main() -> None:
    """Draw what is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("dossier", nargs="?", help="with --all: a dossier; else the demonstration")
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="both themes and both sizes, into FOLDER")
    keys = [stage.key for stage in STAGES]
    parser.add_argument("--page", action="append", choices=keys, help="with --all: only this page")
    parser.add_argument("--lang", default="nl", choices=("nl", "en"), help="with --all: the language")
    names = [picture.name for picture in MANUAL]
    parser.add_argument("--only", action="append", default=[], choices=names, help="only this picture")
    given = parser.parse_args()
    app = QApplication([])
    theme.load_fonts()
    language = Language()
    language.use(given.lang)
    if given.all is None:
        draw_manual(app, given.only)
    else:
        draw_all(app, given.all, given.dossier or concluded(), given.page or keys, given.lang)


if __name__ == "__main__":
    main()
