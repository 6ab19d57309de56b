#!/usr/bin/env python3
"""Trains the weights of the relation: Lexicons/relation-news.bin and relation-ans.bin.

    python3 -m venv .build-relation && .build-relation/bin/pip install -r Tools/relation/requirements.txt
    Tools/build
    .build-relation/bin/python Tools/relation/train.py news ../shared/eval/train_statements.jsonl Tools/relation/statements.jsonl
    .build-relation/bin/python Tools/relation/train.py ans ../shared/eval/ans_train.jsonl

Each line of the training data has "id", "a", "b" and a label ("relation" or "stance"). The features are the program's
own (`khabar relate --features`), so there is one definition of them, in Sources/Khabar/Comparison/Features.swift. Gradient
boosting (Friedman 2001) by LightGBM and a network of one hidden layer by scikit-learn, whose logits are averaged: each
sees what the other misses. Of `ans` the trees see the vectors of what stands open on either side too, and a logistic
regression over the words that stand on one side only adds what they say for one class. Five-fold cross-validation on the same data sets how much each class counts, for
macro-F1 (of `news` the mean of that of its classes and of shared, conflicting, different), and how sharp the
probabilities are, for the least log loss. `--measure` prints the cross-validated figures and writes nothing.

Format, little endian: "KHW3", u8 classes, u8 depth, u16 rounds, u16 units, u8 bits of a word, u8 class that words speak for,
4 zero bytes; i16 start of each class; then for
every class its complete trees, one a round and eight side by side: the first node of eight trees, their second nodes, ...,
2^depth - 1 nodes of u16 feature and i16 threshold (left when feature <= threshold), then their 2^depth leaves of i16 in the
same way; then for every unit i32 bias and an i32 weight of each feature with a name, in 2^-24 of a logit;
then for every class i32 bias and an i32 weight of each unit, in 2^-6; then, unless the bits are 0, an i16 for each of the 2^bits
places of a word. Starts, leaves, words and the biases of the classes are
thousandths of a logit, and so is a unit times a weight of a class. Beside it stands NAME.json with the provenance.
"""
import argparse
import hashlib
import itertools
import json
import math
import os
import pathlib
import re
import struct
import subprocess
import warnings

import lightgbm
import numpy as np
import scipy.sparse
import sklearn
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold
from sklearn.neural_network import MLPClassifier

warnings.simplefilter("ignore", ConvergenceWarning)

ROOT = pathlib.Path(__file__).parents[2]
NEWS = ["equivalent", "a_more_specific", "b_more_specific", "overlapping", "conflicting", "different"]
SETTINGS = {
    # classes in the order of the file; which of them count as one in the coarse figure; label of the line; rounds, depth,
    # learning rate, share of the features a tree looks at, least pairs in a leaf, mirrored copies, the class that words speak
    # for (None: neither words nor vectors), units of the hidden layer of each network, models that are averaged
    "news": (NEWS, [0, 0, 0, 0, 1, 2], "relation", 200, 2, 0.06, 0.4, 10, True, None, 12, 3),
    "ans": (["agree", "disagree", "other"], [0, 1, 2], "stance", 200, 5, 0.03, 0.2, 10, False, "agree", 12, 8),
}
# Features that the weights do not use. Held out, the coarse figure of `news` is 0.756 with the first and 0.762 without it, that of `ans` 0.815
# with the second and 0.821 without it.
LEFT_OUT = {"news": ["scaledAlike"], "ans": ["sentenceCosine"]}
# Weight decay of each network, passes over the data, learning rate, and its share of the logits.
DECAY, PASSES, RATE, SHARE = 0.5, 40, 0.005, 0.5
# Bits of the place of a word, in how many pairs it must stand, and how freely a word may be weighed (C of scikit-learn).
BITS, LEAST, FREEDOM = 15, 2, 0.6
# What a class weight of one logit must be worth in the sum of both figures.
PRICE = 0.01
MIRRORED = {"a_more_specific": "b_more_specific", "b_more_specific": "a_more_specific"}


def feature_names():
    source = (ROOT / "Sources/Khabar/Comparison/Features.swift").read_text()
    return [n.strip() for line in re.findall(r"^    case ([a-zA-Z, ]+)$", source, re.M) for n in line.split(",")]


