"""Small rules that live on the values themselves."""

import pytest
from attrs import evolve

from provenance.model.claims import Claim, ClaimKind
from provenance.model.conflicts import (
    SEVERITY,
    Conflict,
    ConflictClass,
    ConflictKind,
    Evidence,
    Level,
    Scope,
    Side,
)
from provenance.model.names import EntityKind, NamePair, NameVariant, Verdict
from provenance.model.reuse import (
    SENTENCE_ADDED,
    SENTENCE_DROPPED,
    Alignment,
    Change,
    ChangeKind,
    Direction,
    DirectionEvidence,
    ReuseKind,
)
from provenance.model.runs import RunResult, StageResult
from provenance.model.settings import NameSettings, Settings, settings_digest
from provenance.model.sources import Basis, Metadatum, Source, State
from provenance.model.spans import Span


def conflict(*values: str) -> Conflict:
    places = [Span("s-1", start, start + 2) for start in range(len(values))]
    sides = tuple(Side(v, (Evidence("s-1", p, v),)) for v, p in zip(values, places, strict=True))
    return Conflict(
        kind=ConflictKind.QUANTITY,
        conflict_class=ConflictClass.SOURCES_DIFFER,
        consequence=Level.HIGH,
        certainty=Level.MEDIUM,
        scope=Scope.BETWEEN,
        title="14 or 17 injured",
        why="Two sources count the same people.",
        subject="workers",
        predicate="injured",
        scope_key="fire",
        sides=sides,
    )


def test_severity_never_exceeds_consequence() -> None:
    assert set(SEVERITY) == {(a, b) for a in Level for b in Level}
    assert all(severity.rank >= consequence.rank for (consequence, _), severity in SEVERITY.items())


def test_a_conflict_keeps_its_key_when_evidence_comes() -> None:
    one, two = conflict("14", "17"), conflict("14", "17", "20")
    assert one.key == two.key
    assert one.evidence_digest != two.evidence_digest
    assert one.severity is Level.MEDIUM


def test_direction_flips_and_unknown_stays_unknown() -> None:
    assert Direction.A_TO_B.flipped() is Direction.B_TO_A
    assert Direction.UNKNOWN.flipped() is Direction.UNKNOWN


def test_a_verdict_equals_its_plain_string() -> None:
    assert Verdict.SAME == "same"


def test_keys_of_pairs_do_not_depend_on_order() -> None:
    one = NamePair("Ferid Aksoy", "Farid Aksoy", EntityKind.PERSON, 0.7, Verdict.UNSURE, "")
    assert one.key == evolve(one, a=one.b, b=one.a).key


def test_keys_name_their_kind() -> None:
    alignment = Alignment(Span("a", 0, 9), Span("b", 4, 13), ReuseKind.VERBATIM, 1.0)
    variant = NameVariant("e-1", EntityKind.PLACE, "Oued Lahmar", (Span("a", 0, 3),), 1.0, "")
    claim = Claim(ClaimKind.METADATA, "a", None, "Marta", "a", "author", "Marta", field="meta")
    assert [thing.key[:2] for thing in (alignment, variant, claim)] == ["r-", "v-", "c-"]


def test_a_grade_above_one_is_refused() -> None:
    with pytest.raises(ValueError, match="must be <= 1"):
        Alignment(Span("a", 0, 9), Span("b", 4, 13), ReuseKind.VERBATIM, 1.1)


def test_the_first_statement_of_a_name_is_the_preferred_one() -> None:
    stated = Metadatum("published", "2023-03-16", Basis.STATED)
    source = Source("s-1", "a.html", State.READ, metadata=(stated, evolve(stated, value="2023-03-15")))
    assert source.value("published") == "2023-03-16"
    assert source.value("author") is None
    assert source.is_readable
    assert evolve(source, text="long").without_text().text == ""


def test_settings_digest_sees_a_nested_change() -> None:
    assert settings_digest(Settings()) == settings_digest(Settings())
    assert settings_digest(Settings()) != settings_digest(Settings(names=NameSettings(model="none")))


def test_a_run_is_unchanged_when_no_stage_was_computed() -> None:
    stages = (
        StageResult("ingest", False, 3, "sources", 0.0),
        StageResult("reuse", False, 1, "passages", 0.0),
    )
    result = RunResult(stages, (), (), (), 0, None, None, "none")
    assert result.is_unchanged
    assert not evolve(result, stages=(evolve(stages[0], is_recomputed=True),)).is_unchanged


def test_values_with_missing_fields_can_be_put_in_order() -> None:
    seen = Evidence("s-1", Span("s-1", 0, 2), "14")
    field = Evidence("s-1", None, "2023-03-15", field="meta[name=date]")
    other = evolve(field, field=None)
    assert sorted([seen, field, other]) == [other, field, seen]


def test_an_alignment_turned_is_the_same_from_the_other_side() -> None:
    change = Change(ChangeKind.WORDING, 2, 9, "gone. ", 4, 4, "", SENTENCE_DROPPED)
    evidence = DirectionEvidence(Direction.A_TO_B, 0.5, "text b credits text a")
    one = Alignment(
        *(Span("s-1", 0, 9), Span("s-2", 0, 5), ReuseKind.EDITED, 0.9, (change,)),
        *(Direction.A_TO_B, "text b is later", 0.5, (evidence,)),
    )
    other = one.turned()
    assert (other.a, other.b, other.direction) == (one.b, one.a, Direction.B_TO_A)
    assert other.changes == (Change(ChangeKind.WORDING, 4, 4, "", 2, 9, "gone. ", SENTENCE_ADDED),)
    assert other.direction_reason == "text a is later"
    assert other.evidence == (DirectionEvidence(Direction.B_TO_A, 0.5, "text a credits text b"),)
    assert other.key == one.key and other.turned() == one
