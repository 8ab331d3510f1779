"""What of the tables may be made public: nothing personal, and no comment but the motivation.

Personal columns and tables go; jurors go by a letter; and in every text that is left the names of jurors and
contacts, e-mail addresses and telephone numbers are taken out, for people type them anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.hiding import Hiding, parts_of, without_addresses
from jury_desktop.domain.juror_names import JurorNames
from jury_desktop.domain.mail import Mail
from jury_desktop.domain.names import organisation_key
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.table import Cell, Table
from jury_desktop.services.ports import UnitOfWork

_PERSONAL = frozenset({"contact", "email", "phone", "address"})
"""Fields of the form that say something of a person."""

_FUNCTION = re.compile(r"\s*[,;(|/]| [–-] ")
"""What stands between a name and the function that people write behind it."""
Row = tuple[Cell, ...]


class Redaction:
    """Takes out of tables what may not be public; ``instead`` is put in the place of what stood in a text."""

    def __init__(self, uow: UnitOfWork, selection: Selection, names: JurorNames, instead: str) -> None:
        self._names = names
        self._ids = {candidacy.reference: candidacy.id for candidacy in selection.candidacies}
        self._instead = instead
        self._hiding = Hiding(dict.fromkeys(_personal_words(uow, selection), instead))

    def public(self, tables: Iterable[Table]) -> tuple[Table, ...]:
        """The tables as they may be made public."""
        return tuple(self._cleaned(each.public()) for each in tables if not each.personal)

    def _cleaned(self, table: Table) -> Table:
        return replace(table, rows=tuple(map(self._row, table.rows)))

    def _row(self, row: Row) -> Row:
        """A row; where it is about a candidacy, with the letters that jurors have there."""
        about = next((self._ids[cell] for cell in row if isinstance(cell, str) and cell in self._ids), None)
        names = self._names if about is None else self._names.about(about)
        return tuple(self._hide(cell, names) if isinstance(cell, str) else cell for cell in row)

    def _hide(self, text: str, names: JurorNames) -> str:
        """A text without names of people and without addresses."""
        return without_addresses(self._hiding.hide(names.hide(text)), self._instead)


def _personal_words(uow: UnitOfWork, selection: Selection) -> Iterator[str]:
    """Names and data of contacts, as the candidacies have them, as any version had them, and of who wrote."""
    for candidacy in selection.candidacies:
        yield from _person(candidacy.contact, candidacy)
        yield from (candidacy.email, candidacy.phone, candidacy.address)
        for version in candidacy.versions:
            for field in version.fields:
                if field.key == "contact":
                    yield from _person(field.value, candidacy)
                elif field.key in _PERSONAL:
                    yield field.value
    homes = {candidacy.id: candidacy for candidacy in selection.candidacies}
    for placed in uow.mails.all():
        home = homes.get(placed.entry.candidacy or "")
        sender = placed.mail.sender if isinstance(placed.mail, Mail) else None
        if home is not None and sender is not None and " " in sender.name.strip():
            yield from list(_person(sender.name, home))[:1]


def _person(name: str, candidacy: Candidacy) -> Iterable[str]:
    """The name of a person in its parts; what names the organisation or a partner is no person's."""
    organisations = [organisation_key(each) for each in (candidacy.organisation, *candidacy.partners)]
    name = _FUNCTION.split(name)[0]
    whole = organisation_key(name)
    if not whole or any(each in whole for each in organisations if each):
        return ()
    return [part for part in parts_of(name) if organisation_key(part) not in organisations]
