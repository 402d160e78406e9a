"""camel-tools' recogniser of named entities, loaded when it is first asked.

A fine-tuned BERT: half a gigabyte of data, torch and transformers, and some sentences a second on a common
processor. Nothing is downloaded: the model is read from camel-tools' data folder, and the libraries are told
to stay offline before they are imported.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any

from core.morphology.camel import broken, home_untouched, lacking
from core.resources.camel import installed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from core.morphology.names import NameRecogniser

_OFFLINE = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")


class CamelNames:
    """The recogniser that `NERecognizer.pretrained()` gives."""

    def __init__(self, recogniser: Any) -> None:
        """Take a `NERecognizer`; `camel_names` makes one."""
        self._recogniser = recogniser

    def labels(self, sentences: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
        """Return a label for each word: see `NameRecogniser`."""
        asked = [list(sentence) for sentence in sentences if sentence]
        found = iter(self._recogniser.predict(asked) if asked else ())
        return [next(found) if sentence else [] for sentence in sentences]


def camel_names() -> NameRecogniser:
    """Return camel-tools' recogniser, the same one each time.

    Raises:
        UnreadableError: camel-tools, its model or what that runs on is not there or cannot be read.
    """
    return _loaded(installed().folder)


@cache
def _loaded(_folder: Path) -> NameRecogniser:
    tools = installed()
    if tools.names_lack is not None:
        raise lacking(tools, tools.names_lack)
    try:
        return CamelNames(_load(tools.folder))
    except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
        raise broken(tools, error) from error


def _load(folder: Path) -> Any:
    for variable in _OFFLINE:
        os.environ[variable] = "1"
    with home_untouched(folder):
        from camel_tools.ner import NERecognizer

    return NERecognizer.pretrained()
