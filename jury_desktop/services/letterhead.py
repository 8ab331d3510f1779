"""What every letter of a dossier shares: who sends it, who signs it, from where."""

from __future__ import annotations

from dataclasses import dataclass

from jury_desktop.domain.call import Call
from jury_desktop.domain.letter import Sender, Signatory
from jury_desktop.services.ports import Settings


@dataclass(frozen=True, slots=True)
class House:
    """What every letter of a dossier shares; kept in the settings, proposed from the call."""

    sender: Sender
    signatory: Signatory
    place: str
    pitch_place: str
    complaints_to: str

    def pitch_address(self, call: Call) -> str:
        """Where candidates have to be, "" while nobody said: the name of a town alone leads nowhere."""
        return "" if self.pitch_place.strip() in call.municipalities else self.pitch_place.strip()


def house_of(call: Call, settings: Settings) -> House:
    """The sender, signatory and places as set, or as the call proposes them."""
    lines = settings.get("letter.sender_lines", f"{call.contact.email}\n{call.contact.phone}")
    return House(
        Sender(settings.get("letter.sender_name", call.short_title), tuple(lines.splitlines())),
        Signatory(
            settings.get("letter.signatory_name", call.contact.name),
            settings.get("letter.signatory_role", call.contact.role),
        ),
        settings.get("letter.place", call.municipalities[0]),
        settings.get("letter.pitch_place"),
        settings.get("letter.complaints_to", call.contact.email),
    )
