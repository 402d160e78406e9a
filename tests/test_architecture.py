"""The house stands: a room imports only from floors below it, and the light rooms stay light."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def floors() -> dict[str, int]:
    """Read the plan from ARCHITECTURE.md: room → floor."""
    plan = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| ((?:`[\w.]+` ?)+)\|$", plan, re.M)
    return {room: int(floor) for floor, rooms in rows for room in re.findall(r"`([\w.]+)`", rooms)}


FLOOR_OF = floors()


def room_of(module: str) -> str | None:
    parts = module.split(".")
    if parts[0] == "tui":
        return "tui"
    if parts[0] != "core" or len(parts) < 2:
        return None
    return ".".join(parts[:2])


def modules() -> list[tuple[str, Path]]:
    found = []
    for top in ("core", "tui"):
        for path in sorted((ROOT / top).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            found.append((name, path))
    return found


def imports_of(module: str, path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import; rooms are named in full"
            assert node.module is not None
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


@pytest.mark.parametrize(
    ("module", "path"), modules(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_room_imports_only_from_floors_below(module: str, path: Path) -> None:
    own = room_of(module)
    if own is None:
        return
    assert own in FLOOR_OF, f"{module} stands in no room of the plan: redraw ARCHITECTURE.md with it"
    for name in imports_of(module, path):
        other = room_of(name)
        if other is None or other == own or other not in FLOOR_OF:
            continue
        assert FLOOR_OF[other] < FLOOR_OF[own], f"{module} imports {name}: not a floor below"


@pytest.mark.parametrize(
    ("module", "path"), modules(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_core_knows_no_screen(module: str, path: Path) -> None:
    if module.startswith("core"):
        tops = {name.split(".")[0] for name in imports_of(module, path)}
        assert not tops & {"textual", "rich", "tui"}, module


def loaded_after(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return {name.split(".")[0] for name in done.stdout.split()}


def test_importing_any_of_core_loads_nothing_heavy() -> None:
    core = ", ".join(name for name, _ in modules() if name.startswith("core"))
    assert not loaded_after(f"import {core}") & {
        "textual", "rich", "camel_tools", "dateparser", "numpy", "torch", "babel"
    }  # fmt: skip
