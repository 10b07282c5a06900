"""Which of two texts is the earlier one, where evidence tells."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from provenance.model.knowledge import Knowledge
from provenance.model.reuse import Alignment, Direction, Lineage, PageVersion, ReuseKind
from provenance.model.sources import Source
from provenance.reuse.descent.families import COPIES, Family, find_families
from provenance.reuse.descent.judging import MOST_TEXTS, Judged
from provenance.reuse.descent.lineage import find_lineage
from provenance.reuse.descent.pairs import PairEvidence, flipped, gather_evidence
from provenance.reuse.descent.told import Told
from provenance.reuse.descent.trees import Edge
from provenance.reuse.descent.verdicts import judge_alignment
from provenance.reuse.kinds.series import refine_boilerplate

_MONTHS = ("january february march april may june july august september october november december").split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
CALENDAR = Knowledge(
    months={name: place for place, name in enumerate(_MONTHS, 1)},
    weekdays={name: place for place, name in enumerate(_DAYS)},
)
"""Enough to read dates where no tables are given."""

_UNJUDGED = {
    ReuseKind.BOILERPLATE: "a repeated block has no direction",
    ReuseKind.QUOTATION: "both texts quote the same words: either can have them from the speaker",
    ReuseKind.VERSION: "two states of one page, not a copy",
}


@frozen
class Verdicts:
    """`alignments`: with their directions. `lineage`: who derives from whom, by family, parent and child."""

    alignments: tuple[Alignment, ...]
    lineage: tuple[Lineage, ...]


def judge_directions(
    alignments: Sequence[Alignment],
    sources: Sequence[Source],
    knowledge: Knowledge = CALENDAR,
    versions: Sequence[PageVersion] = (),
    marked: Mapping[str, str] | None = None,
) -> list[Alignment]:
    """The alignments of `judge_families`, in the same order."""
    return list(judge_families(alignments, sources, knowledge, versions, marked).alignments)


def judge_families(
    alignments: Sequence[Alignment],
    sources: Sequence[Source],
    knowledge: Knowledge = CALENDAR,
    versions: Sequence[PageVersion] = (),
    marked: Mapping[str, str] | None = None,
) -> Verdicts:
    """The same alignments in the same order, with direction, all evidence weighed, and boilerplate told by
    publisher; and the lineage of their families.

    The evidence between two sources is weighed with that of all texts with the passage (`judge_stemma`): a
    direction is asserted where its odds are high: one text goes back to the other, perhaps through texts
    between. Identical text gets none from dates and markup. "Earlier"
    and "later" are said of texts; "copied" only where a credit says so. `marked`: source id -> its text with
    what stands there of rights, every offset the same, where page furniture is blanked in the source's.
    """
    known = {source.id: source for source in sources}
    page_of = {name: each.page for each in versions for name in (each.earlier, each.later)}
    refined = _refined(alignments, known)
    told = _told(known, knowledge, marked or {})
    pairs = _pairs(refined, told, page_of)
    evidence = {
        pair: gather_evidence(told[pair[0]], told[pair[1]], pairs[pair], knowledge) for pair in sorted(pairs)
    }
    copies = [number for number, each in enumerate(refined) if _ids(each) in pairs and each.kind in COPIES]
    found = find_families([refined[number] for number in copies], page_of, MOST_TEXTS)
    judged = [_judged(family, evidence, told) for family in found.families]
    family_of = {copies[place]: judged[family] for place, family in found.place.items()}
    placed = []
    for number, each in enumerate(refined):
        why_not = _why_unjudged(each)
        if why_not or _ids(each) not in pairs:
            reason = why_not or _UNJUDGED[ReuseKind.VERSION]
            placed.append(evolve(each, direction=Direction.UNKNOWN, direction_reason=reason))
        else:
            placed.append(
                judge_alignment(each, *_place(each, family_of[number], pairs, evidence, page_of, told), told)
            )
    return Verdicts(tuple(placed), tuple(find_lineage(judged)))


def _told(known: Mapping[str, Source], knowledge: Knowledge, marked: Mapping[str, str]) -> dict[str, Told]:
    """What each source tells; the only one that an agency signs is taken for the agency's own."""
    told = {name: Told(source, knowledge, marked=marked.get(name, "")) for name, source in known.items()}
    signatures = Counter(each.signature for each in told.values())
    for name, each in told.items():
        if each.signature and signatures[each.signature] == 1:
            told[name] = Told(known[name], knowledge, is_signed=True, marked=marked.get(name, ""))
    return told


