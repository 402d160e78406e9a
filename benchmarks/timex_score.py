"""Score dates on the development data: `uv run python benchmarks/timex_score.py [--table]`.

`--table` runs both systems and prints one table beside the other, in Markdown.
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
    """What `dateparser.search` finds, each hit as fine as its parser says that its words are."""
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    settings: dict[str, Any] = {"DATE_ORDER": "DMY"}
    if reference is not None:
        settings["RELATIVE_BASE"] = dt.datetime.combine(reference, dt.time())
    parser = DateDataParser(languages=["ar"], settings=settings)
    found: Found = []
    at = 0
    for words, moment in search_dates(text, languages=["ar"], settings=settings) or []:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            digits = {"year": 4, "month": 7}.get(parser.get_date_data(words).period, 10)
            value = moment.date().isoformat()[:digits]
            found.append({"start": start, "end": at, "value": value, "type": "DATE"})
    return found


SYSTEMS: dict[str, Callable[[str, dt.date | None], Found]] = {"ours": by_us, "dateparser": by_dateparser}


def records(data: Path) -> Iterator[dict[str, Any]]:
    """The development records, file by file."""
    for path in sorted((data / "temporal").glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


ROWS = (
    ("span F1, natural text annotated in full", "NATURAL micro", "F1"),
    ("value F1, the same", "NATURAL micro", "valF1"),
    ("span recall, encyclopaedia and news", "NATURAL part.", "R"),
    ("value recall, the same", "NATURAL part.", "valR"),
    ("span F1, macro over the peers' test suites", "SPEC macro", "F1"),
    ("value F1, the same", "SPEC macro", "valF1"),
    ("durations, value recall", "type:DURATION", "valR"),
    ("sets, value recall", "type:SET", "valR"),
    ("times, value recall", "type:TIME", "valR"),
)
"""What a row of the table is called, and where the scorer's summary has it."""


def predict(system: str, data: Path, out: Path) -> None:
    """Write what a system finds, in the scorer's form."""
    find = SYSTEMS[system]
    with out.open("w", encoding="utf-8") as lines:
        for record in records(data):
            day = record.get("reference")
            reference = dt.date.fromisoformat(day[:10]) if day else None
            found = find(record["text"], reference)
            lines.write(json.dumps({"id": record["id"], "found": found}, ensure_ascii=False) + "\n")


def command(data: Path, predictions: Path, system: str) -> list[str]:
    """The scorer's command line."""
    gold = [str(path) for path in sorted((data / "temporal").glob("*.jsonl"))]
    scorer = str(data / "score_timex.py")
    return [sys.executable, scorer, "--pred", str(predictions), "--gold", *gold, "--system", system]


def table(data: Path, folder: Path) -> None:
    """Print both systems side by side."""
    summaries = {}
    for system in SYSTEMS:
        predictions, summary = folder / f"{system}.jsonl", folder / f"{system}.json"
        predict(system, data, predictions)
        subprocess.run(
            [*command(data, predictions, system), "--json", str(summary)], check=True, capture_output=True
        )
        summaries[system] = json.loads(summary.read_text(encoding="utf-8"))
    print(f"| | {' | '.join(SYSTEMS)} |\n|---|{'---|' * len(SYSTEMS)}")
    for name, group, figure in ROWS:
        figures = [100 * (summaries[system].get(group, {}).get(figure) or 0) for system in SYSTEMS]
        print(f"| {name} | {' | '.join(f'{number:.1f}' for number in figures)} |")


def main() -> int:
    """Predict, and call the scorer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--system", choices=sorted(SYSTEMS), default="ours")
    parser.add_argument(
        "--data", type=Path, default=DEFAULT_DATA, help="the folder with score_timex.py and temporal/"
    )
    parser.add_argument("--table", action="store_true", help="both systems side by side, in Markdown")
    parser.add_argument("--errors", type=int, default=0, help="show this many errors")
    parser.add_argument("--source", help="show errors of this source only")
    arguments = parser.parse_args()
    scorer = arguments.data / "score_timex.py"
    if not scorer.is_file():
        print(f"{scorer}: not there; give the folder of the development data with --data", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if arguments.table:
            table(arguments.data, folder)
            return 0
        predictions = folder / "predictions.jsonl"
        predict(arguments.system, arguments.data, predictions)
        line = [*command(arguments.data, predictions, arguments.system), "--errors", str(arguments.errors)]
        line += ["--errsrc", arguments.source] if arguments.source else []
        return subprocess.run(line, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
