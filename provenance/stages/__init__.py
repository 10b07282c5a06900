"""The stages of the main job, in their order: each loads from the store, calls its subject, saves once."""

from provenance.stages.stage import Stage

STAGES = (
    Stage("ingest", 7, "sources", reads=(), settings="reading"),
    Stage("fingerprint", 4, "near-duplicates", reads=("ingest",), settings="fingerprint"),
    Stage(
        "reuse",
        9,
        "passages of all kinds",
        reads=("ingest", "fingerprint"),
        settings="reuse",
        uses_knowledge=True,
    ),
    Stage(
        "names",
        9,
        "names",
        reads=("ingest", "fingerprint", "reuse"),
        settings="names",
        uses_knowledge=True,
        uses_tagger=True,
        uses_rules=True,
    ),
    Stage(
        "claims",
        11,
        "claims",
        reads=("ingest", "fingerprint", "reuse", "names"),
        settings="claims",
        uses_knowledge=True,
        uses_plugins=True,
    ),
    Stage(
        "conflicts",
        10,
        "conflicts",
        reads=("ingest", "fingerprint", "reuse", "names", "claims"),
        settings="conflicts",
        uses_knowledge=True,
        uses_plugins=True,
    ),
    Stage(
        "report",
        5,
        "files",
        reads=("ingest", "fingerprint", "reuse", "names", "claims", "conflicts"),
    ),
)
"""Each computes its results in the module of its name, which is imported only when there is work for it."""
