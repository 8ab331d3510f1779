"""``term``: the weerwoord term of a letter, apart from any dossier, with every step that led to it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from jury_desktop import wording
from jury_desktop.cli.printing import Options, show
from jury_desktop.cli.views import day, moment
from jury_desktop.domain.call import Anchor, Counts
from jury_desktop.domain.messages import say
from jury_desktop.domain.term import Channel, Communication, Term, TermRules
from jury_desktop.services.calls import load_call
from jury_desktop.services.terms import explain_term


def term(options: Options) -> int:
    """Works out the term by the rules of a call or the usual ones, and by whatever is said otherwise."""
    letter = Communication(options.communicated, Channel(options.channel), options.presented)
    found = explain_term(letter, _rules(options))
    view = _view(found, options.lang)
    steps = [f"{step['date']}  {step['rule']}" for step in view["trace"]]
    show(options, view, *steps, say("cli.last_moment", moment=found.last_moment))
    return 0


def _rules(options: Options) -> TermRules:
    rules = TermRules.from_call(load_call(options.call).rebuttal) if options.call else TermRules()
    said: dict[str, Any] = {
        "days_to_submit": options.days,
        "days_to_assess": options.assess,
        "third_working_day": options.third_day,
        "anchor": options.anchor and Anchor(options.anchor),
        "fixed_date": options.fixed_date,
        "hour": options.hour,
        "counts": options.counts and Counts(options.counts),
        "shift": False if options.no_shift else None,
    }
    rules = replace(rules, **{name: value for name, value in said.items() if value is not None})
    return replace(
        rules,
        latest_of=(*rules.latest_of, *map(Anchor, options.latest_of)),
        extra_closing_days=(*rules.extra_closing_days, *options.closed),
    )


def _view(found: Term, language: str) -> dict[str, Any]:
    return {
        "end": day(found.end),
        "last_moment": moment(found.last_moment),
        "assessed_by": day(found.assessed_by),
        "counts": found.counts.value,
        "trace": [
            {"date": day(step.date), "rule": wording.render(step.rule, language)} for step in found.trace
        ],
    }
