"""No test depends on what the person who runs it has configured, or changes what they have chosen."""

import os
import sys
import tempfile

os.environ["MEDIATION_TUI_LEXICON"] = ""
os.environ["MEDIATION_TUI_CONFIG"] = ""
for _name in ("BIDI", "LANG", "LAYOUT", "MARKS", "MOUSE", "RESTORE", "THEME"):
    os.environ.pop(f"MEDIATION_TUI_{_name}", None)
os.environ.pop("NO_COLOR", None)
if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
    # Tests start the program a few hundred times: it is compiled once, as it is for a person.
    _compiled = os.path.join(os.path.dirname(__file__), os.pardir, ".pytest_cache", "compiled")  # noqa: PTH118, PTH120
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = os.path.abspath(_compiled)  # noqa: PTH100
    sys.dont_write_bytecode = False
_state = tempfile.TemporaryDirectory(prefix="mediation-tui-state-")
os.environ["XDG_STATE_HOME"] = _state.name
os.environ["MEDIATION_TUI_LIBRARY"] = os.path.join(_state.name, "none.sqlite")  # noqa: PTH118 - a string
os.environ["MEDIATION_TUI_NOTEBOOK"] = os.path.join(_state.name, "judgements.sqlite")  # noqa: PTH118 - a string
