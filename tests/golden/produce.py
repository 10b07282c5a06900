"""The reports and the dump of the sample corpus, as text by file name."""

import tempfile
from pathlib import Path

import provenance
from provenance.model.settings import NameSettings, Settings

ROOT = Path(__file__).parents[2]
EXPECTED = Path(__file__).parent / "expected"


def produce() -> dict[str, bytes]:
    """Run the main job on raw/ by rules alone; relative file name → bytes."""
    with tempfile.TemporaryDirectory() as scratch:
        reports = Path(scratch) / "reports"
        with provenance.open(Path(scratch) / "p.db") as case:
            case.run([ROOT / "raw"], reports=reports, settings=Settings(names=NameSettings(model="none")))
            dump = "".join(f"{line}\n" for line in case.dump())
        files = {str(f.relative_to(reports)): f.read_bytes() for f in reports.rglob("*") if f.is_file()}
        return files | {"dump.txt": dump.encode()}
