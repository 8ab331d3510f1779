"""Pages and pictures as pixels, drawn in a process of their own: a hostile one never meets the window."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from jury_desktop.domain.errors import Cancelled
from jury_desktop.domain.messages import say
from jury_desktop.mailbox import limits, wire
from jury_desktop.mailbox.asking import NONSENSE
from jury_desktop.mailbox.child import Child, UnreadError

LIMITS = limits.Limits(seconds=20.0)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as pixels: rows of four bytes each, blue, green, red and one that says nothing."""

    width: int
    height: int
    pixels: bytes


class Drawer:
    """The process that opens and draws files for one view: started when needed, ended with this object."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asking = False
        self._children = [Child(LIMITS)]
        weakref.finalize(self, _end, self._children)

    def ask(self, do: str, *blobs: bytes, **head: Any) -> wire.Frame:
        """The answer of the process; asked by one thread at a time.

        :raises UnreadError: when it refuses or takes too much.
        :raises Cancelled: when :meth:`stop` ended it: that says nothing of the file.
        """
        with self._lock:
            self._asking, child = True, self._children[0]
        try:
            return child.ask(do, *blobs, **head)
        except UnreadError:
            if child is not self._children[0]:
                raise Cancelled from None
            raise
        finally:
            with self._lock:
                self._asking, stopped = False, child is not self._children[0]
            if stopped:
                child.close()

    @property
    def running(self) -> bool:
        """Whether there is a process."""
        return self._children[0].pid is not None

    def stop(self) -> None:
        """Ends the process, and so what it is doing, from any thread; whoever asks next gets another one."""
        with self._lock:
            child, asking = self._children[0], self._asking
            self._children[0] = Child(LIMITS)
        child.stop()
        if not asking:
            child.close()


def _end(children: Sequence[Child]) -> None:
    for child in children:
        child.stop()
        child.close()


class Pages:
    """A file of pages, or one picture, laid before a drawer.

    :ivar sizes: width and height of every page, in points.
    :ivar is_picture: whether it is a picture, which need not be stretched over the whole width.
    :ivar place: where the first of the texts that were looked for stands: the page from 0, and points below
        its upper edge; or None.
    """

    def __init__(self, drawer: Drawer, content: bytes, media_type: str, find: Sequence[str] = ()) -> None:
        """:raises UnreadError: when it cannot be opened; it says why.
        :raises Cancelled: when the drawer was stopped meanwhile.
        """
        self.drawer = drawer
        self.is_picture = media_type.startswith("image/")
        self.content = content
        self._head = {"key": sha256(content).hexdigest(), "media_type": media_type}
        with _believing_nothing():
            said = self._lay(find)
            self.sizes = tuple((float(width), float(height)) for width, height in said["sizes"])
            place = said["place"]
            self.place = (int(place[0]), float(place[1])) if place else None

    def draw(self, number: int, width: int) -> Drawn:
        """A page, from 0, of so many pixels wide; a very large one may come smaller.

        :raises UnreadError: when it cannot be drawn; it says why.
        :raises Cancelled: when the drawer was stopped meanwhile.
        """
        with _believing_nothing():
            said, blobs = self._page(number, width)
            if "again" in said:  # the process drew something else since, or is a new one
                self._lay(())
                said, blobs = self._page(number, width)
            return _checked(Drawn(int(said["width"]), int(said["height"]), blobs[0]))

    def _lay(self, find: Sequence[str]) -> dict[str, Any]:
        said, _ = self.drawer.ask("lay", self.content, find=list(find), **self._head)
        return said

    def _page(self, number: int, width: int) -> wire.Frame:
        return self.drawer.ask("page", b"", page=number, width=width, **self._head)


@contextmanager
def _believing_nothing() -> Iterator[None]:
    """A file may have got hold of the process: what it answers then is no answer."""
    try:
        yield
    except NONSENSE as error:
        raise UnreadError(say("intake.reader_stopped")) from error


def _checked(drawn: Drawn) -> Drawn:
    """:raises ValueError: when there are not as many pixels as it says, or more than were asked for."""
    area = drawn.width * drawn.height
    sound = min(drawn.width, drawn.height) > 0 and area <= 2 * limits.DRAWN_PIXELS
    if not sound or len(drawn.pixels) != 4 * area:
        raise ValueError
    return drawn