def features(program, lines):
    """The feature rows of labelled lines, in their order, and which words stand on one side only."""
    wanted = {"lang": "language", "published": "published"}
    rows = []
    for line in lines:
        row = {"id": line["id"], "a": line["a"], "b": line["b"]}
        for (old, new), side in itertools.product(wanted.items(), "ab"):
            if line.get(f"{old}_{side}"):
                row[new + side.upper()] = line[f"{old}_{side}"]
        rows.append(json.dumps(row, ensure_ascii=False))
    command = [program, "relate", "--features"]
    out = subprocess.run(command, input="\n".join(rows) + "\n", capture_output=True, text=True, check=True).stdout
    found = [json.loads(line) for line in out.splitlines()]
    return np.array([line["features"] for line in found], dtype=np.float64), table([line["words"] for line in found])


def table(words):
    """A row for each pair, a column for each place of a word."""
    places = [sorted({word >> 16 - BITS for word in row}) for row in words]
    ends = np.cumsum([0, *map(len, places)])
    return scipy.sparse.csr_matrix(
        (np.ones(ends[-1]), np.array(list(itertools.chain(*places)), dtype=int), ends), shape=(len(words), 1 << BITS)
    )


def families(lines):
    """The number of the family of each line: statements that stand in several lines tie these together."""
    parent = {}

    def head(text):
        while parent.setdefault(text, text) != text:
            text = parent[text]
        return text

    for line in lines:
        parent[head(line["a"])] = head(line["b"])
    numbers = {}
    return np.array([numbers.setdefault(head(line["a"]), len(numbers)) for line in lines])


def mirrored(rows, names):
    """The same pairs with A and B exchanged."""
    at = {name: index for index, name in enumerate(names)}
    result = rows.copy()
    for name in names:
        if name.endswith("A") and name[:-1] + "B" in at:
            a, b = at[name], at[name[:-1] + "B"]
            result[:, a], result[:, b] = rows[:, b], rows[:, a]
    result[:, at["coverageGap"]] *= -1
    ratio = rows[:, at["lengthRatio"]]
    result[:, at["lengthRatio"]] = np.where(ratio > 0, np.minimum(32000, 1e6 / np.maximum(ratio, 1)), 0)
    return result


class Model:
    """Trees and a network over the same features, and what words say for one class."""

    def __init__(self, rows, words, labels, names, settings, seed):
        classes, _, _, rounds, depth, rate, share, leaf, with_mirror, spoken_for, units, _ = settings
        self.words = np.zeros((1 << BITS, len(classes)))
        if spoken_for:
            often = np.asarray(words.sum(axis=0)).ravel() >= LEAST
            fitted = LogisticRegression(C=FREEDOM, solver="liblinear").fit(words[:, often], labels == spoken_for)
            self.words[often, classes.index(spoken_for)] = fitted.coef_[0]
        if with_mirror:
            rows = np.vstack([rows, mirrored(rows, names)])
            labels = np.concatenate([labels, [MIRRORED.get(x, x) for x in labels]])
        gold = [classes.index(label) for label in labels]
        # The vectors behind the features with a name are for trees only.
        self.named = len(names)
        self.seen = rows.shape[1] if spoken_for else self.named
        self.trees = lightgbm.LGBMClassifier(
            n_estimators=rounds, max_depth=depth, num_leaves=2**depth, learning_rate=rate, subsample=0.7,
            subsample_freq=1, colsample_bytree=share, min_child_samples=leaf, random_state=seed, n_jobs=1,
            deterministic=True, force_row_wise=True, verbose=-1,
        ).fit(rows[:, : self.seen], gold)
        rows = rows[:, : self.named]
        self.mean, deviation = rows.mean(axis=0), rows.std(axis=0)
        # A feature that is hardly ever there would weigh more than its unit can tell.
        self.scale = np.maximum(deviation, 20)
        self.network = MLPClassifier(
            (units,), alpha=DECAY, max_iter=PASSES, learning_rate_init=RATE, batch_size=64, random_state=seed
        ).fit((rows - self.mean) / self.scale, gold)

    def logits(self, rows, words):
        first, second = self.network.coefs_
        named = (rows[:, : self.named] - self.mean) / self.scale
        hidden = np.maximum(0, named @ first + self.network.intercepts_[0])
        return (1 - SHARE) * self.trees.booster_.predict(rows[:, : self.seen], raw_score=True) + SHARE * (
            hidden @ second + self.network.intercepts_[1]
        ) + words @ self.words


