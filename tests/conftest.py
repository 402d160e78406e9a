"""No test depends on what the person who runs it has configured, or changes what they have chosen."""

import os
import tempfile

os.environ["MEDIATION_TUI_LEXICON"] = ""
os.environ["MEDIATION_TUI_CONFIG"] = ""
for _name in ("MEDIATION_TUI_BIDI", "MEDIATION_TUI_LANG", "NO_COLOR"):
    os.environ.pop(_name, None)
_state = tempfile.TemporaryDirectory(prefix="mediation-tui-state-")
os.environ["XDG_STATE_HOME"] = _state.name
os.environ["MEDIATION_TUI_LIBRARY"] = os.path.join(_state.name, "none.sqlite")  # noqa: PTH118 - a string
os.environ["MEDIATION_TUI_NOTEBOOK"] = os.path.join(_state.name, "judgements.sqlite")  # noqa: PTH118 - a string
