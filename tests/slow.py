"""Tests that take long, and whose promise others keep watch over as well: run where they are asked for."""

import os

import pytest

VARIABLE = "MEDIATION_TUI_SLOW_TESTS"
slow = pytest.mark.skipif(not os.environ.get(VARIABLE), reason=f"takes long; {VARIABLE}=1 runs it")