def _ids(alignment: Alignment) -> tuple[str, str]:
    return alignment.a.source_id, alignment.b.source_id


def _place(
    alignment: Alignment,
    judged: Judged,
    pairs: Mapping[tuple[str, str], list[Alignment]],
    evidence: Mapping[tuple[str, str], PairEvidence],
    page_of: Mapping[str, str],
    told: Mapping[str, Told],
) -> tuple[Judged, Edge, bool]:
    """(family, pair in it, whether side b is the first of that pair)."""
    ids = _ids(alignment)
    one, other = (judged.family.members.index(page_of.get(name, name)) for name in ids)
    pair = min(one, other), max(one, other)
    compared = judged.family.pairs[pair][0]
    if sorted(_ids(compared)) == sorted(ids):
        return judged, pair, one > other
    # Of another state of a page than that which was compared: by itself.
    alone = Family(ids, {(0, 1): tuple(pairs[ids])})
    return _judged(alone, evidence, told), (0, 1), False


def _refined(alignments: Sequence[Alignment], known: Mapping[str, Source]) -> list[Alignment]:
    """With the blocks of one house; what states of a page share stays what it is."""
    refined = refine_boilerplate(alignments, known)
    return [
        old if old.kind is ReuseKind.VERSION else new for old, new in zip(alignments, refined, strict=True)
    ]


def _pairs(
    alignments: Sequence[Alignment], told: Mapping[str, Told], page_of: Mapping[str, str]
) -> dict[tuple[str, str], list[Alignment]]:
    """Copies by the two sources that share them."""
    pairs: dict[tuple[str, str], list[Alignment]] = defaultdict(list)
    for each in alignments:
        a, b = each.a.source_id, each.b.source_id
        if each.kind in COPIES and a in told and b in told and page_of.get(a, a) != page_of.get(b, b):
            pairs[a, b].append(each)
    return dict(pairs)


def _judged(
    family: Family, evidence: Mapping[tuple[str, str], PairEvidence], told: Mapping[str, Told]
) -> Judged:
    """The family with the evidence of the sources that it compares, read as it numbers them."""
    found = {}
    texts: dict[int, set[str]] = defaultdict(set)
    for pair, shared in family.pairs.items():
        ids = _ids(shared[0])
        found[pair] = evidence[ids] if ids in evidence else flipped(evidence[ids[::-1]])
        for number, name in zip(pair, ids, strict=True):
            texts[number].add(name)
    members = sorted({name for names in texts.values() for name in names})
    houses = {house for name in members for house in (told[name].house, *told[name].names)}
    # A text whose publisher nobody states may be the very source that others name.
    nameless = [n for n, names in texts.items() if not any(told[name].house for name in names)]
    named: dict[str, set[int]] = defaultdict(set)
    for number, names in texts.items():
        for upstream in (each for name in sorted(names) for each in told[name].upstreams):
            if upstream.is_credit and upstream.name not in houses:
                named[upstream.name].add(number)
    ranked = sorted(named, key=lambda key: (-len(named[key]), key))
    spelt = {name: told[name].source.text for name in members}
    held = named[ranked[0]] if ranked else set()
    return Judged(family, found, tuple(sorted(held)), not set(nameless) - held, spelt)


def _why_unjudged(alignment: Alignment) -> str:
    """Why there is no direction to look for; "" if there is."""
    if alignment.kind in _UNJUDGED:
        return _UNJUDGED[alignment.kind]
    return "both places stand in one text" if alignment.a.source_id == alignment.b.source_id else ""
