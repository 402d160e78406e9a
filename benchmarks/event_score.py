"""Score the events of the evaluation articles: `uv run python benchmarks/event_score.py [seed|dev|traps]`.

The articles and the scorer are not part of the repository; they are looked for in ../shared/eval. The road
taken is the public one: articles as JSON Lines into `mediation-tui extract`, its records into the scorer.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EVAL = ROOT.parent / "shared" / "eval"
SETS = ("seed", "dev", "traps")

Row = dict[str, Any]


def read_jsonl(path: Path) -> list[Row]:
    """Read one object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]


def articles(name: str) -> list[Row]:
    """Return the articles of a set as the program takes them."""
    if name == "traps":
        return [
            {"id": row["id"], "date": row["reference_date"], "text": row["text"]}
            for row in read_jsonl(EVAL / "traps.jsonl")
        ]
    return [
        {
            "id": row["doc"],
            "title": row.get("title"),
            "outlet": row.get("outlet"),
            "date": row.get("reference_date"),
            "text": (EVAL / row["file"]).read_text(encoding="utf-8"),
        }
        for row in read_jsonl(EVAL / f"{name}_index.jsonl")
    ]


def extract(rows: list[Row], *, morphology: bool) -> list[Row]:
    """Run the program on articles and return its records."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        file.flush()
        command = [sys.executable, "-m", "tui.cli", "extract", file.name]
        command += ["--morphology", "on"] * morphology
        done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT)
    if done.returncode:
        sys.exit(done.stderr.decode())
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def prediction(record: Row) -> Row:
    """Turn an event record into the row that the scorer reads; what the timeline does not show is hidden."""
    date, source = record["date"], record["source"]
    span = date["span"] or [None, None]
    return {
        "id": record["id"],
        "doc_id": record["doc"]["id"],
        "paragraph": source["paragraph"],
        "edtf": date["edtf"],
        "date_text": date["text"],
        "date_start": span[0],
        "date_end": span[1],
        "date_basis": date["basis"],
        "plover": record["event"],
        "cameo": record["cameo"],
        "actors": [
            {"text": a["text"], "canonical_en": a["name_en"], "role": a["role"]} for a in record["actors"]
        ],
        "places": [{"text": p["text"], "name_en": p["name_en"]} for p in record["places"]],
        "sentence": record["text"],
        "trigger": record["trigger"],
        "same_as": record["same_as"][0] if record["same_as"] else None,
        "hidden": record["status"] == "hidden" or record["kind"] != "event",
    }


def main() -> int:
    """Score the sets that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sets", nargs="*", choices=[*SETS, []], help="which sets (all)")
    parser.add_argument("--list", action="store_true", help="list misses, false rows, wrong dates")
    parser.add_argument("--keep", type=Path, help="write the predictions into this folder")
    parser.add_argument("--morphology", action="store_true", help="let camel-tools' morphology take part")
    options = parser.parse_args()
    if not EVAL.is_dir():
        print("the evaluation data is not beside the repository (../shared/eval)", file=sys.stderr)
        return 3
    with tempfile.TemporaryDirectory() as folder:
        for name in options.sets or SETS:
            print(f"== {name}", flush=True)
            score(name, options.keep or Path(folder), listed=options.list, morphology=options.morphology)
    return 0


def score(name: str, folder: Path, *, listed: bool, morphology: bool) -> None:
    """Predict one set, keep the predictions in a folder and print the scorer's table."""
    rows = [prediction(record) for record in extract(articles(name), morphology=morphology)]
    target = folder / f"{name}_pred.jsonl"
    target.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    gold = ["--traps", str(EVAL / "traps.jsonl")] if name == "traps" else [str(EVAL / f"{name}_gold.jsonl")]
    command = [sys.executable, str(EVAL / "score_events.py"), *gold, str(target)]
    subprocess.run(command + ["--list"] * listed, check=True)


if __name__ == "__main__":
    sys.exit(main())
