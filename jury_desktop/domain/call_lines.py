"""On which line of a call file each of its fields stands; tomllib itself does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Path = tuple[str | int, ...]
"""The way to a field: names of tables and keys, and places in lists counted from 0."""

_TOKEN = re.compile(
    r'''(?P<quoted> """ (?: \\. | [^\\] )*? "{3,5} | \'\'\' .*? \'{3,5}
                | " (?: \\. | [^"\\] )* " | ' [^']* ' )
      | (?P<comment> \# [^\n]* )
      | (?P<mark> [\[\]{},=\n] )
      | (?P<bare> [^\s\[\]{},=\#"']+ )''',
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    line: int
    quoted: bool


def field_lines(text: str) -> dict[Path, int]:
    """The line, counted from 1, of every table, key and list element of ``text``.

    :param text: a valid TOML document; what is read of an invalid one means nothing.
    """
    return _Scanner(list(_tokens(text))).scan()


def _tokens(text: str) -> Iterator[_Token]:
    line, seen = 1, 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", seen, match.start())
        seen = match.start()
        if match.lastgroup != "comment":
            yield _Token(match.group(), line, match.lastgroup == "quoted")


@dataclass(slots=True)
class _Scanner:
    tokens: list[_Token]
    at: int = 0
    lines: dict[Path, int] = field(default_factory=dict)
    counts: dict[Path, int] = field(default_factory=dict)

    def scan(self) -> dict[Path, int]:
        table: Path = ()
        while self.at < len(self.tokens):
            if self._skip("\n"):
                continue
            if self._sees("["):
                table = self._header()
            else:
                self._pair(table)
        return self.lines

    def _header(self) -> Path:
        line = self.tokens[self.at].line
        self._skip("[")
        repeated = self._skip("[")
        path = self._table(self._key("]"), repeated)
        self._skip("]")
        for known in (path, path[:-1]) if repeated else (path,):
            self.lines.setdefault(known, line)
        return path

    def _table(self, names: list[str], repeated: bool) -> Path:
        """The path of a header; a name that is a list of tables stands for its latest table."""
        path: Path = ()
        for position, name in enumerate(names, 1):
            path = (*path, name)
            if repeated and position == len(names):
                self.counts[path] = self.counts.get(path, 0) + 1
            if path in self.counts:
                path = (*path, self.counts[path] - 1)
        return path

    def _pair(self, table: Path) -> None:
        if self.at < len(self.tokens):
            line = self.tokens[self.at].line
            path = (*table, *self._key("="))
            self._value(path)
            self.lines[path] = line

    def _key(self, end: str) -> list[str]:
        """The names of a dotted key, up to and with the mark ``end``."""
        names: list[str] = []
        while not self._skip(end) and self.at < len(self.tokens):
            token = self._next()
            names += [token.text[1:-1]] if token.quoted else [name for name in token.text.split(".") if name]
        return names

    def _value(self, path: Path) -> None:
        if self.at >= len(self.tokens):
            return
        self.lines[path] = self.tokens[self.at].line
        if self._skip("["):
            self._list(path)
        elif self._skip("{"):
            self._inline_table(path)
        else:
            self._scalar()

    def _list(self, path: Path) -> None:
        place = 0
        while not self._skip("]") and self.at < len(self.tokens):
            if self._skip(","):
                place += 1
            elif not self._skip("\n"):
                self._value((*path, place))

    def _inline_table(self, path: Path) -> None:
        while not self._skip("}") and self.at < len(self.tokens):
            if not self._skip(",") and not self._skip("\n"):
                self._pair(path)

    def _scalar(self) -> None:
        """Passes one value; a date and a time may be two words."""
        self._next()
        while self.at < len(self.tokens) and not self._ends_value():
            self._next()

    def _ends_value(self) -> bool:
        token = self.tokens[self.at]
        return not token.quoted and token.text in {"\n", ",", "]", "}"}

    def _next(self) -> _Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def _sees(self, mark: str) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at].text == mark

    def _skip(self, mark: str) -> bool:
        if self._sees(mark):
            self.at += 1
            return True
        return False
