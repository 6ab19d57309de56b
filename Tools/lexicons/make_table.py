#!/usr/bin/env python3
"""Makes Lexicons/table.bin, all word lists as one hash table that is read where it lies in the binary.

    python3 Tools/lexicons/make_table.py           write it
    python3 Tools/lexicons/make_table.py --check   fail if it would change

A row of `Lexicons/{ar,en}/<category>.tsv` is a form, a tab and a value. The form is cut into words and folded as the
program does it (Tokenizer.swift); a phrase has the key of its words joined.

The format, all integers little-endian:

    "KHL1", then u32: bits of the number of slots, number of rows, bytes of values, place of the filter, then zeros up to
            64 bytes
    slots   u64 key (0: free), u32 first row (of one category the row itself), u32 bits: a category each, and from bit 28 the
            words of the longest phrase that begins with this word; open addressing from the low bits of the key
    rows    u32: place in the values << 8 | length; a slot has one row for each of its categories, in their order
    values  UTF-8
    filter  2,048 bytes; the bit of the low 14 bits of a salted key is set where a list kept aside has a word, or the first
            word of a phrase, with that key, or one whose last four bytes have it. Most words are in none of these lists,
            and a bit tells so, of an Arabic one with whatever may be written onto it.
    keys    16,384 bytes; the bit of the high 17 bits of every key. Most readings of a word are in no list, and a bit that lies
            near tells so of seven in eight, where a slot may lie far.
"""
import pathlib
import struct
import sys

from fold import ARABIC_LETTERS, fold, key

ROOT = pathlib.Path(__file__).resolve().parents[2] / "Lexicons"
TABLE = ROOT / "table.bin"
LANGUAGES = sorted((path.name for path in ROOT.iterdir() if path.is_dir()), reverse=True)
LISTS = sorted(path.stem for path in (ROOT / "en").glob("*.tsv"))
LONGEST_PHRASE = 12
# Lists that only the rules of difference ask for. Their keys are salted, so that a word in them hides no row of its base form.
ASIDE = {"denials", "labels", "moods", "notices", "quantifiers"}
SALT = 0x6B68616261722121
# Words for one thing or event, for which only the comparison asks, word by word: they need no filter.
CONCEPTS, CONCEPT_SALT = "concepts", 0x636F6E6365707473
# The provinces that places lie in stand in the room of the places, under keys of their own: rules ask for them, and nothing that is
# read is a place because this list has it.
REGIONS, REGION_SALT = "regions", 0x726567696F6E7321
CATEGORIES = [name for name in LISTS if name != REGIONS]
MASK = (1 << 64) - 1


def is_latin(letter):
    return letter.isalpha() and ord(letter) < 0x250


def joins(form, at, letters):
    """Whether a mark joins a Latin word: an apostrophe between letters (but not "'s"), a dot of "U.S."."""
    following = form[at + 1 : at + 3].ljust(2)
    if not is_latin(following[0]):
        return form[at] == "." and letters > 1 and form[at - 2 : at - 1] == "."
    if form[at] in "'’":
        return following[0] not in "sS" or following[1].isalpha()
    return form[at] == "." and (letters == 1 or form[at - 2] == ".") and following[1] == "."


def words(form):
    """The folded words and numbers of a form."""
    at = 0
    while at < len(form):
        start = at
        if is_latin(form[at]):
            letters = 0
            word = ""
            while at < len(form) and (
                is_latin(form[at]) or form[at].isdecimal() or form[at] in ".'’" and joins(form, at, letters)
            ):
                letters += is_latin(form[at])
                word += form[at] if form[at] not in "'’" else ""
                at += 1
            yield fold(word)
        elif ARABIC_LETTERS.match(form[at]):
            while at < len(form) and ARABIC_LETTERS.match(form[at]):
                at += 1
            yield fold(form[start:at])
        elif form[at].isdecimal():
            while at < len(form) and form[at].isdecimal():
                at += 1
            yield fold(form[start:at])
        else:
            at += 1


def finish(value):
    value ^= value >> 33
    value = value * 0xFF51AFD7ED558CCD & MASK
    value ^= value >> 33
    value = value * 0xC4CEB9FE1A85EC53 & MASK
    return value ^ value >> 33


def tail_key(word):
    """The key of the last two letters of a folded word, which are four bytes of an Arabic one."""
    return key(word[-2:])


