"""One function per command: options in, a service called, JSON or a few lines out."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from jury_desktop import bootstrap, wording
from jury_desktop.cli import views
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import Message, say
from jury_desktop.services import letters as letter_service
from jury_desktop.services.calls import load_call
from jury_desktop.services.candidacies import list_candidacies
from jury_desktop.services.demo import DemoResult
from jury_desktop.services.import_jurors import import_jurors
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.journal import verify as verify_dossier
from jury_desktop.services.plan_files import plan_document, read_problem
from jury_desktop.services.planning import keep_plan, planning_problem, solve_plan
from jury_desktop.services.ports import Dossier
from jury_desktop.services.ranking import ranking
from jury_desktop.services.rebuttals import explain_term

Options = argparse.Namespace


def window(options: Options) -> int:
    """Opens the window; refused where nothing can show one."""
    if not bootstrap.has_display() and not os.environ.get("QT_QPA_PLATFORM"):
        raise refuse("cli.no_display")
    return bootstrap.open_window(options.dossier, options.lang, _clock(options))


def demo(options: Options) -> int:
    """Runs the whole chain on the shipped sample: in the window where there is a display, else without."""
    place, chain = bootstrap.prepare_demo(options.out)

    def account(made: DemoResult) -> None:
        view = place.view(made)
        _show(options, view, say("cli.demo", **view))

    if not options.headless and bootstrap.has_display():
        return bootstrap.show_demo(place, chain, options.lang, account)
    last = None

    def tell(text: Message) -> None:
        nonlocal last
        if text != last:
            _aside(options, text)
        last = text

    account(bootstrap.run_demo(place, chain, tell))
    return 0


def new(options: Options) -> int:
    """Makes a dossier."""
    dossier = bootstrap.create_dossier(options.dossier, options.call, now=_clock(options))
    try:
        with dossier.read() as uow:
            call = uow.call
    finally:
        dossier.store.close()
    view = {"dossier": options.dossier, "call": call.id}
    _show(options, view, say("cli.new", dossier=options.dossier, call=call.title))
    return 0


def call(options: Options) -> int:
    """Validates and prints a call file."""
    found = load_call(options.call)
    _show(options, views.call_view(found), say("cli.call", call=found.title, deadline=found.deadline))
    return 0


def import_(options: Options) -> int:
    """Reads mail into a dossier."""
    with _opened(options) as dossier:
        report = import_mail(dossier, options.paths, dry_run=options.dry_run)
    view = views.import_view(report, options.lang)
    counts = {name: view[name] for name in ("messages", "revisions", "duplicates", "other")}
    lengths = {name: len(view[name]) for name in ("candidacies", "unreadable")}
    _show(options, view, say("cli.imported", **counts, **lengths))
    if options.dry_run:
        _aside(options, say("cli.dry_run"))
    return 0


def candidacies(options: Options) -> int:
    """Lists the candidacies."""
    with _opened(options) as dossier:
        rows = list_candidacies(dossier)
    lines = [f"{row.candidacy.reference}  {row.candidacy.organisation}" for row in rows]
    _show(options, [views.row_view(row) for row in rows], *lines)
    return 0


def jurors(options: Options) -> int:
    """Takes over a list of jurors."""
    with _opened(options) as dossier:
        found = import_jurors(dossier, options.file, dry_run=options.dry_run)
    view = views.jurors_view(found, options.lang)
    counts = {"added": view["added"], "changed": view["changed"], "rejected": len(view["rejected"])}
    rows = [f"{row['row']:>4}  {row['reason']}" for row in view["rejected"]]
    _show(options, view, say("cli.jurors", **counts), *rows)
    if options.dry_run:
        _aside(options, say("cli.dry_run"))
    return 0


def plan(options: Options) -> int:
    """Solves and keeps the pitch plan."""
    with _opened(options) as dossier:
        problem = planning_problem(dossier)
        found = solve_plan(problem, time_limit=options.time_limit, seed=options.seed)
        keep_plan(dossier, problem, found)
    return _show_plan(options, found)


def plan_instance(options: Options) -> int:
    """Solves a stand-alone planning problem."""
    problem = read_problem(options.file)
    return _show_plan(options, solve_plan(problem, time_limit=options.time_limit, seed=options.seed))


def rank(options: Options) -> int:
    """Prints the official ranking."""
    with _opened(options) as dossier:
        found = ranking(dossier)
    view = views.ranking_view(found)
    lines = [f"{row['rank'] or '–':>3}  {row['reference']}  {row['organisation']}" for row in view]
    _show(options, view, *lines)
    return 0


def letters(options: Options) -> int:
    """Writes the letters that are owed as PDFs."""
    wanted = _letter_type(options)
    with _opened(options) as dossier:
        jobs = [job for job in letter_service.letter_jobs(dossier) if wanted in (None, job.type)]
        drafted = letter_service.draft_letters(jobs)
        letter_service.keep_letters(dossier, drafted)
    paths = letter_service.write_letters(drafted, options.out)
    view = [
        views.letter_view(letter, path, options.lang) for letter, path in zip(drafted, paths, strict=True)
    ]
    _show(options, view, say("cli.letters", count=len(view), out=str(options.out)))
    return 0


def term(options: Options) -> int:
    """Works out the weerwoord term and explains every step."""
    found = explain_term(
        options.communicated,
        options.channel,
        options.presented,
        days=options.days,
        shift=not options.no_shift,
        third_working_day=options.third_day,
    )
    view = views.term_view(found, options.lang)
    _show(options, view, *[f"{step['date']}  {step['rule']}" for step in view["trace"]])
    return 0


def verify(options: Options) -> int:
    """Checks a dossier; exit 1 when something is wrong."""
    with _opened(options) as dossier:
        found = verify_dossier(dossier)
    view = views.verification_view(found, options.lang)
    summary = (
        say("cli.sound", events=found.events) if found.ok else say("cli.unsound", count=len(found.problems))
    )
    _show(options, view, summary, *[f"{p['where']}: {p['what']}" for p in view["problems"]])
    return 0 if found.ok else 1


COMMANDS: dict[str, Callable[[Options], int]] = {
    "window": window,
    "demo": demo,
    "new": new,
    "call": call,
    "import": import_,
    "candidacies": candidacies,
    "jurors": jurors,
    "plan": plan,
    "plan-instance": plan_instance,
    "rank": rank,
    "letters": letters,
    "term": term,
    "verify": verify,
}


@contextmanager
def _opened(options: Options) -> Iterator[Dossier]:
    dossier = bootstrap.open_dossier(options.dossier, now=_clock(options))
    try:
        yield dossier
    finally:
        dossier.store.close()


def _clock(options: Options) -> bootstrap.Clock:
    return bootstrap.clock_on(options.today) if options.today else bootstrap.system_clock


def _letter_type(options: Options) -> LetterType | None:
    if options.type is None:
        return None
    try:
        return LetterType(options.type)
    except ValueError:
        known = tuple(type_.value for type_ in LetterType)
        raise refuse("cli.no_such_letter", type=options.type, known=known) from None


def _show_plan(options: Options, found: Any) -> int:
    document = plan_document(found, options.lang)
    lines = [f"{a['start'][:16]}  {a['window']}  {a['pitch']}" for a in document["assignments"]]
    _show(options, document, str(found.status), *lines)
    return 0


def _show(options: Options, view: Any, *lines: Message | str) -> None:
    """The JSON document, or the lines for a person."""
    if options.json:
        print(json.dumps(view, ensure_ascii=False, indent=2), flush=True)
        return
    for line in lines:
        print(line if isinstance(line, str) else wording.render(line, options.lang))


def _aside(options: Options, text: Message) -> None:
    """Progress and warnings, which never mix with the JSON."""
    print(wording.render(text, options.lang), file=sys.stderr)
