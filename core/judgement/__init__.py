"""What a person says of events: marks, notes, corrections, events of their own; kept apart from the analysis.

`Judgement` is all that is said of one event; `apply` lays it over what was extracted. `Notebook` keeps it.
A screen asks a `core.book.Book` for all of this.
"""

from core.judgement.adding import AddedError
from core.judgement.applying import apply, person_date
from core.judgement.dating import DateError, given_date
from core.judgement.parts import PartError, read_part, write_part
from core.judgement.saying import Added, Aspect, Edit, GivenDate, Judgement, Said, Step, Told

__all__ = [
    "Added",
    "AddedError",
    "Aspect",
    "DateError",
    "Edit",
    "GivenDate",
    "Judgement",
    "PartError",
    "Said",
    "Step",
    "Told",
    "apply",
    "given_date",
    "person_date",
    "read_part",
    "write_part",
]