def form_keys(form):
    """The key of the first word, of the whole form, and the number of words."""
    keys = [key(word) for word in words(form)]
    whole = keys[0]
    for word in keys[1:]:
        whole = finish((whole * 31 + word) & MASK)
    return keys[0], whole, len(keys)


def read():
    """{key: {category: value}}, later rows over earlier ones, {key of a first word: words of its longest phrase}, and the
    first keys of the lists kept aside."""
    rows, phrases, roles, asides = {}, {}, [], set()
    for language in LANGUAGES:
        for category in LISTS:
            number = CATEGORIES.index("places" if category == REGIONS else category)
            values = {}
            for line in (ROOT / language / f"{category}.tsv").read_text().splitlines():
                if not line or line.startswith("#"):
                    continue
                form, _, value = line.partition("\t")
                first, whole, count = form_keys(form)
                # Two spellings of one folded form: the later row would silently take the place of the other one.
                known = values.setdefault(whole, (form, value))
                assert known[1] == value, f"{language}/{category}.tsv: {known[0]} and {form} are one form with two values"
                if category in ASIDE:
                    asides |= {first ^ SALT, tail_key(next(words(form))) ^ SALT}
                    first, whole = first ^ SALT, whole ^ SALT
                if category == CONCEPTS:
                    first, whole = first ^ CONCEPT_SALT, whole ^ CONCEPT_SALT
                if category == REGIONS:
                    first, whole = first ^ REGION_SALT, whole ^ REGION_SALT
                rows.setdefault(whole, {})[number] = value.encode()
                if count > 1:
                    phrases[first] = max(phrases.get(first, 0), min(count, LONGEST_PHRASE))
                if category == "roles" and count == 1 and form.startswith("ال") and len(form) > 3:
                    roles.append(form)
    join_bare_forms(rows, roles)
    return rows, phrases, asides


def join_bare_forms(rows, roles):
    """A role that is listed with its article ("الأمين") must not hide the other lists' rows of the bare word, as in
    "العام الماضي"; where another list has the form itself ("الاثنين"), it knows better."""
    mine = {CATEGORIES.index(name) for name in ("roles", "speakers", "opposites")}
    for form in roles:
        whole, bare = rows[form_keys(form)[1]], rows.get(form_keys(form[2:])[1], {})
        if whole.keys() <= mine and not bare.keys() <= whole.keys():
            rows[form_keys(form)[1]] = bare | whole


def table():
    rows, phrases, asides = read()
    keys = sorted(rows.keys() | phrases.keys())
    bits = 10
    while (1 << bits) * 3 < len(keys) * 4:
        bits += 1
    slots = [(0, 0, 0)] * (1 << bits)
    values, places, flat = bytearray(), {}, []
    for one in keys:
        place = one & (1 << bits) - 1
        while slots[place][0]:
            place = place + 1 & (1 << bits) - 1
        mine = sorted(rows.get(one, {}).items())
        slots[place] = (one, len(flat), sum(1 << number for number, _ in mine) | phrases.get(one, 0) << 28)
        for _, value in mine:
            if value not in places:
                places[value] = len(values)
                values += value
            assert len(value) < 256 and places[value] < 1 << 24
        rows_of_slot = [places[value] << 8 | len(value) for _, value in mine]
        if len(mine) == 1:
            slots[place] = (one, rows_of_slot[0], slots[place][2])
        else:
            flat += rows_of_slot
    assert len(CATEGORIES) <= 28
    size = 64 + len(slots) * 16 + len(flat) * 4 + len(values)
    head = struct.pack("<4sIIII", b"KHL1", bits, len(flat), len(values), size).ljust(64, b"\0")
    body = b"".join(struct.pack("<QII", *slot) for slot in slots) + struct.pack(f"<{len(flat)}I", *flat) + values
    filter_ = bytearray(2048)
    for one in asides:
        filter_[(one & 0x3FFF) >> 3] |= 1 << (one & 7)
    known = bytearray(1 << 14)
    for one in keys:
        known[one >> 50] |= 1 << (one >> 47 & 7)
    return head + body + filter_ + known


def main():
    made = table()
    if sys.argv[1:] == ["--check"]:
        is_current = TABLE.exists() and TABLE.read_bytes() == made
        sys.exit(None if is_current else f"{TABLE} is not what the word lists give; run {sys.argv[0]}")
    if not TABLE.exists() or TABLE.read_bytes() != made:
        TABLE.write_bytes(made)


if __name__ == "__main__":
    main()
