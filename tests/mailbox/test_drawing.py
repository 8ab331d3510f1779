"""The process that draws, seen from the program: replaced when it was stopped, and never believed."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from jury_desktop.domain.errors import Cancelled
from jury_desktop.domain.messages import say
from jury_desktop.mailbox import drawing
from jury_desktop.mailbox.child import Child, UnreadError
from jury_desktop.mailbox.drawing import Drawer, Drawn, Pages
from jury_desktop.mailbox.limits import Limits
from tests.mailbox.builders import pdf

PDF = "application/pdf"


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    made = Drawer()
    yield made
    made.stop()


def refused(pages: Pages, width: int = 100) -> str:
    with pytest.raises(UnreadError) as raised:
        pages.draw(0, width)
    return raised.value.message.key


def test_two_files_take_turns(drawer: Drawer) -> None:
    first, second = Pages(drawer, pdf("a"), PDF), Pages(drawer, pdf("bbbbbbbb"), PDF)

    assert first.draw(0, 100) == first.draw(0, 100) != second.draw(0, 100)
    assert isinstance(first.draw(0, 100), Drawn)


def test_after_a_stop_another_process_draws(drawer: Drawer) -> None:
    pages = Pages(drawer, pdf("a"), PDF)
    before = pages.draw(0, 100)
    drawer.stop()

    assert not drawer.running
    assert pages.draw(0, 100) == before


def test_a_process_that_only_draws_is_there_sooner_for_it_loads_nothing_of_mail() -> None:
    script = "import sys, jury_desktop.mailbox.worker; print(sorted(sys.modules))"

    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert "jury_desktop.mailbox.documents.drawing" in loaded.stdout
    assert [each for each in ("mailbox.reading", "domain.form", "lxml") if each in loaded.stdout] == []


SCRIPT = """
import os, sys, time
from jury_desktop.mailbox import worker

def lay(data, head):
    return {"sizes": [[100, 100]], "place": None}, ()

def page(data, head):
    PAGE

worker._DRAWING |= {"lay": lay, "page": page}
worker.main(sys.argv)
"""


def moody(monkeypatch: pytest.MonkeyPatch, page: str) -> Drawer:
    """A drawer whose process lays any file and does this with a page."""
    command = [sys.executable, "-c", SCRIPT.replace("PAGE", page)]
    monkeypatch.setattr(drawing, "Child", lambda limits: Child(limits, command))
    return Drawer()


def test_a_stop_ends_what_is_being_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawer = moody(monkeypatch, "time.sleep(100)")
    pages = Pages(drawer, b"", PDF)
    threading.Timer(0.3, drawer.stop).start()
    began = time.monotonic()

    with pytest.raises(Cancelled):  # it says nothing of the page
        pages.draw(0, 10)
    assert time.monotonic() - began < 60
    assert not drawer.running


def test_a_page_that_takes_too_long_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its process has as long as it wants to start, and a second for the page."""
    drawer = moody(monkeypatch, "time.sleep(100)")
    pages = Pages(drawer, b"", PDF)
    monkeypatch.setattr(drawer._children[0], "_limits", Limits(seconds=1.0))

    assert refused(pages) == "intake.too_slow"


def test_a_page_that_ends_the_process_costs_that_page(monkeypatch: pytest.MonkeyPatch) -> None:
    drawer = moody(monkeypatch, "os._exit(9)")
    pages = Pages(drawer, b"", PDF)

    assert [refused(pages), refused(pages)] == ["intake.reader_stopped"] * 2


LIES = {
    "fewer pixels": 'return {"width": 10, "height": 10}, [bytes(399)]',
    "no page": 'return {"width": 0, "height": 0}, [b""]',
    "less than none": 'return {"width": -10, "height": -10}, [bytes(400)]',
    "far more than asked": 'return {"width": 5000, "height": 5000}, [bytes(100_000_000)]',
    "no pixels": 'return {"width": 10, "height": 10}, []',
    "no size": "return {}, [bytes(400)]",
    "words": 'return {"width": "tien", "height": 10}, [bytes(400)]',
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_process_that_was_taken_over_is_not_believed(monkeypatch: pytest.MonkeyPatch, lie: str) -> None:
    assert refused(Pages(moody(monkeypatch, lie), b"", PDF)) == say("intake.reader_stopped").key
