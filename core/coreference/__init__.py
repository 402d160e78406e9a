"""One happening told several times: which tellings belong together, and where they disagree."""

from core.coreference.merge import corroboration, merge

__all__ = ["corroboration", "merge"]
