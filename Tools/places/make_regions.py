#!/usr/bin/env python3
"""Makes Lexicons/{ar,en}/regions.tsv, the provinces that places lie in, of Tools/places/regions.tsv.

    python3 Tools/places/make_regions.py           write them
    python3 Tools/places/make_regions.py --check   fail if one would change

A row of the source is Arabic forms, English forms (several parted by |), what the place is (r the province itself, t a town,
district or camp, a an area that is no town) and the code of the country, a colon and the name of the province. A row of the
lists is a form and three fields for each place of that name: province, what it is, and a name of the place itself that both
languages share.
"""
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
LEXICONS = HERE.parent.parent / "Lexicons"
sys.path.insert(0, str(HERE.parent / "lexicons"))
from make_table import form_keys  # noqa: E402


def main():
    lists = {"ar": {}, "en": {}}
    for line in (HERE / "regions.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        arabic, english, kind, province = line.split("\t")
        place = re.sub(r"[^a-z0-9]+", "-", english.split("|")[0].lower()).strip("-")
        for language, forms in (("ar", arabic), ("en", english)):
            for form in filter(None, (form.strip() for form in forms.split("|"))):
                rows = lists[language].setdefault(form_keys(form)[1], (form, []))[1]
                if (province, kind, place) not in rows:
                    rows.append((province, kind, place))
    for language, rows in lists.items():
        lines = ["\t".join([form, *(field for row in found for field in row)]) for form, found in sorted(rows.values())]
        head = "# Provinces: form, then province, kind and place. Made by Tools/places/make_regions.py; edit Tools/places/regions.tsv."
        path, text = LEXICONS / language / "regions.tsv", "\n".join([head, *lines]) + "\n"
        if sys.argv[1:] != ["--check"]:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            sys.exit(f"{path} is not what its source gives; run {sys.argv[0]}")


main()
