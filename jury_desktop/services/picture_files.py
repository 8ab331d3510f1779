"""The pictures of a stage as files: each as SVG or PNG, all of them in a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.disk import cause
from jury_desktop.domain.drawing import Drawing
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.known import known
from jury_desktop.services.pictures import Picture, Shown, drawing, shown
from jury_desktop.services.ports import Dossier
from jury_desktop.wording import day, render

ROWS = 28
"""Candidacies in one picture of the report, so that it fits on a page."""
KINDS = ("svg", "png", "pdf")


def picture_file(found: Drawing, kind: str) -> bytes:
    """A picture as the content of an ``svg`` or ``png`` file."""
    if kind == "svg":
        from jury_desktop.plots.svg import svg

        return svg(found).encode("utf-8")
    from jury_desktop.letters.report import picture_png

    return picture_png(found)


@dataclass(frozen=True, slots=True)
class Asked:
    """A report to be made: what it shows, of which call (its short title), with the line after ``cut``."""

    shown: Shown
    call: str
    cut: int
    language: str
    made: datetime


@needs(Right.TAKE_OUT)
def ask_report(dossier: Dossier, stage: Stage, cut: int, language: str) -> Asked:
    """What the report of a stage is made from; making it needs no dossier: it can run beside other work."""
    call = known(dossier).selection.call.short_title
    return Asked(shown(dossier, stage), call, cut, language, dossier.now())


def report_file(asked: Asked) -> bytes:
    """All pictures of a stage as one PDF, fit to keep and to read aloud."""
    from jury_desktop.letters.report import WIDTH, Report, report_pdf

    language, stage = asked.language, asked.shown.advice.stage.value
    when = day(asked.made.astimezone(BRUSSELS).date(), language)
    lines = (
        render(say(f"plots.stage_{stage}", call=asked.call, day=when), language),
        render(say("plots.advice", cut=asked.cut), language),
    )
    pictures = tuple(made for picture in Picture for made in _in_parts(asked, picture, WIDTH))
    title = render(say("plots.report"), language)
    foot = f"{title} · {asked.call}"
    return report_pdf(Report(title, lines, pictures, foot, asked.call, language, asked.made))


def write(content: bytes, path: Path) -> Path:
    """Writes a file.

    :raises JuryError: the place cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise refuse("plots.cannot_write", file=str(path), detail=cause(error)) from error
    return path


@needs(Right.TAKE_OUT)
def write_all(dossier: Dossier, stage: Stage, cut: int, language: str, folder: Path) -> tuple[Path, ...]:
    """Every picture as SVG and PNG, and the report, into a folder."""
    found = shown(dossier, stage)
    if not found.advice.rows:
        raise refuse("plots.sealed")
    paths = []
    for picture in Picture:
        made = drawing(found, picture, cut, language)
        for kind in ("svg", "png"):
            paths.append(write(picture_file(made, kind), folder / f"{picture.value}.{kind}"))
    report = report_file(ask_report(dossier, stage, cut, language))
    return (*paths, write(report, folder / "report.pdf"))


def _in_parts(asked: Asked, picture: Picture, width: float) -> Iterator[Drawing]:
    """A picture, in as many pieces as pages are needed; one about criteria or jurors fits as it is."""
    found, cut, language = asked.shown, asked.cut, asked.language
    if picture in (Picture.LENIENCY, Picture.SENSITIVITY):
        yield drawing(found, picture, cut, language, width)
        return
    for first in range(0, max(1, len(found.scores)), ROWS):
        part = slice(first, first + ROWS)
        piece = replace(
            found, scores=found.scores[part], means=found.means[part], coverage=found.coverage[part]
        )
        yield drawing(piece, picture, cut - first, language, width)
