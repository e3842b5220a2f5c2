"""A loader that hands on no row that was not allowed: an example to copy, and a filter for pipes.

    python3 checked_loader.py https://registry.example train-ai < rows.ndjson > allowed.ndjson

Each batch is asked about before any of its rows is handed on, all batches at one size of the log, which is told at the end. The
first batch that is not answered stops it, with exit code 3: half a dataset is not a dataset that was checked.
"""
from __future__ import annotations

import itertools
import json
import sys
from typing import Any, Dict, Iterable, Iterator

from assent import Checker, RegistryError


def allowed_rows(rows: Iterable[Dict[str, Any]], checker: Checker, column: str = "url", batch: int = 1_000) -> Iterator[Dict[str, Any]]:
    """The rows that the registry allows, in order. Raises RegistryError at the first batch that is not answered."""
    rows = iter(rows)
    while True:
        some = list(itertools.islice(rows, batch))
        if not some:
            return
        answers = list(checker.check_or_raise(str(row[column]) for row in some))
        yield from (row for row, answer in zip(some, answers) if answer.state == "allowed")


def main(registry: str, use: str) -> int:
    checker = Checker(registry, use)
    rows = (json.loads(line) for line in sys.stdin)
    try:
        for row in allowed_rows(rows, checker):
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    except RegistryError as error:
        sys.stderr.write(f"Stopped: {error} What was written before is not a checked dataset.\n")
        return 3
    sys.stderr.write(f"Checked at log size {checker.log_size}.\n")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("Say which registry and which use: checked_loader.py https://registry.example train-ai")
    sys.exit(main(sys.argv[1], sys.argv[2]))
