"""What to say when a server cannot be reached, or lets nobody in.

No code tells a wrong name from a closed door or a bad certificate: libpq gives none before the server has let
somebody in. So its words are looked at, which are English in the driver that comes with the program; the
words of a server may be in any language, and are shown as they are.
"""

from __future__ import annotations

import re

from jury_desktop.domain.messages import Message, say

_WORDS = (
    (r"does not support SSL|negotiation", "server.no_tls"),
    (r"does not match host name", "server.other_name"),
    (r"root certificate file", "server.no_authority"),
    (r"certificate", "server.not_trusted"),
    (r"resolve host|translate host name", "server.unknown_host"),
    (r"refused|timeout|timed out|unreachable|No route|No such file|port number", "server.no_answer"),
    (r'database ".*" does not exist', "server.no_database"),
    (r"FATAL:|FOUT:|FATAAL:", "server.turned_away"),
)
"""Patterns in the words of libpq, and what a person is told; the first that is found counts."""


def why_not_reached(error: BaseException | None, name: str) -> Message:
    """What to say about an error of the driver without a connection.

    :param name: of the database, for people.
    """
    tried = getattr(error, "pgconn", None)
    if tried is not None and tried.needs_password:
        return say("server.password_needed", name=name)
    if tried is not None and tried.used_password and "password" in str(error):
        return say("server.password_wrong", name=name)
    answer = str(error).strip().partition("\n")[0].rpartition("failed: ")[2]
    if getattr(error, "sqlstate", None) is None:
        for pattern, key in _WORDS:
            if re.search(pattern, str(error)):
                return say(key, name=name, answer=answer.removeprefix("FATAL:").strip())
    return say("storage.connection_lost", name=name, answer=answer)
