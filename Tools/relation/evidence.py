#!/usr/bin/env python3
"""Fits the weights of the matching of facts (Sources/Khabar/Comparison/Evidence.swift).

    .build-relation/bin/python Tools/relation/evidence.py           print the weights, and how well they do
    .build-relation/bin/python Tools/relation/evidence.py --write   put them into the source too

For every pair of facts of the annotated articles of `FITTED` in Tests/Articles the program tells what it sees
(`khabar compare --ndjson --features`), and the annotations tell whether the two tell one thing: both cover half of the shorter span
of a gold fact of a shared pair. Pairs that the annotation calls related, or of a repeated passage, are neither. A logistic
regression (L2) over the signs as they are; beside it the area under the ROC curve with every article pair held out in turn.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

ROOT = pathlib.Path(__file__).parents[2]
SOURCE = ROOT / "Sources/Khabar/Comparison/Evidence.swift"
NAMES = (
    "lift", "rise", "one kind", "fewness", "standing", "apart", "denial", "evenness", "near figures", "day", "offset", "others", "same",
    "whole lift", "whole standing",
)
STRENGTH = 3.0
# The pairs that are fitted to: with the later ones the weights do no better on others (docs/decisions/0010-signs-of-matching.md).
FITTED = set(
    """
    aden_seizure airport_protest ambush_assamaka basra_stadium beirut_bank blackout_kosti boat_mayotte bus_azilal
    cablecar_shobak casablanca_derby cholera_kassala court_khidr dam_breach dam_kokomeren dialysis_qalatsukkar
    drone_hilla dushanbe_loan election_recount ferry_skarholm fire_sinaniya flood_qumayra football_transfer
    gaafour_train gas_shuhaymiya ghardaia_vote hargeisa_landing hostages_qatrun jerash_bus kassala_doctors
    khartoum_amnesty kitwe_mine leak_karak marib_locusts match_barika mombasa_dockers museum_mallawi museum_theft
    nakonde_cement nouakchott_building ouguiya_note plant_umruwaba prisoners_taiz quake_tablat resign_fisheries
    rumaitha_prison sfax_hospital ship_nishtun steel_helwan strike_dakadous strike_jorf tablets_tunis tanker_seized
    tartus_bakery tessalit_clash truce_wadbanda tunnel_fire victoria_helicopter visit_astana visit_mwakipolo
    vote_fishcode vote_muthanna zarqa_teachers
    """.split()
)


def covers(span, other):
    both = min(span[1], other[1]) - max(span[0], other[0])
    return both >= 0.5 * min(span[1] - span[0], other[1] - other[0])


def text_of(gold_path, side):
    stem = str(gold_path)[: -len(".gold.json")]
    return open(f"{stem}_{side}.txt", encoding="utf-8").read()


def facts_of(gold_path, gold, side):
    """The texts of the annotated facts of one side by their names."""
    text = text_of(gold_path, side)
    return {name: text[slice(*fact["span"])] for name, fact in gold["facts"][side].items()}


def pairs(gold_path, khabar):
    """The signs of every pair of facts, and whether it tells one thing; None where the annotation leaves it open."""
    gold = json.loads(gold_path.read_text())
    line = {"id": 0}
    for side in "ab":
        line[side] = {"text": text_of(gold_path, side), "published": gold["published"][side]}
    text = json.dumps(line, ensure_ascii=False)
    answer = subprocess.run([khabar, "compare", "--ndjson", "--features"], input=text, capture_output=True, text=True, check=True)
    facts = {side: {name: fact["span"] for name, fact in gold["facts"][side].items()} for side in "ab"}

    def tell(spans, couples):
        return any(covers(spans[0], facts["a"][a]) and covers(spans[1], facts["b"][b]) for a, b, *_ in couples)

    for startA, endA, startB, endB, *signs in json.loads(answer.stdout)["pairs"]:
        spans = (startA, endA), (startB, endB)
        repeats = any(covers(span, other) for span, side in zip(spans, "ab") for other in gold["repeats"][side])
        label = True if tell(spans, gold["shared"]) else None if repeats or tell(spans, gold["related"]) else False
        yield signs, label


def fit(sets):
    """The weights and the start."""
    rows = [(signs, label) for one in sets for signs, label in one if label is not None]
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit([signs for signs, _ in rows], [label for _, label in rows])
    return model.coef_[0], model.intercept_[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    khabar = os.environ.get("KHABAR_BIN", str(ROOT / ".build/release/khabar"))
    arguments = parser.parse_args()
    paths = sorted((ROOT / "Tests/Articles").glob("*.gold.json"))
    sets = [list(pairs(path, khabar)) for path in paths if path.name.removesuffix(".gold.json") in FITTED]
    held = []
    for out in range(len(sets)):
        weights, start = fit(sets[:out] + sets[out + 1 :])
        labels = [label for *_, label in sets[out] if label is not None]
        held.append(roc_auc_score(labels, [np.dot(weights, signs) for signs, label in sets[out] if label is not None]))
    weights, start = fit(sets)
    for name, weight in zip(NAMES, weights):
        print(f"{name:10} {weight:6.2f}")
    print(f"{'start':10} {start:6.2f}\narticle pairs held out: area under the curve {np.mean(held):.3f}")
    if arguments.write:
        text = SOURCE.read_text()
        values = ", ".join([f"{w:.2f}" for w in weights] + ["0"] * (16 - len(weights)))
        text = re.sub(r"SIMD16\([-0-9., ]+\)\n", f"SIMD16({values})\n", text)
        SOURCE.write_text(re.sub(r"(let start: Float = )-?[0-9.]+", rf"\g<1>{start:.2f}", text))


if __name__ == "__main__":
    main()
