#!/usr/bin/env python3
"""Runs a line mode of khabar over partitions of any size: JSON lines in, JSON lines out.

  spark-submit lines.py report  hdfs:///articles  hdfs:///reports
  spark-submit lines.py compare hdfs:///pairs     hdfs:///comparisons --partitions 4000
  spark-submit lines.py relate  hdfs:///statements hdfs:///relations  --khabar /opt/khabar/khabar

Each task starts one khabar and pipes the lines of its partition through it, so the result is what one machine gives, line by
line; only the order of the lines follows the partitions. A line that cannot be read becomes an error line; a khabar that
fails fails its task, which Spark tries again. The program must stand at the same path on every worker (or be shipped with
`spark-submit --files khabar` and named as ./khabar).
"""
import argparse
import shlex

from pyspark.sql import SparkSession

MODES = {"report": ["report", "--ndjson"], "compare": ["compare", "--ndjson"], "relate": ["relate"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mode", choices=MODES)
    parser.add_argument("source", help="file or folder of JSON lines, also gzipped")
    parser.add_argument("target", help="folder to make")
    parser.add_argument("--khabar", default="khabar")
    parser.add_argument("--partitions", type=int, default=2)
    options = parser.parse_args()
    context = SparkSession.builder.appName(f"khabar {options.mode}").getOrCreate().sparkContext
    lines = context.textFile(options.source, options.partitions)
    command = shlex.join([options.khabar, *MODES[options.mode]])
    lines.pipe(command, checkCode=True).saveAsTextFile(options.target)


if __name__ == "__main__":
    main()
