#!/usr/bin/env python3
"""Fits the weights of Sources/Khabar/Extraction/NameLikeness.swift: how far a word vector leans towards the names of people.

    .build-relation/bin/python Tools/vectors/name_likeness.py           print the weights, and how well they do
    .build-relation/bin/python Tools/vectors/name_likeness.py --write   put them into the source too

A logistic regression (L2) over the vectors of Lexicons/vectors.bin: the names of Lexicons/*/names.tsv that are no common words
against the words of the other lists and 20,000 rows drawn with a fixed seed. Beside it the area under the ROC curve of five-fold
cross-validation. Weights are rounded to integers, so that the program adds no floating-point numbers.
"""
import argparse
import pathlib
import re
import struct
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import cross_val_predict

ROOT = pathlib.Path(__file__).parents[2]
SOURCE = ROOT / "Sources/Khabar/Extraction/NameLikeness.swift"
SCALE = 64
sys.path.insert(0, str(ROOT / "Tools/lexicons"))
from fold import fold, key


def vectors():
    """The row of each key, and the rows."""
    data = (ROOT / "Lexicons/vectors.bin").read_bytes()
    words, dimensions = struct.unpack("<II", data[4:12])
    keys = np.frombuffer(data, "<u8", words, 64)
    rows = np.frombuffer(data, "<u4", words, 64 + 8 * words)
    table = np.frombuffer(data, "i1", words * dimensions, 64 + 13 * words).reshape(words, dimensions)
    return {int(k): int(r) for k, r in zip(keys, rows)}, table.astype(np.float64)


def entries(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        word, *fields = line.split("\t")
        if fields and not line.startswith("#") and " " not in word:
            yield fold(word), fields[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the weights into the source")
    options = parser.parse_args()
    row, table = vectors()
    names, common, others = set(), set(), set()
    for path in sorted((ROOT / "Lexicons").glob("*/*.tsv")):
        for word, code in entries(path):
            found = row.get(key(word))
            if found is not None:
                (others if path.stem != "names" else names if code in ("g", "s") else common).add(found)
    others -= names | common
    rest = np.array(sorted(set(range(len(table))) - names - common - others))
    drawn = np.random.default_rng(1).choice(rest, 20_000, replace=False)
    rows = np.concatenate([sorted(names), sorted(others), drawn])
    labels = np.array([1] * len(names) + [0] * (len(others) + len(drawn)))
    weights = np.array([20.0] * len(names) + [2.0] * len(others) + [1.0] * len(drawn))
    model = LogisticRegression(C=1, max_iter=5000)
    told = cross_val_predict(model, table[rows] / 127, labels, method="decision_function", params={"sample_weight": weights})
    print(f"{len(names)} names; area under the curve, five-fold: {roc_auc_score(labels, told):.3f}")
    model.fit(table[rows] / 127, labels, sample_weight=weights)
    numbers = [round(SCALE * weight) for weight in model.coef_[0]]
    start = round(SCALE * 127 * model.intercept_[0])
    lines = [", ".join(map(str, numbers[at : at + 16])) for at in range(0, len(numbers), 16)]
    print("\n".join(lines), start, sep="\n")
    if options.write:
        text = SOURCE.read_text(encoding="utf-8")
        block = "".join(f"    {line},\n" for line in lines)
        text = re.sub(r"(weights: \[Int32\] = \[\n)[^\]]*(  \])", rf"\g<1>{block}\g<2>", text)
        text = re.sub(r"(start = )-?[\d_]+", rf"\g<1>{start:_}", text)
        SOURCE.write_text(text, encoding="utf-8")


main()
