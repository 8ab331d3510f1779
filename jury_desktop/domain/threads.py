"""Which messages belong to one conversation: union-find over the identifiers they name."""

from __future__ import annotations

from collections.abc import Iterable

from jury_desktop.domain.mail import Mail


class Threads:
    """Conversations among messages, by Message-ID, In-Reply-To, References and Outlook's Thread-Index."""

    def __init__(self, mails: Iterable[Mail]) -> None:
        self._parent: dict[str, str] = {}
        for mail in mails:
            first, *others = _identifiers(mail)
            for other in others:
                self._parent[self._root(other)] = self._root(first)

    def of(self, mail: Mail) -> str:
        """The key of the conversation; equal for two messages of the same one."""
        return self._root(_identifiers(mail)[0])

    def _root(self, node: str) -> str:
        path = []
        while (parent := self._parent.get(node, node)) != node:
            path.append(node)
            node = parent
        for step in path:
            self._parent[step] = node
        return node


def _identifiers(mail: Mail) -> list[str]:
    """Its own Message-ID first, or its content where it has none; then every identifier it refers to."""
    return [mail.message_id or mail.sha256, *mail.in_reply_to, *mail.references]
