"""The gate itself: measures on cases whose answer is known."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
_spec = importlib.util.spec_from_file_location("measures", HERE / "measures.py")
assert _spec is not None
assert _spec.loader is not None
measures = importlib.util.module_from_spec(_spec)
sys.modules["measures"] = measures
_spec.loader.exec_module(measures)

TEXTS = {"a.txt": "Ferid Aksoy counted 14 boats.", "b.txt": "Farid Aksoy counted 40 boats."}
GOLD: dict[str, Any] = {
    "entities": [{"kind": "person", "names": ["Ferid Aksoy", "Farid Aksoy"]}],
    "reuse": [],
    "findings": [
        {"kind": "quantity", "what": "boats", "sides": [["a.txt", "14 boats"], ["b.txt", "40 boats"]]}
    ],
    "traps": [{"why": "spelling", "sides": [["a.txt", "Ferid Aksoy"], ["b.txt", "Farid Aksoy"]]}],
}


def mention(path: str, entity: str) -> dict[str, Any]:
    return {"path": path, "start": 0, "end": 11, "entity": entity, "kind": "person"}


def conflict(key: str, kind: str, path: str, start: int, end: int) -> dict[str, Any]:
    place = {"path": path, "start": start, "end": end}
    return {"key": key, "kind": kind, "severity": "high", "title": "t", **place}


def measured(entities: list[str], conflicts: list[dict[str, Any]]) -> Any:
    mentions = [mention(path, entity) for path, entity in zip(TEXTS, entities, strict=True)]
    views = {"mentions": mentions, "reused_passages": [], "conflicts": conflicts}
    return measures.measure(measures.Pile(GOLD, TEXTS), views)


def test_all_found_is_one() -> None:
    flags = [conflict("k", "quantity", "a.txt", 20, 28), conflict("k", "quantity", "b.txt", 20, 28)]
    report = measured(["e", "e"], flags)
    assert (report.mentions.f1, report.names.f1, report.findings.f1, report.traps) == (1.0, 1.0, 1.0, 0)


def test_a_name_kept_apart_costs_recall_and_says_so() -> None:
    report = measured(["e", "f"], [])
    assert report.names.recall == 0.0
    assert "kept apart wrongly: Ferid Aksoy / Farid Aksoy" in report.notes


def test_a_wrong_merge_is_counted_by_entities() -> None:
    gold = {
        **GOLD,
        "is_complete": True,
        "entities": [
            {"kind": "person", "names": [name], "mentions": [[path, 0, name]]}
            for path, name in (("a.txt", "Ferid Aksoy"), ("b.txt", "Farid Aksoy"))
        ],
    }
    mentions = [mention(path, "e") for path in TEXTS]
    mentions.append({"path": "a.txt", "start": 12, "end": 19, "entity": None, "kind": "place"})
    views = {"mentions": mentions, "reused_passages": [], "conflicts": []}
    report = measures.measure(measures.Pile(gold, TEXTS), views)
    assert report.wrong_merges == 1
    assert report.b_cubed == 2 * 0.5 / 1.5
    assert (report.mentions.hits, report.mentions.found) == (2, 3)


def test_a_trap_is_counted_once_and_a_page_wide_span_finds_nothing() -> None:
    trap = [conflict("t", "role", "a.txt", 0, 11), conflict("t", "role", "b.txt", 0, 11)]
    wide = [conflict("w", "quantity", path, 0, 29 + 1000) for path in TEXTS]
    report = measured(["e", "e"], trap + wide)
    assert report.traps == 1
    assert report.findings.recall == 0.0


def test_another_kind_does_not_answer_a_finding() -> None:
    flags = [conflict("k", "role", "a.txt", 20, 28), conflict("k", "role", "b.txt", 20, 28)]
    assert measured(["e", "e"], flags).findings.recall == 0.0


def test_one_conflict_answers_one_finding_and_a_better_share_is_found() -> None:
    assert measures._assign([["a", "b"], ["a"], ["a"]]) == {0: "b", 1: "a"}


def test_a_quotation_given_to_another_speaker_is_no_hit() -> None:
    gold = {
        **GOLD,
        "claims": [{"kind": "attribution", "place": ["a.txt", "14 boats"], "speakers": ["Ferid Aksoy"]}],
    }
    row = {"key": "c", "kind": "attribution", "path": "a.txt", "start": 20, "end": 28}
    views: dict[str, list[dict[str, Any]]] = {"mentions": [], "reused_passages": [], "conflicts": []}
    for speaker, hits in (("Aksoy", 1), ("Mert Demir", 0)):
        views["claims"] = [{**row, "speaker": speaker}]
        assert measures.measure(measures.Pile(gold, TEXTS), views).claims["attribution"].hits == hits


def test_a_claim_on_an_optional_place_counts_neither_way() -> None:
    gold = {
        **GOLD,
        "claims": [{"kind": "quantity", "place": ["a.txt", "14 boats"]}],
        "optional_claims": [["b.txt", "40 boats"]],
    }
    found = [
        {"key": p, "kind": "quantity", "path": p, "start": 20, "end": 28, "speaker": None} for p in TEXTS
    ]
    views = {"mentions": [], "reused_passages": [], "conflicts": [], "claims": found}
    assert measures.measure(measures.Pile(gold, TEXTS), views).claims["quantity"].f1 == 1.0
