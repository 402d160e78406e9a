"""Score dates on the development data: `python -m benchmarks.timex_score [--system dateparser]`.

The data stands beside the repository (see `--data`); the scorer that comes with it does the counting.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_DATA = ROOT.parent / "shared" / "eval"

Found = list[dict[str, Any]]


def by_us(text: str, reference: dt.date | None) -> Found:
    """Our timexes, in the scorer's form: EDTF for dates, TIMEX3 for all else."""
    from core.model import TimexType
    from core.temporal import find_timexes

    return [
        {
            "start": timex.start,
            "end": timex.end,
            "value": timex.edtf if timex.type is TimexType.DATE and timex.edtf else timex.value,
            "type": timex.type.value,
        }
        for timex in find_timexes(text, reference)
    ]


def by_dateparser(text: str, reference: dt.date | None) -> Found:
    """What `dateparser.search` finds, each hit a day."""
    from dateparser.search import search_dates

    settings: dict[str, Any] = {"DATE_ORDER": "DMY"}
    if reference is not None:
        settings["RELATIVE_BASE"] = dt.datetime.combine(reference, dt.time())
    found: Found = []
    at = 0
    for words, moment in search_dates(text, languages=["ar"], settings=settings) or []:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append({"start": start, "end": at, "value": moment.date().isoformat(), "type": "DATE"})
    return found


SYSTEMS: dict[str, Callable[[str, dt.date | None], Found]] = {"ours": by_us, "dateparser": by_dateparser}


def records(data: Path) -> Iterator[dict[str, Any]]:
    """The development records, file by file."""
    for path in sorted((data / "temporal").glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


def main() -> int:
    """Predict, and call the scorer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--system", choices=sorted(SYSTEMS), default="ours")
    parser.add_argument(
        "--data", type=Path, default=DEFAULT_DATA, help="the folder with score_timex.py and temporal/"
    )
    parser.add_argument("--errors", type=int, default=0, help="show this many errors")
    parser.add_argument("--source", help="show errors of this source only")
    arguments = parser.parse_args()
    scorer = arguments.data / "score_timex.py"
    if not scorer.is_file():
        print(f"{scorer}: not there; give the folder of the development data with --data", file=sys.stderr)
        return 2
    system = SYSTEMS[arguments.system]
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        with predictions.open("w", encoding="utf-8") as out:
            for record in records(arguments.data):
                day = record.get("reference")
                reference = dt.date.fromisoformat(day[:10]) if day else None
                found = system(record["text"], reference)
                out.write(json.dumps({"id": record["id"], "found": found}, ensure_ascii=False) + "\n")
        gold = [str(path) for path in sorted((arguments.data / "temporal").glob("*.jsonl"))]
        command = [sys.executable, str(scorer), "--pred", str(predictions), "--gold", *gold]
        command += ["--system", arguments.system, "--errors", str(arguments.errors)]
        command += ["--errsrc", arguments.source] if arguments.source else []
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
