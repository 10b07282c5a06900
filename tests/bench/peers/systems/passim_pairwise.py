"""Passages of passim's pairwise alignments, all pairs, its settings as shipped; no clustering."""

import json
import os
import sys
import tempfile
from pathlib import Path

import passim
from exchange import read_documents, write_detections
from py4j.protocol import Py4JJavaError

os.environ["PYSPARK_PYTHON"] = sys.executable  # else its workers are of another environment

with tempfile.TemporaryDirectory() as folder:
    work = Path(folder)
    rows = (json.dumps({"id": name, "text": text}) for name, text in read_documents().items())
    (work / "in.json").write_text("\n".join(rows), encoding="utf-8")
    said, sys.stdout = sys.stdout, sys.stderr
    try:
        passim.main(["--all-pairs", "--pairwise", str(work / "in.json"), str(work / "out")])
    except Py4JJavaError:  # clustering comes after the pairs, and wants a Java library that is no part of it
        if not (work / "out" / "align.json" / "_SUCCESS").exists():
            raise
    sys.stdout = said
    found = [
        json.loads(line)
        for part in sorted((work / "out" / "align.json").glob("part-*"))
        for line in part.read_text(encoding="utf-8").splitlines()
    ]
write_detections(
    (row["id"], row["begin"], row["end"], row["id2"], row["begin2"], row["end2"])
    for row in found
    if row["begin"] < row["end"] and row["begin2"] < row["end2"]
)
