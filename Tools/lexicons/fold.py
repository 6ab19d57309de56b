#!/usr/bin/env python3
"""The folding of Sources/Khabar/Language/Folding.swift and Tokenizer.swift, for the words of vectors.bin and table.bin.

    python3 Tools/lexicons/fold.py           write folding.tsv beside this file
    python3 Tools/lexicons/fold.py --check   fail if it would change

folding.tsv has words, their folded forms and their keys. `./check` makes sure that this file still gives them, and
FoldingTests that the program does; so both are the same folding.
"""
import pathlib
import re
import sys

ARABIC_WORD = re.compile("[\u0621-\u064a\u067e\u0686\u0698\u06a4\u06af]+$")
LATIN_WORD = re.compile("[a-z]+$")
MAQSURA_WORDS = {"على", "الى", "حتى", "لدى", "متى", "مدى", "سوى"}
DROPPED = re.compile(
    "[\u00ad\u0300-\u036f\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
# Folded form: what folds to it.
LETTERS = {
    "ا": "أإآٱٲٳٵ", "و": "ؤ", "ي": "ئیېےۓٸ", "ه": "ةہۀەھ", "ك": "کڪ", "ss": "ß", "ae": "Ææ", "oe": "Œœ",
    "a": "ÀÁÂÃÄÅàáâãäåĀāĂăĄą", "c": "ÇçĆćĈĉĊċČč", "d": "ĎďĐđÐð", "e": "ÈÉÊËèéêëĒēĔĕĖėĘęĚě", "g": "ĜĝĞğĠġĢģ",
    "h": "ĤĥĦħ", "j": "Ĵĵ", "k": "Ķķĸ", "w": "Ŵŵ",
    "i": "ÌÍÎÏìíîïĨĩĪīĬĭĮįİı", "l": "ĹĺĻļĽľĿŀŁł", "n": "ÑñŃńŅņŇň", "o": "ÒÓÔÕÖØòóôõöøŌōŎŏŐő", "r": "ŔŕŖŗŘř",
    "s": "ŚśŜŝŞşŠš", "t": "ŢţŤťŦŧ", "u": "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų", "y": "ÝýÿŶŷŸ", "z": "ŹźŻżŽž",
}
# Presentation forms: first code point of a letter's two or four joining forms.
RUNS = [
    (0xFB56, "پ", 4), (0xFB7A, "چ", 4), (0xFB8E, "ك", 4), (0xFB92, "گ", 4), (0xFBFC, "ي", 4), (0xFE80, "ء", 1),
    (0xFE81, "ا", 4), (0xFE85, "و", 2), (0xFE87, "ا", 2), (0xFE89, "ي", 4), (0xFE8D, "ا", 2), (0xFE8F, "ب", 4),
    (0xFE93, "ه", 2), (0xFE95, "ت", 4), (0xFE99, "ث", 4), (0xFE9D, "ج", 4), (0xFEA1, "ح", 4), (0xFEA5, "خ", 4),
    (0xFEA9, "د", 2), (0xFEAB, "ذ", 2), (0xFEAD, "ر", 2), (0xFEAF, "ز", 2), (0xFEB1, "س", 4), (0xFEB5, "ش", 4),
    (0xFEB9, "ص", 4), (0xFEBD, "ض", 4), (0xFEC1, "ط", 4), (0xFEC5, "ظ", 4), (0xFEC9, "ع", 4), (0xFECD, "غ", 4),
    (0xFED1, "ف", 4), (0xFED5, "ق", 4), (0xFED9, "ك", 4), (0xFEDD, "ل", 4), (0xFEE1, "م", 4), (0xFEE5, "ن", 4),
    (0xFEE9, "ه", 4), (0xFEED, "و", 2), (0xFEEF, "ى", 2), (0xFEF1, "ي", 4), (0xFEF5, "لا", 8),
]
# Letters and vowel signs of Arabic words.
ARABIC_LETTERS = re.compile("[\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06ee-\u06ff\u0750-\u077f\ufb50-\ufd3d\ufe70-\ufefc]")
FOLDED = {ord(letter): folded for folded, letters in LETTERS.items() for letter in letters}
FOLDED |= {start + form: letter for start, letter, forms in RUNS for form in range(forms)}
FOLDED |= {letter: chr(letter + 32) for letter in range(ord("A"), ord("Z") + 1)}
FOLDED |= {first + digit: str(digit) for first in (0x660, 0x6F0) for digit in range(10)}

TABLE = pathlib.Path(__file__).with_name("folding.tsv")
# Every kind of letter, mark and exception.
SAMPLES = """
    على وعلى فعلى علي إلى حتى وحتى لدى متى مدى سوى مستشفى أخرى رؤى ليلى وليلى عُلى أحمد إيران آب ٱلله مسؤول رئيس ئيس مدرسة
    مَدْرَسَةٌ العـــراق مسؤولَين خُمُس وزيرًا کتاب گوگل پاریس چین ژاله ڤيينا یزدي خانه‌ها ہے ۀ ڪتاب ٲ ەرێم ﻻ ﻷ ﻼﻡ ﻣﺴﻘﻂ ﺇﻳﺮﺍﻥ ﺔ ﻰ
    ﭼﺎﭖ ﮔﻞ ﻋﻠﻰ ء هيئة شيء بدء مئة Muscat MACRON Straße Æther Œuvre Zürich Łódź Đorđe İstanbul ısı Çeşme São Ångström Ñandú naïve
    Ýmir Žižek Ĵurnalo Ħamrun Ŵaun Ķekava Kraków re\u0301sume\u0301 co\u00adoperate \u200fخبر خبر\u200e المـَوْصِـل
""".split()


def fold(word):
    """The folded form of one word."""
    word = DROPPED.sub("", word).translate(FOLDED)
    bare = word[1:] if len(word) > 3 and word[0] in "وف" else word
    return word if bare in MAQSURA_WORDS else word.replace("ى", "ي")


def key(folded):
    """FNV-1a, 64 bits, with the finalizer of MurmurHash3 (Folding.swift, `Key`)."""
    mask = (1 << 64) - 1
    h = 0xCBF29CE484222325
    for byte in folded.encode():
        h = (h ^ byte) * 0x100000001B3 & mask
    h ^= h >> 33
    h = h * 0xFF51AFD7ED558CCD & mask
    h ^= h >> 33
    h = h * 0xC4CEB9FE1A85EC53 & mask
    return h ^ h >> 33


def main():
    head = "# Made by Tools/lexicons/fold.py: word, folded form, key.\n"
    text = head + "".join(f"{word}\t{fold(word)}\t{key(fold(word)):016x}\n" for word in SAMPLES)
    if sys.argv[1:] == ["--check"]:
        sys.exit(None if TABLE.read_text() == text else f"{TABLE.name} is not what fold.py makes; run it without --check")
    TABLE.write_text(text)


if __name__ == "__main__":
    main()
