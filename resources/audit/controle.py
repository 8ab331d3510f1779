"""Controleert deze bundel met niets dan Python 3 zelf.  /  Checks this bundle with nothing but Python 3.

    python3 controle.py                     de bestanden en het logboek  /  the files and the journal
    python3 controle.py --anker "ANKER"     zoekt een anker dat in een brief of verslag staat
                                            /  looks for an anchor that a letter or minutes carry

Eindigt met 0 als alles klopt, anders met 1.  /  Ends with 0 when everything is right, else with 1.
Hoe het logboek geketend is, staat in LEESMIJ.txt.  /  LEESMIJ.txt tells how the journal is chained.
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

SUMS = "SHA256SUMS"
JOURNAL = "logboek.jsonl"
ABOUT = "bundel.json"
START = "0" * 64
LEAST = 16  # digits of a hash below which somebody could find another journal that has them too
FIELDS = (
    "sequence",
    "at",
    "actor",
    "on_behalf_of",
    "action",
    "subject_kind",
    "subject",
    "old",
    "new",
    "reason",
    "previous_hash",
)
TEXT = {
    "nl": {
        "missing": "{0}: ontbreekt",
        "changed": "{0}: gewijzigd, de controlesom is een andere",
        "added": "{0}: staat niet in SHA256SUMS",
        "line": "SHA256SUMS, regel {0}: niet te lezen",
        "unread": "{0}: niet te lezen ({1})",
        "gap": "logboek.jsonl: gebeurtenis {0} verwacht, {1} gevonden",
        "link": "logboek.jsonl: gebeurtenis {0} volgt niet op de vorige",
        "event": "logboek.jsonl: gebeurtenis {0} is gewijzigd",
        "end": "logboek.jsonl: eindigt met gebeurtenis {0}, volgens bundel.json hoort dat {1} te zijn",
        "withheld": "logboek.jsonl: gebeurtenis {0} mist haar inhoud, maar geldt niet als verzegeld",
        "found": "Het anker klopt: het is dat van gebeurtenis {0}, {1}.",
        "not_found": "Het logboek van deze bundel heeft geen gebeurtenis met dat anker.",
        "no_anchor": "“{0}” is geen anker: een nummer, een dubbele punt en minstens 16 tekens.",
        "good": "Alles klopt: {0} bestanden, {1} gebeurtenissen.",
        "sealed": "Van {0} verzegelde gebeurtenissen zit de inhoud er niet bij; hun plaats klopt.",
        "bad": "Niet in orde: {0}.",
    },
    "en": {
        "missing": "{0}: missing",
        "changed": "{0}: changed, its checksum is another one",
        "added": "{0}: not listed in SHA256SUMS",
        "line": "SHA256SUMS, line {0}: cannot be read",
        "unread": "{0}: cannot be read ({1})",
        "gap": "logboek.jsonl: event {0} expected, {1} found",
        "link": "logboek.jsonl: event {0} does not follow the one before",
        "event": "logboek.jsonl: event {0} has been changed",
        "end": "logboek.jsonl: ends with event {0}, by bundel.json that should be {1}",
        "withheld": "logboek.jsonl: event {0} has no content, and bundel.json does not name it as sealed",
        "found": "The anchor holds: it is that of event {0}, {1}.",
        "not_found": "The journal of this bundle has no event with that anchor.",
        "no_anchor": "“{0}” is no anchor: a number, a colon and at least 16 digits.",
        "good": "Everything is right: {0} files, {1} events.",
        "sealed": "Of {0} sealed events the content is not included; their place is right.",
        "bad": "Not right: {0}.",
    },
}


def sum_of(file):
    """The SHA-256 of a file, read piece by piece."""
    digest = hashlib.sha256()
    with file.open("rb") as content:
        for piece in iter(lambda: content.read(1024 * 1024), b""):
            digest.update(piece)
    return digest.hexdigest()


def check_files(folder, say):
    """Every file against SHA256SUMS; gives how many were listed."""
    listed = {}
    for number, line in enumerate((folder / SUMS).read_text(encoding="utf-8").splitlines(), start=1):
        expected, gap, path = line.partition("  ")
        if not gap or len(expected) != 64 or ".." in path.split("/"):
            say("line", number)
        else:
            listed[path] = expected
    for path, expected in listed.items():
        if not (folder / path).is_file():
            say("missing", path)
        elif sum_of(folder / path) != expected:
            say("changed", path)
    there = (file for file in sorted(folder.rglob("*")) if file.is_file())
    for path in (file.relative_to(folder).as_posix() for file in there):
        if path != SUMS and path not in listed:
            say("added", path)
    return len(listed)


def hash_of(event):
    """The hash that an event must have; LEESMIJ.txt has the rule in words."""
    covered = [event[name] for name in FIELDS]
    if event["sealed"]:
        covered.append(event["sealed"])
    text = json.dumps(covered, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def check_journal(folder, about, say):
    """The chain of the journal, event by event; gives the events."""
    events = []
    with (folder / JOURNAL).open(encoding="utf-8") as lines:
        events = [json.loads(line) for line in lines]
    previous = START
    for number, event in enumerate(events, start=1):
        if event["sequence"] != number:
            say("gap", number, event["sequence"])
        if event["previous_hash"] != previous:
            say("link", event["sequence"])
        if not event["withheld"] and hash_of(event) != event["hash"]:
            say("event", event["sequence"])
        if event["withheld"] and event["sequence"] not in about["withheld"]:
            say("withheld", event["sequence"])
        previous = event["hash"]
    if (len(events), previous) != (about["events"], about["last_hash"]):
        say("end", len(events), about["events"])
    return events


def look_for(typed, events, words):
    """Tells whether the journal has the event of an anchor; gives whether it has.

    An anchor is the number of an event, a colon and its hash, or the first half of it, as letters and minutes
    print it; a hash alone is looked for as well.
    """
    number, colon, digits = "".join(typed.split()).lower().rpartition(":")
    if len(digits) < LEAST or (colon and not number.isdigit()):
        print(words["no_anchor"].format(typed))
        return False
    for event in events:
        if event["hash"].startswith(digits) and number in ("", str(event["sequence"])):
            print(words["found"].format(event["sequence"], event["at"]))
            return True
    print(words["not_found"])
    return False


def main():
    """Checks the folder in which this file lies."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--anker", "--anchor", metavar="ANKER")
    wish = parser.parse_args()
    folder, problems, words = Path(__file__).resolve().parent, [], TEXT["nl"]

    def say(key, *values):
        problems.append(words[key].format(*values))

    files, events, about, found = 0, [], {"withheld": []}, True
    try:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        words = TEXT.get(about["language"], words)
        files = check_files(folder, say)
        events = check_journal(folder, about, say)
    except (OSError, ValueError, KeyError, TypeError) as error:
        say("unread", getattr(error, "filename", "") or JOURNAL, type(error).__name__)
    if wish.anker:
        found = look_for(wish.anker, events, words)
    for problem in problems:
        print(problem)
    print(words["bad"].format(len(problems)) if problems else words["good"].format(files, len(events)))
    if about["withheld"] and not problems:
        print(words["sealed"].format(len(about["withheld"])))
    return 1 if problems or not found else 0


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main())
