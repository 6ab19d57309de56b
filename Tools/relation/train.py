#!/usr/bin/env python3
"""Trains the weights of the relation: Lexicons/relation-news.bin and relation-ans.bin.

    python3 -m venv .build-relation && .build-relation/bin/pip install -r Tools/relation/requirements.txt
    swift build -c release --product khabar
    .build-relation/bin/python Tools/relation/train.py news ../shared/eval/train_statements.jsonl
    .build-relation/bin/python Tools/relation/train.py ans ../shared/eval/ans_train.jsonl

Each line of the training data has "id", "a", "b" and a label ("relation" or "stance"). The features are the program's
own (`khabar relate --features`), so there is one definition of them, in Sources/Khabar/Comparison/Features.swift. Gradient
boosting (Friedman 2001); how much each class counts is set by five-fold cross-validation on the same data, for macro-F1.

Format, little endian: "KHW1", u8 classes, u8 depth, u16 rounds, 8 zero bytes; i16 start of each class; then for every
round and class one complete tree: 2^depth - 1 nodes of u16 feature and i16 threshold (left when feature <= threshold),
2^depth leaves of i16. Starts and leaves are thousandths of a logit. Beside it stands NAME.json with the provenance.
"""
import argparse
import hashlib
import itertools
import json
import math
import pathlib
import re
import struct
import subprocess

import numpy as np
import sklearn
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

ROOT = pathlib.Path(__file__).parents[2]
SETTINGS = {
    # classes in the order of the file, label of the line, rounds, depth, learning rate, share of the features a split
    # looks at, mirrored copies, models that are averaged
    "news": (
        ["equivalent", "a_more_specific", "b_more_specific", "overlapping", "conflicting", "different"],
        "relation", 120, 3, 0.06, 0.4, True, 3,
    ),
    "ans": (["agree", "disagree", "other"], "stance", 300, 5, 0.03, 0.2, False, 5),
}
MIRRORED = {"a_more_specific": "b_more_specific", "b_more_specific": "a_more_specific"}


def feature_names():
    source = (ROOT / "Sources/Khabar/Comparison/Features.swift").read_text()
    return [n.strip() for line in re.findall(r"^    case ([a-zA-Z, ]+)$", source, re.M) for n in line.split(",")]


def features(program, lines):
    """The feature rows of labelled lines, in their order."""
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
    return np.array([json.loads(line)["features"] for line in out.splitlines()], dtype=np.float64)


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


def fit(rows, labels, names, settings, seed):
    _, _, rounds, depth, rate, share, with_mirror, _ = settings
    if with_mirror:
        rows = np.vstack([rows, mirrored(rows, names)])
        labels = np.concatenate([labels, [MIRRORED.get(x, x) for x in labels]])
    model = GradientBoostingClassifier(
        n_estimators=rounds, max_depth=depth, learning_rate=rate, subsample=0.7, min_samples_leaf=10,
        max_features=share, random_state=seed,
    )
    return model.fit(rows, labels)


def class_weights(rows, labels, names, settings):
    """What to add to each class's logit for the best macro-F1 under cross-validation, and that figure."""
    classes = sorted(set(labels))
    logits = np.zeros((len(labels), len(classes)))
    for seed in range(1, settings[-1] + 1):
        for train, test in StratifiedKFold(5, shuffle=True, random_state=seed).split(rows, labels):
            model = fit(rows[train], labels[train], names, settings, seed)
            logits[test] += np.log(model.predict_proba(rows[test]) + 1e-9) / settings[-1]
    added = np.zeros(len(classes))

    def score(extra):
        return f1_score(labels, np.array(classes)[(logits + extra).argmax(axis=1)], average="macro")

    # Coarse steps and two passes: the figure is noisy, and a fine search would fit the noise.
    for _ in range(2):
        for index in range(len(classes)):
            steps = [np.eye(len(classes))[index] * step for step in (-0.4, -0.2, 0, 0.2, 0.4)]
            added = max((added + step for step in steps), key=lambda extra: (round(score(extra), 6), -abs(extra).sum()))
    return dict(zip(classes, added)), score(added)


def complete(tree, node, depth, scale):
    """The nodes and leaves of a tree filled up to its full depth, breadth first."""
    inner, level = [], [node]
    for _ in range(depth):
        below = []
        for at in level:
            is_leaf = tree.children_left[at] < 0
            inner.append((0, 32767) if is_leaf else (tree.feature[at], math.floor(tree.threshold[at])))
            below += [at, at] if is_leaf else [tree.children_left[at], tree.children_right[at]]
        level = below
    leaves = [round(float(tree.value[at][0][0]) * scale) for at in level]
    return b"".join(struct.pack("<Hh", f, max(-32768, min(32767, t))) for f, t in inner) + struct.pack(
        f"<{len(leaves)}h", *leaves
    )


def write(path, models, settings, weights):
    classes, _, rounds, depth, rate, _, _, _ = settings
    order = [list(models[0].classes_).index(name) for name in classes]
    start = [round((math.log(models[0].init_.class_prior_[i]) + weights[name]) * 1000) for i, name in zip(order, classes)]
    with open(path, "wb") as out:
        out.write(struct.pack("<4sBBH8x", b"KHW1", len(classes), depth, rounds * len(models)))
        out.write(struct.pack(f"<{len(classes)}h", *start))
        for model in models:
            for stage in model.estimators_:
                for index in order:
                    out.write(complete(stage[index].tree_, 0, depth, rate * 1000 / len(models)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", choices=SETTINGS)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--program", default=str(ROOT / ".build/release/khabar"))
    options = parser.parse_args()
    settings = SETTINGS[options.name]
    names = feature_names()
    lines = [json.loads(line) for line in options.data.read_text().splitlines()]
    labels = np.array([line[settings[1]] for line in lines])
    rows = features(options.program, lines)
    weights, figure = class_weights(rows, labels, names, settings)
    path = ROOT / "Lexicons" / f"relation-{options.name}.bin"
    write(path, [fit(rows, labels, names, settings, seed) for seed in range(1, settings[-1] + 1)], settings, weights)
    provenance = {
        "data": options.data.name, "dataSHA256": hashlib.sha256(options.data.read_bytes()).hexdigest(),
        "pairs": len(lines), "classes": settings[0], "features": names, "scikit-learn": sklearn.__version__,
        "crossValidatedMacroF1": f"{figure:.4f}", "classWeights": {k: f"{v:.1f}" for k, v in weights.items()},
    }
    path.with_suffix(".json").write_text(json.dumps(provenance, indent=1, ensure_ascii=False) + "\n")
    print(f"{path}: {path.stat().st_size} bytes, cross-validated macro-F1 {figure:.4f}")


if __name__ == "__main__":
    main()
