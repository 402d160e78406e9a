"""Which form of a counted noun a number wants: the plural rules of Unicode CLDR."""

from __future__ import annotations

ARABIC = ("zero", "one", "two", "few", "many", "other")
"""Arabic has all six categories of CLDR (supplemental/plurals.xml, type cardinal, locale ar)."""


def arabic(count: int) -> str:
    """Return the plural category of a whole number in Arabic.

    CLDR, cardinal rules of `ar`: zero: n = 0; one: n = 1; two: n = 2; few: n % 100 = 3..10; many:
    n % 100 = 11..99; other: all else (100, 101, 102, 200 …). The noun is then singular, dual, plural
    («ثلاثة أحداث»), accusative singular («11 حدثًا») and genitive singular («مئة حدث»).
    """
    if count in (0, 1, 2):
        return ARABIC[count]
    rest = abs(count) % 100
    return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"
