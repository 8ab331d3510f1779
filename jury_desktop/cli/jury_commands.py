"""The commands about the jury's work: who sits in it, the plan, the ranking, the letters."""

from __future__ import annotations

from typing import Any

from jury_desktop.cli import views
from jury_desktop.cli.opening import opened
from jury_desktop.cli.printing import Line, Options, aside, rehearsed, show
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.pitch import PitchPlan
from jury_desktop.domain.portfolio import COVERING
from jury_desktop.domain.standing import RankingRow
from jury_desktop.services import letters as letter_service
from jury_desktop.services.import_jurors import import_jurors
from jury_desktop.services.import_scores import import_scores
from jury_desktop.services.letter_files import write_letters, write_word_drafts
from jury_desktop.services.plan_doubts import nothing_better
from jury_desktop.services.plan_files import plan_document, read_problem
from jury_desktop.services.planning import (
    keep_plan,
    plan_objections,
    plan_view,
    planning_problem,
    solve_plan,
)
from jury_desktop.services.portfolio import choose_portfolio, left_aside, portfolio_candidates
from jury_desktop.services.ranking import ranking, ties
from jury_desktop.services.word_paper import word_paper
from jury_desktop.wording import render


def jurors(options: Options) -> int:
    """Takes over a list of jurors."""
    with opened(options) as dossier:
        found = import_jurors(dossier, options.file, dry_run=options.dry_run)
    view = views.jurors_view(found, options.lang)
    counts = {"added": view["added"], "changed": view["changed"], "rejected": len(view["rejected"])}
    show(options, view, say("cli.jurors", **counts), *rejected_lines(view))
    rehearsed(options)
    return 0


def scores(options: Options) -> int:
    """Takes over a list of scores."""
    with opened(options) as dossier:
        found = import_scores(dossier, options.file, submit=options.submit, dry_run=options.dry_run)
    view = views.scores_view(found, options.lang)
    counts = {"added": found.added, "changed": found.changed, "rejected": len(found.rejected)}
    show(options, view, say("cli.scores", submitted=found.submitted, **counts), *rejected_lines(view))
    rehearsed(options)
    return 0


def rejected_lines(view: dict[str, Any]) -> list[str]:
    """The rows that were not taken over, for a person."""
    return [f"{row['row']:>4}  {row['reason']}" for row in view["rejected"]]


def plan(options: Options) -> int:
    """Solves and keeps the pitch plan."""
    with opened(options) as dossier:
        problem, in_force = planning_problem(dossier), plan_view(dossier).plan
        found = solve_plan(problem, time_limit=options.time_limit, seed=options.seed, in_force=in_force)
        if in_force is None or not nothing_better(problem, in_force, found):
            keep_plan(dossier, problem, found)
    return _show_plan(options, found)


def plan_instance(options: Options) -> int:
    """Solves a stand-alone planning problem."""
    problem, warnings = read_problem(options.file)
    for warning in warnings:
        aside(options, warning)
    found = solve_plan(problem, time_limit=options.time_limit, seed=options.seed)
    objections = plan_objections(problem, found)
    if objections:
        raise RuleError(objections[0])
    return _show_plan(options, found, warnings=[render(warning, options.lang) for warning in warnings])


def _show_plan(options: Options, found: PitchPlan, **more: Any) -> int:
    """For a person: how good it is, who comes when, who has no place, why, and what would help."""
    document = {**plan_document(found, options.lang), **more}
    lines: list[Line] = [say(f"cli.plan_{found.status.value.lower()}")]
    lines += [_planned(assignment) for assignment in document["assignments"]]
    if found.left_out:
        lines.append(say("cli.left_out", pitches=tuple(each.pitch for each in found.left_out)))
    for each in document["explanation"]:
        lines.append(each["text"])
        lines += [say("cli.would_help", proposal=proposal) for proposal in each["would_help"]]
    show(options, document, *lines)
    return 0


def _planned(assignment: dict[str, Any]) -> Message:
    """One pitch of a plan, for a person: when, where, before whom."""
    start, end = assignment["start"][:16].replace("T", " "), assignment["end"][11:16]
    jurors = tuple(str(name) for name in assignment["jurors"])
    place = {name: str(assignment[name]) for name in ("window", "room", "pitch")}
    return say("cli.planned", start=start, end=end, jurors=jurors, **place)


def rank(options: Options) -> int:
    """Prints the official ranking."""
    with opened(options) as dossier:
        found = ranking(dossier)
    view = views.ranking_view(found)
    lines: list[Line] = [_ranked(row) for row in found.rows]
    told = ties(found)
    rows = (row.candidacy for row in found.rows if row.candidacy.id in told)
    lines += [f"{candidacy.reference}: {render(told[candidacy.id], options.lang)}" for candidacy in rows]
    if found.sealed:
        lines.append(say("cli.sealed", count=found.sealed))
    show(options, view, *(lines or [say("cli.nothing_to_rank")]))
    return 0


def _ranked(row: RankingRow) -> str:
    place = row.rank.text if row.rank else "–"
    return f"{place:>5}  {row.candidacy.reference}  {row.candidacy.organisation}"


def portfolio(options: Options) -> int:
    """Proposes the selection that covers most together."""
    with opened(options) as dossier:
        candidates, aside = portfolio_candidates(dossier), left_aside(dossier)
    found = choose_portfolio(candidates, options.size)
    view = views.portfolio_view(found, options.lang)
    names = tuple(view["selected"])
    lines: list[Line] = [say("cli.portfolio" if found.proven else "cli.portfolio_so_far", names=names)]
    counts = {aim.value: len(found.covered(aim)) for aim in COVERING}
    view["left_aside"] = [render(reason, options.lang) for reason in aside]
    show(options, view, *lines, say("cli.covered", score=found.score, **counts), *view["why"], *aside)
    return 0


def letters(options: Options) -> int:
    """Writes the letters that are owed as PDFs."""
    wanted = _letter_type(options)
    with opened(options) as dossier:
        jobs = [job for job in letter_service.letter_jobs(dossier) if wanted in (None, job.type)]
        drafted = letter_service.draft_letters(jobs)
        paths = write_letters(drafted, options.out) if drafted else ()
        if drafted:
            letter_service.keep_letters(dossier, drafted)
        written = write_word_drafts(jobs, options.out, paper=word_paper(dossier)) if options.word else ()
        words = written or (None,) * len(jobs)
    pairs = zip(drafted, paths, words, strict=True)
    view = [views.letter_view(letter, path, options.lang, word) for letter, path, word in pairs]
    lines: list[Line] = [say("cli.letters", count=len(view), out=str(options.out))]
    for each in view:
        lines += [each["file"], *(f"    {problem}" for problem in each["problems"])]
    show(options, view, *(lines if view else [say("cli.no_letters")]))
    return 0


def _letter_type(options: Options) -> LetterType | None:
    if options.type is None:
        return None
    try:
        return LetterType(options.type)
    except ValueError:
        known = tuple(type_.value for type_ in LetterType)
        raise refuse("cli.no_such_letter", type=options.type, known=known) from None
