"""How jurors are named to who reads or looks along: by name, or by a letter that says nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from jury_desktop.domain.hiding import Hiding, parts_of
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.meeting import letters_of


@dataclass(frozen=True, slots=True)
class JurorNames:
    """What jurors are called, by id; with ``hiding`` their names may not show in running text either.

    :param apart: how they are called at one candidacy (by id) where that differs from the others.
    """

    shown: Mapping[str, str]
    hiding: Hiding | None = None
    apart: Callable[[str], JurorNames] | None = field(default=None, compare=False)

    @property
    def hidden(self) -> bool:
        """Whether names do not show."""
        return self.hiding is not None

    def about(self, candidacy: str) -> JurorNames:
        """What jurors are called at one candidacy (by id)."""
        return self if self.apart is None else self.apart(candidacy)

    def of(self, juror: str) -> str:
        """What a juror (by id) is called."""
        return self.shown[juror]

    def hide(self, text: str) -> str:
        """A text that people typed, with the names of jurors in it replaced where they may not show."""
        return text if self.hiding is None else self.hiding.hide(text)


def named(jurors: Iterable[Juror]) -> JurorNames:
    """Everybody by name."""
    return JurorNames({juror.id: juror.name for juror in jurors})


def lettered(jurors: Iterable[Juror], salt: str, form: str) -> JurorNames:
    """Everybody by a letter; ``form`` holds ``{letter}``, ``salt`` decides who gets which.

    Each candidacy has letters of its own: whoever is seen to leave the room for one, and is missing there,
    can then be followed to no other. In running text a juror's whole name is replaced, the family name, the
    first name, and the address.
    """
    known = tuple(jurors)
    whole = _lettered(known, salt, form)
    return replace(whole, apart=cache(lambda candidacy: _lettered(known, f"{salt}\0{candidacy}", form)))


def _lettered(known: tuple[Juror, ...], salt: str, form: str) -> JurorNames:
    letters = letters_of((juror.id for juror in known), salt)
    shown = {juror.id: form.format(letter=letters[juror.id]) for juror in known}
    instead: dict[str, str] = {}
    for juror in known:
        for name in (*parts_of(juror.name), juror.email):
            instead.setdefault(name, shown[juror.id])
    return JurorNames(shown, Hiding(instead))