def out_of_fold(rows, words, labels, groups, names, settings):
    """The logits of each pair from models that have seen no statement of its family, averaged over the seeds."""
    classes, models = settings[0], settings[-1]
    logits = np.zeros((len(labels), len(classes)))
    # Where no statement stands in two pairs, the classes can be spread evenly.
    folds = StratifiedKFold if len(set(groups)) == len(groups) else StratifiedGroupKFold
    for seed in range(1, models + 1):
        for train, test in folds(5, shuffle=True, random_state=seed).split(rows, labels, None if folds is StratifiedKFold else groups):
            model = Model(rows[train], words[train], labels[train], names, settings, seed)
            logits[test] += model.logits(rows[test], words[test]) / models
    return logits


def figures(logits, gold, coarse):
    """Macro-F1 of the classes and of the coarse classes."""
    coarse = np.array(coarse)
    found = logits.argmax(axis=1)
    return f1_score(gold, found, average="macro"), f1_score(coarse[gold], coarse[found], average="macro")


def class_weights(logits, gold, coarse, classes):
    """What to add to the logit of each class for the best macro-F1; one number for classes that are each other's mirror."""
    added = np.zeros(len(classes))
    kinds = [name.replace("b_more", "a_more") for name in classes]
    moves = [np.array([float(kind == other) for other in kinds]) for kind in dict.fromkeys(kinds)]
    # Coarse steps, two passes and a price: the figures are noisy, and a fine search would fit the noise.
    for _ in range(2):
        for move in moves:
            steps = [added + move * step for step in (-0.4, -0.2, 0, 0.2, 0.4)]
            added = max(steps, key=lambda extra: round(sum(figures(logits + extra, gold, coarse)) - PRICE * abs(extra).sum(), 6))
    return added


def log_loss(logits, gold):
    shifted = logits - logits.max(axis=1, keepdims=True)
    return float(np.mean(np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(gold)), gold]))


def calibration(logits, gold):
    """How far the probability of the answer is from how often it is right, as the mean over ten bins weighted by size."""
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    sure = (shares / shares.sum(axis=1, keepdims=True)).max(axis=1)
    right = logits.argmax(axis=1) == gold
    bins = np.minimum((sure * 10).astype(int), 9)
    return sum(abs(sure[bins == b].sum() - right[bins == b].sum()) for b in range(10)) / len(gold)


def complete(node, depth, scale, used):
    """The nodes and leaves of a tree filled up to its full depth, breadth first, with the places of the features it uses."""
    inner, level = [], [node]
    for _ in range(depth):
        below = []
        for at in level:
            if "leaf_value" in at:
                inner.append((0, 32767))
                below += [at, at]
            else:
                assert at["decision_type"] == "<="
                inner.append((used[at["split_feature"]], math.floor(at["threshold"])))
                below += [at["left_child"], at["right_child"]]
        level = below
    leaves = [max(-32768, min(32767, round(at["leaf_value"] * scale))) for at in level]
    return [struct.pack("<Hh", f, max(-32768, min(32767, t))) for f, t in inner] + [struct.pack("<h", leaf) for leaf in leaves]


def side_by_side(trees):
    """The nodes and leaves of eight trees and of the next eight, in each the first ones of all of them, then the second ones."""
    assert len(trees) % 8 == 0, "eight trees are looked up at a time"
    return b"".join(part for at in range(0, len(trees), 8) for parts in zip(*trees[at : at + 8]) for part in parts)


