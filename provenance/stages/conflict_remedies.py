"""Lines of files of ours that would make a conflict go away, ready to paste."""

import re
from collections.abc import Iterable, Iterator, Sequence

from sqlite_utils import Database

from provenance.conflicts.pile import Pile
from provenance.conflicts.rules import RULES, Remedy
from provenance.model.claims import Claim, Hedge
from provenance.model.conflicts import Conflict, ConflictKind
from provenance.model.explanations import Remedy as Lines
from provenance.stages.name_grounds import rules_about
from provenance.stages.name_remedies import DIFFERENT, SAME, remedy, toml_text, without_repeats

_SETTINGS, _SIDECAR = "provenance.toml", "sources.csv beside the files"
_MOST = 3
_BEFORE = re.compile(r"([^\W\d_]{3,24})\s+$")
_UNSAFE = re.compile(r"[,\"\r\n]")


def paste_remedies(
    db: Database, pile: Pile, conflict: Conflict, claims: Sequence[Sequence[Claim]]
) -> tuple[Lines, ...]:
    """What a file of ours can say to change the finding, by the table of rules. `claims`: of each side."""
    wanted = RULES[conflict.kind].remedies
    found: list[Lines | None] = []
    if Remedy.APART in wanted:
        found += [_names(db, DIFFERENT, pair, pile) for pair in _spellings(pile, conflict, claims)][:_MOST]
    if Remedy.ONE in wanted:
        found += [_names(db, SAME, pair, pile) for pair in _bearers(pile, claims)][:_MOST]
    if Remedy.HEDGE in wanted:
        found += list(_hedges(pile, claims))[:_MOST]
    rests_on_publication = any("publi" in one.valid_basis for side in claims for one in side)
    if Remedy.DATES in wanted and (rests_on_publication or conflict.kind is ConflictKind.STALE_FIGURE):
        found.append(_dates(pile, conflict))
    return without_repeats(found)


def _names(db: Database, table: str, pair: tuple[str, str], pile: Pile) -> Lines | None:
    kinds = {e.kind.value for e in pile.entities.values() if e.name in pair}
    return remedy(table, list(pair), kinds.pop() if len(kinds) == 1 else "", list(rules_about(db, pair)))


def _spellings(
    pile: Pile, conflict: Conflict, claims: Sequence[Sequence[Claim]]
) -> Iterator[tuple[str, str]]:
    """Two spellings, on two sides, of what was taken for one."""
    if conflict.kind is ConflictKind.NAME_VARIANT:
        values = [side.value for side in conflict.sides]
        yield from ((values[0], other) for other in values[1:])
        return
    held = [_printed(side) for side in claims]
    for number, one in enumerate(held):
        for two in held[number + 1 :]:
            for entity in sorted(one.keys() & two.keys()):
                if one[entity] != two[entity]:
                    yield one[entity], two[entity]


def _printed(claims: Iterable[Claim]) -> dict[str, str]:
    """Entity → how one side writes it."""
    return {claim.subject_entity: claim.subject for claim in claims if claim.subject_entity}


def _bearers(pile: Pile, claims: Sequence[Sequence[Claim]]) -> Iterator[tuple[str, str]]:
    """Two names, on two sides, that would be no rivals if they were one."""
    held = [
        {e for claim in side for e in (claim.subject_entity, claim.value_entity, claim.speaker_entity) if e}
        for side in claims
    ]
    for number, one in enumerate(held):
        for two in held[number + 1 :]:
            for a in sorted(one - two):
                for b in sorted(two - one):
                    known = [pile.entities.get(key) for key in (a, b)]
                    first, second = known
                    if first and second and first.kind is second.kind:
                        yield first.name, second.name


def _hedges(pile: Pile, claims: Sequence[Sequence[Claim]]) -> Iterator[Lines]:
    """The word right before a figure that was read as exact, should it be a hedge."""
    for claim in (one for side in claims for one in side):
        if claim.span is None or claim.hedge is not Hedge.EXACT:
            continue
        start, _ = pile.sentence_at(claim.source_id, claim.span.start)
        before = _BEFORE.search(pile.text(claim.source_id)[start : claim.span.start])
        word = before[1].lower() if before else ""
        known = pile.knowledge
        if word and not any(
            word in words for words in (known.function_words, known.event_verbs, known.say_verbs)
        ):
            line = f'[tables.hedges]\n{toml_text(word)} = "about"'
            yield Lines(f"if “{word}” before a figure means about, or at_least, at_most …", line, _SETTINGS)


def _dates(pile: Pile, conflict: Conflict) -> Lines | None:
    """Rows of sources.csv for the texts at hand, with the dates that they have now."""
    held = dict.fromkeys(e.source_id for side in conflict.sides for e in side.evidence)
    rows = []
    for source_id in list(held)[: 2 * _MOST]:
        source = pile.sources[source_id].source
        if not _UNSAFE.search(source.path):
            rows.append(f"{source.path},{(source.value('published') or 'YYYY-MM-DD')[:10]}")
    return (
        Lines("to correct a date of publication", "\n".join(["path,published", *rows]), _SIDECAR)
        if rows
        else None
    )
