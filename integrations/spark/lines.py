#!/usr/bin/env python3
"""Runs a line mode of khabar over partitions of any size: JSON lines or Parquet in, JSON lines or Parquet out.

  spark-submit lines.py report  hdfs:///articles  hdfs:///reports
  spark-submit lines.py report  hdfs:///articles.parquet hdfs:///reports.parquet
  spark-submit lines.py compare hdfs:///pairs     hdfs:///comparisons --partitions 4000
  spark-submit lines.py relate  hdfs:///statements hdfs:///relations  --khabar /opt/khabar/khabar

Each task starts one khabar and pipes the lines of its partition through it, so the result is what one machine gives, line by
line; only the order of the lines follows the partitions. A line that cannot be read becomes an error line; a khabar that
fails fails its task, which Spark tries again. The program must stand at the same path on every worker (or be shipped with
`spark-submit --files khabar` and named as ./khabar).

A path that ends with .parquet is Parquet. What is read there is either a column `json` with one line a row, or columns that are
called like the members of a line (id, text, published ...). What is written has the columns `id` and `json`.
"""
import argparse
import json
import shlex

from pyspark.sql import SparkSession

MODES = {"report": ["report", "--ndjson"], "compare": ["compare", "--ndjson"], "relate": ["relate"]}


def read(spark, path, partitions):
    """The lines of a path, in the order of its files."""
    if not path.endswith(".parquet"):
        return spark.sparkContext.textFile(path, partitions)
    table = spark.read.parquet(path)
    return table.select("json").rdd.map(lambda row: row[0]) if "json" in table.columns else table.toJSON()


def write(spark, lines, path):
    """Writes lines to a folder that must not exist."""
    if not path.endswith(".parquet"):
        return lines.saveAsTextFile(path)
    rows = lines.map(lambda line: (key(json.loads(line).get("id")), line))
    spark.createDataFrame(rows, "id string, json string").write.parquet(path)


def key(value):
    """An id as the column has it."""
    return value if value is None or isinstance(value, str) else json.dumps(value)


def piped(lines, *command):
    """The lines that a command writes for those of each partition."""
    return lines.pipe(shlex.join(command), checkCode=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mode", choices=MODES)
    parser.add_argument("source", help="file or folder of JSON lines, also gzipped, or of Parquet (*.parquet)")
    parser.add_argument("target", help="folder to make")
    parser.add_argument("--khabar", default="khabar")
    parser.add_argument("--partitions", type=int, default=2)
    options = parser.parse_args()
    spark = SparkSession.builder.appName(f"khabar {options.mode}").getOrCreate()
    lines = read(spark, options.source, options.partitions)
    write(spark, piped(lines, options.khabar, *MODES[options.mode]), options.target)


if __name__ == "__main__":
    main()
