"""What codes are called, and codes as a person types them."""

from core.codebook.cameo import Code, cameo_codes, name_of
from core.codebook.typed import offered_cameo, offered_categories, typed_cameo, typed_category

__all__ = [
    "Code",
    "cameo_codes",
    "name_of",
    "offered_cameo",
    "offered_categories",
    "typed_cameo",
    "typed_category",
]
