"""A loader that hands on no row that was not allowed: an example to copy, and a filter for pipes.

    python3 checked_loader.py https://registry.example train-ai < rows.ndjson > allowed.ndjson
    python3 checked_loader.py snapshots train-ai VKEY < rows.ndjson > allowed.ndjson

The second answers from a folder of snapshots, signed by a key that you trust, and asks nobody. Each batch is asked about before any of its rows is handed on, all batches at one size of the log, which is told at the end. The
first batch that is not answered stops it, with exit code 3, and the first line that is no row, with 4: half a dataset is not a dataset that was checked.
"""
from __future__ import annotations

import itertools
import json
import sys
from typing import Any, Dict, Iterable, Iterator, List, Union

from assent import Checker, RegistryError, SnapshotChecker


def allowed_rows(
    rows: Iterable[Dict[str, Any]], checker: Union[Checker, SnapshotChecker], column: str = "url", batch: int = 1_000
) -> Iterator[Dict[str, Any]]:
    """The rows that are allowed, in order. Raises RegistryError at the first batch that is not answered."""
    rows = iter(rows)
    while True:
        some = list(itertools.islice(rows, batch))
        if not some:
            return
        answers = list(checker.check_or_raise(str(row[column]) for row in some))
        if len(answers) != len(some):
            raise RegistryError("Not every row was answered.")
        yield from (row for row, answer in zip(some, answers) if answer.state == "allowed")


class UnreadableLine(Exception):
    """A line that is no row."""


def rows_in(lines: Iterable[bytes], column: str = "url") -> Iterator[Dict[str, Any]]:
    """The rows of NDJSON; lines of nothing but blanks are passed over. Raises UnreadableLine, which names the line."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            raise UnreadableLine(f"Line {number} is no JSON.") from None
        if not isinstance(row, dict) or column not in row:
            raise UnreadableLine(f"Line {number} is no JSON object with a member {column}.")
        yield row


def main(place: str, use: str, keys: List[str]) -> int:
    rows = rows_in(sys.stdin.buffer)
    try:
        checker = Checker(place, use) if place.startswith(("http://", "https://")) else SnapshotChecker(place, use, keys)
        for row in allowed_rows(rows, checker):
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    except RegistryError as error:
        sys.stderr.write(f"Stopped: {error} What was written before is not a checked dataset.\n")
        return 3
    except UnreadableLine as error:
        sys.stderr.write(f"Stopped: {error} What was written before is not a checked dataset.\n")
        return 4
    sys.stderr.write(f"Checked at log size {checker.log_size}.\n")
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("Say whose answers and which use: checked_loader.py https://registry.example train-ai, or a folder of snapshots, a use and a key.")
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
