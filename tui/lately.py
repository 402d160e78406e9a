"""What a person wrote lately, newest first, kept from run to run."""

from __future__ import annotations

import json

from tui.state import keep, state_file

_KEPT = 12
"""How many of each kind are kept."""
_FILE = "lately.json"


def lately(kind: str) -> list[str]:
    """Return what was written of a kind, newest first; a file that is damaged holds nothing."""
    found = _read().get(kind)
    return [words for words in found if isinstance(words, str)][:_KEPT] if isinstance(found, list) else []


def note(kind: str, words: str) -> bool:
    """Put words before all others of their kind; tell whether they could be kept."""
    others = [other for other in lately(kind) if other != words]
    kept = {**_read(), kind: [words, *others][:_KEPT]}
    return keep(state_file(_FILE), json.dumps(kept, ensure_ascii=False, indent=1) + "\n")


def _read() -> dict[str, object]:
    try:
        found = json.loads(state_file(_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
