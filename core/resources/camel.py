"""What of camel-tools is installed, found without importing it.

Its `data` package opens a network connection when it is imported where there is no catalogue; so nothing of
it is imported before these files were seen.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

DATA_VARIABLE = "CAMELTOOLS_DATA"
DEFAULT_DATABASE = "calima-msa-r13"
"""What `MorphologyDB.builtin_db()` opens."""
DEFAULT_RECOGNISER = "arabert"
"""What `NERecognizer.pretrained()` opens."""


@dataclass(frozen=True, slots=True)
class CamelTools:
    """What there is of camel-tools on this machine."""

    version: str | None
    folder: Path
    """Where its data lies, or would lie."""
    catalogue: bool
    databases: tuple[str, ...] = ()
    """Morphology databases."""
    mle: tuple[str, ...] = ()
    """Disambiguators by maximum likelihood."""
    ner: tuple[str, ...] = ()
    """Models of named entities."""
    torch: str | None = None
    transformers: str | None = None
    """The versions of what the models run on."""

    @property
    def morphology_lacks(self) -> str | None:
        """What is missing before words can be analysed, as the rest of a sentence; null where nothing is."""
        if self.version is None:
            return "is not installed"
        if not self.catalogue:
            return "has no catalogue"
        return (
            None if DEFAULT_DATABASE in self.databases else f"has no morphology database {DEFAULT_DATABASE}"
        )

    @property
    def names_lack(self) -> str | None:
        """What is missing before names can be recognised, likewise."""
        if self.version is None:
            return "is not installed"
        if not self.catalogue:
            return "has no catalogue"
        if DEFAULT_RECOGNISER not in self.ner:
            return f"has no model of named entities {DEFAULT_RECOGNISER}"
        wanting = [name for name in ("torch", "transformers") if getattr(self, name) is None]
        return f"wants {' and '.join(wanting)} for its model of named entities" if wanting else None


def installed() -> CamelTools:
    """Look at what is installed; nothing is imported, downloaded or created."""
    folder = data_folder()
    return CamelTools(
        version_of("camel-tools"),
        folder,
        (folder / "catalogue.json").is_file(),
        _sets(folder, "morphology_db", "morphology.db"),
        _sets(folder, "disambig_mle"),
        _sets(folder, "ner", "config.json"),
        version_of("torch"),
        version_of("transformers"),
    )


def data_folder() -> Path:
    """Return the folder of camel-tools' data: `CAMELTOOLS_DATA`, or where camel-tools itself looks."""
    named = os.environ.get(DATA_VARIABLE)
    return Path(named).expanduser().absolute() if named is not None else default_data_folder()


def default_data_folder() -> Path:
    """Return the folder in the home directory that camel-tools makes when it is imported."""
    return Path.home() / ("AppData/Roaming/camel_tools" if os.name == "nt" else ".camel_tools")


def version_of(distribution: str) -> str | None:
    """Return the version of an installed distribution."""
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


def _sets(folder: Path, component: str, holding: str = "") -> tuple[str, ...]:
    """Return the data sets of a component that are there, by name."""
    within = folder / "data" / component
    if not within.is_dir():
        return ()
    return tuple(sorted(found.name for found in within.iterdir() if (found / holding).exists()))
