"""The example in ``docs/plan-format.md`` is a problem that can be read, with the plan that it gives."""

from __future__ import annotations

import json
import re

from jury_desktop.domain.pitch import Expertise, Level, PlanStatus
from jury_desktop.scheduling.facts import Kind
from jury_desktop.scheduling.instance_file import plan_document, read_instance
from jury_desktop.scheduling.solve import solve
from jury_desktop.wording import render
from tests.architecture.checkout import ROOT

TEXT = (ROOT / "docs" / "plan-format.md").read_text(encoding="utf-8")


def test_the_plan_of_the_example_is_the_plan_that_is_shown() -> None:
    problem, shown = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)
    plan = solve(read_instance(problem), time_limit=60.0)
    document = plan_document(plan, lambda message: render(message, "nl"))

    assert {**document, "seconds": 0} == {**json.loads(shown), "seconds": 0}


def test_every_word_of_the_format_is_told() -> None:
    words = [*Level, *PlanStatus, *Kind, *Expertise]

    assert [word for word in words if f"`{word.value}`" not in TEXT] == []