def write(path, models, settings, added, sharpness, used, named):
    """Writes the weights of models that use some of the features, of which so many have a name."""
    classes, _, _, rounds, depth = settings[:5]
    spoken_for, units = settings[-3:-1]
    bits, index = (BITS, classes.index(spoken_for)) if spoken_for else (0, 0)
    counts = len(classes), depth, rounds * len(models), units * len(models), bits, index
    with open(path, "wb") as out:
        out.write(struct.pack("<4sBBHHBB4x", b"KHW3", *counts))
        out.write(struct.pack(f"<{len(classes)}h", *(round(x * sharpness * 1000) for x in added)))
        trees = [tree for model in models for tree in model.trees.booster_.dump_model()["tree_info"]]
        assert len(trees) == rounds * len(models) * len(classes), "a tree for each round and class"
        filled = [
            complete(tree["tree_structure"], depth, (1 - SHARE) * sharpness * 1000 / len(models), used) for tree in trees
        ]
        for index in range(len(classes)):
            out.write(side_by_side(filled[index :: len(classes)]))
        for model in models:
            rows = np.zeros((named, units))
            rows[used[: model.named]] = model.network.coefs_[0] / model.scale[:, None]
            bias = model.network.intercepts_[0] - model.mean @ rows[used[: model.named]]
            for unit in range(units):
                out.write(integers([bias[unit], *rows[:, unit]], 1 << 24))
        scale = SHARE * sharpness * 1000 / len(models)
        for index in range(len(classes)):
            out.write(integers([sum(model.network.intercepts_[1][index] for model in models)], scale))
            for model in models:
                out.write(integers(model.network.coefs_[1][:, index], scale * 64))
        if spoken_for:
            # The words know no seed: every model has the same.
            column = models[0].words[:, classes.index(spoken_for)] * sharpness * 1000
            out.write(struct.pack(f"<{len(column)}h", *(max(-32768, min(32767, round(x))) for x in column)))


def integers(values, scale):
    return struct.pack(f"<{len(values)}i", *(round(float(value) * scale) for value in values))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", choices=SETTINGS)
    parser.add_argument("data", type=pathlib.Path, nargs="+")
    parser.add_argument("--program", default=os.environ.get("KHABAR_BIN", str(ROOT / ".build/release/khabar")))
    parser.add_argument("--measure", action="store_true", help="print the figures, write nothing")
    options = parser.parse_args()
    settings = SETTINGS[options.name]
    classes, coarse, label = settings[:3]
    names = feature_names()
    lines = [json.loads(line) for path in options.data for line in path.read_text().splitlines()]
    labels = np.array([line[label] for line in lines])
    gold = np.array([classes.index(x) for x in labels])
    rows, words = features(options.program, lines)
    named = len(names)
    used = [place for place in range(rows.shape[1]) if place >= named or names[place] not in LEFT_OUT[options.name]]
    rows, names = rows[:, used], [name for name in names if name not in LEFT_OUT[options.name]]
    logits = out_of_fold(rows, words, labels, families(lines), names, settings)
    added = class_weights(logits, gold, coarse, classes)
    sharpness = min((x / 20 for x in range(10, 41)), key=lambda x: log_loss((logits + added) * x, gold))
    plain, best = figures(logits, gold, coarse), figures(logits + added, gold, coarse)
    report = {
        "crossValidatedMacroF1": f"{best[0]:.4f}", "crossValidatedCoarseMacroF1": f"{best[1]:.4f}",
        "withoutClassWeights": [f"{x:.4f}" for x in plain], "classWeights": dict(zip(classes, (f"{x:.1f}" for x in added))),
        "sharpness": f"{sharpness:.2f}", "calibrationError": f"{calibration((logits + added) * sharpness, gold):.3f}",
    }
    print(json.dumps(report, indent=1))
    if options.measure:
        return
    path = ROOT / "Lexicons" / f"relation-{options.name}.bin"
    models = [Model(rows, words, labels, names, settings, seed) for seed in range(1, settings[-1] + 1)]
    write(path, models, settings, added, sharpness, used, named)
    provenance = {
        "data": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in options.data},
        "pairs": len(lines), "classes": classes, "features": names, "lightgbm": lightgbm.__version__,
        "scikit-learn": sklearn.__version__, **report,
    }
    path.with_suffix(".json").write_text(json.dumps(provenance, indent=1, ensure_ascii=False) + "\n")
    print(f"{path}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
