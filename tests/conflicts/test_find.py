"""All findings over any pool: safe, ordered, and the same in every order of arrival."""

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.conflicts import find_conflicts, find_passage_conflicts
from provenance.model.claims import Claim, ClaimKind, Hedge, Voice
from provenance.model.conflicts import Conflict, Scope
from provenance.model.pool import Pool
from provenance.model.reuse import Alignment, ChangeKind, Direction
from provenance.model.spans import Span
from tests.conflicts.pools import BODY, KNOWLEDGE, PERSON, PLACE, align, entities, make_source, pool

NAMES = {
    "Ada Obikwe": ("obi", PERSON),
    "Ada Obikwi": ("obi", PERSON),
    "Tom Hale": ("hale", PERSON),
    "Lake Bank": ("bank", BODY),
    "PMF": ("pmf", BODY),
    "P.M.F.": ("pmf", BODY),
    "Kenya": ("kenya", PLACE),
}
PIECES = st.sampled_from(
    [
        *NAMES,
        " said ",
        " 12 people died ",
        " 17 people were killed ",
        " on Friday, 30 November 2017 ",
        " 31 June 2019 ",
        " if ",
        " also known as ",
        ", a coalition of ",
        "“we will not go there at all today”",
        " and ",
        ".",
        "\n\n",
        "\x00",
        "🙂",
        "\u202e",
        "(",
        ")",
        "[",
        "]",
        " of them ",
        " 130 percent of the vote ",
        "’s claims that ",
        " are baseless ",
        "ß",
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


@st.composite
def pools(draw: st.DrawFn) -> Pool:
    sources = []
    for number in range(draw(st.integers(0, 3))):
        publisher = draw(st.sampled_from([None, "Gazette", "Herald"]))
        published = draw(st.sampled_from([None, "2020-01-01", "2020-01-09", "not a date"]))
        sources.append(make_source(f"{number}.txt", draw(TEXTS), NAMES, publisher, published))
    claims = [
        draw(claim_of(s.source.id, len(s.text))) for s in sources for _ in range(draw(st.integers(0, 3)))
    ]
    readable = [s for s in sources if s.text.strip()]
    alignments: list[Alignment] = []
    if len(readable) > 1:
        direction = draw(st.sampled_from(list(Direction)))
        alignments.append(align(readable[0], readable[1], draw(st.sampled_from(list(ChangeKind))), direction))
    return pool(*sources, claims=claims, alignments=alignments)


@st.composite
def claim_of(draw: st.DrawFn, source_id: str, length: int) -> Claim:
    start = draw(st.integers(0, max(0, length)))
    span = Span(source_id, start, start + draw(st.integers(1, 30))) if draw(st.booleans()) else None
    return Claim(
        kind=draw(st.sampled_from(list(ClaimKind))),
        source_id=source_id,
        span=span,
        quote="x",
        subject=draw(st.sampled_from(["", "people", "Ada Obikwe"])),
        predicate=draw(st.sampled_from(["on", "president", "head"])),
        value=draw(st.sampled_from(["", "Kenya", "12 people"])),
        subject_entity=draw(st.sampled_from([None, "obi", "hale"])),
        value_entity=draw(st.sampled_from([None, "bank", "kenya"])),
        number=draw(st.sampled_from([None, 12.0, 17.0, 0.0])),
        valid_from=draw(st.sampled_from([None, "2020-01-01", "2020-01-02"])),
        valid_to=draw(st.sampled_from([None, "2020-01-01", "2020-01-02"])),
        speaker=draw(st.sampled_from([None, "Ada Obikwe"])),
        speaker_entity=draw(st.sampled_from([None, "obi"])),
        voice=draw(st.sampled_from(list(Voice))),
        hedge=draw(st.sampled_from(list(Hedge))),
    )


def check(found: list[Conflict], built: Pool) -> None:
    texts = {s.source.id: s.text for s in built.sources}
    assert len({c.key for c in found}) == len(found)
    assert [c.severity.rank for c in found] == sorted(c.severity.rank for c in found)
    for conflict in found:
        sources = {e.source_id for side in conflict.sides for e in side.evidence}
        assert conflict.sides
        assert conflict.title.strip() and conflict.why.strip()
        if conflict.scope is Scope.BETWEEN:
            assert len(conflict.sides) >= 2
            assert len(sources) >= 2
        for side in conflict.sides:
            assert side.evidence
            assert (
                0 <= side.independent_min <= side.independent_max <= len({e.source_id for e in side.evidence})
            )
            for evidence in side.evidence:
                if evidence.span is not None:
                    assert evidence.span.quote(texts[evidence.source_id]) == evidence.quote
                else:
                    assert evidence.field


@settings(deadline=None, max_examples=150)
@given(pools())
def test_any_pool_gives_sound_findings(built: Pool) -> None:
    check(find_conflicts(built, KNOWLEDGE), built)


@settings(deadline=None, max_examples=60)
@given(pools(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(built: Pool, chance: object) -> None:
    def mixed(items: tuple[object, ...]) -> tuple[object, ...]:
        copy = list(items)
        chance.shuffle(copy)  # type: ignore[attr-defined]
        return tuple(copy)

    other = evolve(
        built,
        sources=mixed(built.sources),
        claims=mixed(built.claims),
        alignments=mixed(built.alignments),
        entities=mixed(built.entities),
    )
    assert find_conflicts(built, KNOWLEDGE) == find_conflicts(other, KNOWLEDGE)


@settings(deadline=None, max_examples=100)
@given(TEXTS, TEXTS)
def test_any_two_short_texts_are_safe(a: str, b: str) -> None:
    one, two = make_source("a", a, NAMES), make_source("b", b, NAMES)
    found = find_passage_conflicts(one, two, (), KNOWLEDGE)
    check(found, Pool((one, two), (), entities=entities(one, two)))


def test_an_empty_pool_has_no_findings() -> None:
    assert find_conflicts(Pool((), ()), KNOWLEDGE) == []


def test_a_key_does_not_hang_on_the_evidence() -> None:
    text = "Ada Obikwe came. Later Ada Obikwi left."
    one = find_conflicts(pool(make_source("a.txt", text, NAMES)), KNOWLEDGE)
    two = find_conflicts(pool(make_source("a.txt", "So it was. " + text, NAMES)), KNOWLEDGE)
    assert [c.key for c in one] == [c.key for c in two]
    assert [c.evidence_digest for c in one] != [c.evidence_digest for c in two]


def test_nothing_within_one_house_is_called_a_contradiction() -> None:
    text = (
        "Kata'ib, also known as Kata'ib, on Friday, 30 November 2017. Ada Obikwe, Ada Obikwi, PMF and P.M.F."
    )
    for conflict in find_conflicts(pool(make_source("a.txt", text, NAMES)), KNOWLEDGE):
        assert "contradict" not in (conflict.title + conflict.why).lower()
