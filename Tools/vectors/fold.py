"""The folding of Sources/Khabar/Language/Folding.swift, for the words of vectors.bin (FoldingTests keep both equal)."""
import re
import unicodedata

MAQSURA_WORDS = {"على", "الى", "حتى", "لدى", "متى", "مدى", "سوى"}
DROPPED = re.compile("[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]")
ARABIC = str.maketrans("أإآٱؤئیةکے", "ااااوييهكي")
ARABIC_WORD = re.compile("[\u0621-\u064a\u067e\u0686\u0698\u06a4\u06af]+$")
LATIN_WORD = re.compile("[a-z]+$")


def fold(word):
    """The folded form of one word; digits and marks are not expected."""
    word = DROPPED.sub("", unicodedata.normalize("NFKC", word).translate(ARABIC))
    bare = word[1:] if len(word) > 3 and word[0] in "وف" else word
    if word not in MAQSURA_WORDS and bare not in MAQSURA_WORDS:
        word = word.replace("ى", "ي")
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


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
