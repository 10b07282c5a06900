"""Quality on every annotated pile, against floors.json: `make gold`. Exit 1 where a floor is not reached."""

import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import measures

import provenance
from provenance.model.settings import NameSettings, Settings

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def figures(annotation: Path, verbose: bool) -> dict[str, float]:
    """Run the main job on the pile of `annotation`, by rules alone, and measure."""
    folder = ROOT / json.loads(annotation.read_text("utf-8"))["folder"]
    with tempfile.TemporaryDirectory() as scratch, provenance.open(Path(scratch) / "p.db") as case:
        case.run([folder], settings=Settings(names=NameSettings(model="none")))
        texts = {str(s["path"]): case.text(str(s["key"])) for s in case.rows("sources")}
        views = {view: case.rows(view) for view in ("mentions", "reused_passages", "claims", "conflicts")}
    report = measures.measure(measures.load_pile(annotation, texts), views)
    if verbose:
        print(*(f"   {note}" for note in report.notes), sep="\n")
    return {
        "mentions F1": report.mentions.f1,
        "names B-cubed F1": report.b_cubed,
        "no wrong merge": float(not report.wrong_merges),
        "names pairwise precision": report.names.precision,
        "names pairwise recall": report.names.recall,
        "reuse characters F1": report.reuse.f1,
        "findings recall": report.findings.recall,
        "findings precision": report.findings.precision,
        "no direction wrong": float(not report.directions_wrong),
        "no trap": float(not report.traps),
        **{f"claims {kind} F1": score.f1 for kind, score in report.claims.items()},
    }


def main() -> int:
    """Print a line a measure; how many fell below their floor decides the exit status."""
    floors = json.loads((HERE / "floors.json").read_text("utf-8"))
    failed = 0
    for name, wanted in sorted(floors.items()):
        print(name)
        have = figures(HERE / f"{name}.json", "-v" in sys.argv)
        for measure, floor in wanted.items():
            good = have[measure] >= floor
            failed += not good
            print(
                f"   {measure:28} {have[measure]:.3f}  floor {floor:.2f}  {'' if good else 'BELOW'}".rstrip()
            )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
