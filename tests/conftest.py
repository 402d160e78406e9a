"""No test depends on what the person who runs it has configured."""

import os

os.environ["MEDIATION_TUI_LEXICON"] = ""
