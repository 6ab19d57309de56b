#!/usr/bin/env python3
"""Finds the pairs of one event in a corpus of JSON lines or Parquet, and compares them if that is asked for.

  spark-submit --py-files lines.py pairs.py hdfs:///articles hdfs:///pairs
  spark-submit --py-files lines.py pairs.py articles.parquet pairs.parquet --shares 200
  spark-submit --py-files lines.py pairs.py hdfs:///articles hdfs:///pairs --comparisons hdfs:///comparisons

The lines are those of one `khabar pairs` over all articles, byte for byte; only their order differs.

1. Each partition makes the sketches of its articles (`khabar pairs --sketches`): their different words, and a signature of
   their runs of words. Of pages and long texts this is most of the work.
2. The sketches, one to four kilobytes an article, go to every worker (SparkContext.addFile).
3. Each of --shares tasks finds what its part of the articles finds among all (`khabar pairs --share`), scored as on one machine.
4. A pair is what both of its articles find: these halves are joined on both ids, and the one with the lower score is the pair.

Every article needs an id of its own. A worker needs about 1 KB of memory an article in step 3; a corpus of more articles than that
allows is cut by days first (docs/scale.md).
"""
import argparse
import json
import os
import subprocess
import tempfile

from pyspark import SparkFiles
from pyspark.sql import SparkSession

from lines import piped, read, write


def halves(khabar, sketches, shares, extra):
    """What each share of the articles finds."""

    def find(numbers):
        path = SparkFiles.get(os.path.basename(sketches))
        for number in numbers:
            command = [khabar, "pairs", path, "--share", f"{number}/{shares}", "-j", "1", *extra]
            yield from subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode().splitlines()

    return find


def half(line):
    """Its pair, and what it is chosen by: the score, and whether it is a copy."""
    pair = json.loads(line)
    return (json.dumps(pair["a"]), json.dumps(pair["b"])), (pair["score"], "copy" in pair, line)


def comparison(joined):
    """A line for `khabar compare --ndjson`."""
    (a, b), (one, other) = joined
    return json.dumps({"id": f"{a} {b}", "a": json.loads(one), "b": json.loads(other)}, ensure_ascii=False)


def compared(pairs, articles, khabar):
    """The comparisons of the articles of each pair."""
    by_id = articles.filter(is_object).map(lambda line: (json.loads(line).get("id"), line))
    ids = pairs.map(json.loads).map(lambda pair: (pair["a"], pair["b"]))
    first = ids.join(by_id).map(lambda row: (row[1][0], (row[0], row[1][1])))
    both = first.join(by_id).map(lambda row: ((row[1][0][0], row[0]), (row[1][0][1], row[1][1])))
    return piped(both.map(comparison), khabar, "compare", "--ndjson")


def is_object(line):
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", help="file or folder of JSON lines, also gzipped, or of Parquet (*.parquet)")
    parser.add_argument("target", help="folder to make for the pairs")
    parser.add_argument("--comparisons", help="folder to make for the comparison of each pair")
    parser.add_argument("--khabar", default="khabar")
    parser.add_argument("--partitions", type=int, default=2)
    parser.add_argument("--shares", type=int, default=2, help="tasks that look for pairs")
    parser.add_argument("--window", type=int, default=7)
    parser.add_argument("--copies", action="store_true")
    options = parser.parse_args()
    spark = SparkSession.builder.appName("khabar pairs").getOrCreate()
    context = spark.sparkContext
    extra = ["--window", str(options.window)] + (["--copies"] if options.copies else [])
    articles = read(spark, options.source, options.partitions)
    sketched = piped(articles, options.khabar, "pairs", "--sketches", "-j", "1").cache()
    with tempfile.TemporaryDirectory() as folder:
        sketches = os.path.join(folder, "sketches.ndjson")
        with open(sketches, "w", encoding="utf-8") as file:
            # In the order of the articles, of which the first one of a pair is its "a".
            for line in sketched.filter(lambda line: not line.startswith('{"error"')).toLocalIterator():
                file.write(line + "\n")
        context.addFile(sketches)
        numbers = context.parallelize(range(1, options.shares + 1), options.shares)
        found = numbers.mapPartitions(halves(options.khabar, sketches, options.shares, extra)).map(half)
        pairs = found.groupByKey().mapValues(list).filter(lambda row: len(row[1]) == 2).map(lambda row: min(row[1])[2]).cache()
        errors = sketched.filter(lambda line: line.startswith('{"error"'))
        write(spark, pairs.union(errors), options.target)
        if options.comparisons:
            write(spark, compared(pairs, articles, options.khabar), options.comparisons)


if __name__ == "__main__":
    main()
