"""Why spellings are one name, and why others are not: from the stored evidence, compared anew."""

import math
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen
from sqlite_utils import Database

from provenance.errors import NoSuchKey
from provenance.model.explanations import Chapter, Explanation, Ground, GroundPlace
from provenance.model.knowledge import Knowledge
from provenance.model.names import NameComparison, Verdict
from provenance.model.settings import NameSettings
from provenance.names import compare_names
from provenance.stages.name_remedies import CANONICAL, DIFFERENT, SAME, remedy
from provenance.store.views import Row, view_rows
from provenance.text.folding import fold_text

CANONICAL_RULE = (
    "chosen by rule: a name before the mere word for what it is, a full form before a surname or an "
    "acronym, mixed case before capitals; then the form in most sources, with most mentions, the longest, "
    "the first of the alphabet"
)


@frozen(eq=False)
class Asked:
    """Where to look, and by what names were compared."""

    db: Database
    settings: NameSettings
    knowledge: Knowledge


def explain_entity(asked: Asked, rows: list[Row]) -> Explanation:
    """All its spellings: how each came to it, which others were kept away, how its name was chosen."""
    name, kind, key = (str(rows[0][column]) for column in ("name", "kind", "entity"))
    spellings = [str(row["variant"]) for row in rows]
    links = _links(asked.db, "entity = ?", key)
    chapters = [
        Chapter("how it is written", tuple(_naming(asked.db, name, rows))),
        Chapter(
            "spellings",
            tuple(_spelling(asked, row, name, kind, links) for row in rows if row["variant"] != name),
        ),
        Chapter("kept apart", tuple(_kept_apart(asked.db, spellings, kind, key))),
        Chapter("what you said of it", tuple(_rules(asked.db, [name, *spellings]))),
    ]
    others = [one for one in spellings if one != name]
    remedies = [remedy(DIFFERENT, [name, one], kind) for one in others[:3]]
    written = remedy(CANONICAL, [name, *others], kind)
    title = f"{name}: {kind}, {_count(len(rows), 'spelling')}"
    return Explanation("entity", key, title, _filled(chapters), (*remedies, written) if others else ())


def explain_variant(asked: Asked, rows: list[Row]) -> Explanation:
    """How one spelling came to its name."""
    row = rows[0]
    name, kind, spelling = (str(row[column]) for column in ("name", "kind", "variant"))
    entity, key = str(row["entity"]), str(row["key"])
    links = _links(asked.db, "entity = ?", entity)
    is_name = spelling == name
    how = (
        _naming(asked.db, name, view_rows(asked.db, "name_variants", "entity = ?", entity)) if is_name else ()
    )
    chapters = [
        Chapter("how it is written", tuple(how)),
        Chapter("why it is one with it", () if is_name else (_spelling(asked, row, name, kind, links),)),
        Chapter("kept apart", tuple(_kept_apart(asked.db, [spelling], kind, entity))),
        Chapter("what you said of it", tuple(_rules(asked.db, [spelling]))),
    ]
    title = f"{spelling}: the canonical name" if is_name else f"{spelling}: a spelling of {name}"
    remedies = () if is_name else (remedy(DIFFERENT, [name, spelling], kind),)
    return Explanation("name variant", key, title, _filled(chapters), remedies)


def explain_pair(asked: Asked, rows: list[Row]) -> Explanation:
    """Why two names were not joined."""
    row = rows[0]
    a, b, kind = str(row["a"]), str(row["b"]), str(row["kind"])
    title = f"{a} / {b}: {row['verdict']}, not joined"
    reason = Ground(str(row["reason"]), score=_figure(row["score"]))
    return _explain_two(asked, a, b, kind, str(row["key"]), title, [reason])


def explain_link(asked: Asked, rows: list[Row]) -> Explanation:
    """One piece of evidence."""
    row = rows[0]
    a, b, kind = str(row["a"]), str(row["b"]), str(row["kind"])
    outcome = "one" if row["joined"] else "not joined"
    (ground,) = _grounds(rows)
    return _explain_two(asked, a, b, kind, str(row["key"]), f"{a} / {b}: {outcome}", [ground])


def explain_two_names(asked: Asked, a: str, b: str) -> Explanation:
    """Two names, whether or not they stand in texts. The kind is that of a spelling in texts, else person."""
    known = {fold_text(str(row["variant"])): row for row in view_rows(asked.db, "name_variants")}
    held = [known.get(fold_text(name)) for name in (a, b)]
    kind = next((str(row["kind"]) for row in held if row), "person")
    pairs = view_rows(asked.db, "name_pairs", "a = ? AND b = ? AND kind = ?", *sorted((a, b)), kind)
    if pairs:
        return explain_pair(asked, pairs)
    if not any(map(str.isalnum, a)) or not any(map(str.isalnum, b)):
        message = "a name has letters or digits"
        raise NoSuchKey(message)
    entities = {str(row["entity"]) for row in held if row}
    outcome = "not both stand in the texts" if None in held else "one" if len(entities) == 1 else "two"
    return _explain_two(asked, a, b, kind, "", f"{a} / {b}: {outcome}", [])


def _explain_two(
    asked: Asked, a: str, b: str, kind: str, key: str, title: str, grounds: Sequence[Ground]
) -> Explanation:
    links = _links(asked.db, "(a = ? AND b = ?) OR (a = ? AND b = ?)", a, b, b, a)
    told = [ground for ground in _grounds(links) if ground.text not in {one.text for one in grounds}]
    known = [row for row in view_rows(asked.db, "name_variants", "variant IN (?, ?)", a, b)]
    where = [
        Ground(
            f"{row['variant']}: {_counts(row)}, of {row['name']} ({row['entity']})",
        )
        for row in known
    ]
    chapters = [
        Chapter("why", (*grounds, *told)),
        Chapter("compared", (_comparison(asked, a, b, kind),)),
        Chapter("in the texts", tuple(where)),
        Chapter("what you said of them", tuple(_rules(asked.db, [a, b], is_both=True))),
    ]
    remedies = (remedy(SAME, [a, b], kind), remedy(DIFFERENT, [a, b], kind))
    return Explanation("name pair", key, title, _filled(chapters), remedies)


def _naming(db: Database, name: str, rows: Sequence[Row]) -> Iterator[Ground]:
    """By what the name was chosen, and what each spelling had to show for it."""
    rules = view_rows(db, "name_rules", "relation = 'written as' AND effect = 'followed' AND a = ?", name)
    how = f"as {rules[0]['place']} says" if rules else CANONICAL_RULE
    order = sorted(
        rows, key=lambda row: (row["variant"] != name, -int(str(row["sources"])), str(row["variant"]))
    )
    parts = tuple(Ground(f"{row['variant']}: {_counts(row)}") for row in order)
    yield Ground(f"{name}: {how}", parts=parts)


def _spelling(asked: Asked, row: Row, name: str, kind: str, links: Sequence[Row]) -> Ground:
    """A spelling, the evidence that joined it to any other, and its likeness to the name."""
    spelling = str(row["variant"])
    own = [one for one in links if one["joined"] and spelling in (one["a"], one["b"])]
    stored = Ground(f"joined: {row['reason']}", score=_figure(row["score"]))
    parts = [
        stored,
        *(_with_names(ground, one) for ground, one in _grouped(own)),
        _comparison(asked, spelling, name, kind),
    ]
    return Ground(f"{spelling}: {_counts(row)} ({row['key']})", parts=tuple(parts))


def _with_names(ground: Ground, row: Row) -> Ground:
    text = f"{row['a']} ~ {row['b']}: {ground.text}"
    return Ground(text, ground.weight, ground.score, ground.basis, ground.places)


def _kept_apart(db: Database, spellings: Sequence[str], kind: str, entity: str) -> Iterator[Ground]:
    """Pairs that were not joined, and evidence that was refused."""
    marks = ", ".join("?" * len(spellings))
    where = f"kind = ? AND (a IN ({marks}) OR b IN ({marks}))"
    told: set[tuple[object, ...]] = set()
    for row in view_rows(db, "name_pairs", where, kind, *spellings, *spellings):
        told.add((row["a"], row["b"], row["reason"]))
        text = f"{row['a']} / {row['b']}: {row['verdict']}, {row['reason']} ({row['key']})"
        yield Ground(text, score=_figure(row["score"]))
    refused = _links(db, f"NOT joined AND {where}", kind, *spellings, *spellings)
    for ground, row in _grouped(refused):
        a, b = sorted((str(row["a"]), str(row["b"])))
        if (a, b, row["reason"]) not in told and entity:
            yield _with_names(ground, row)


def _rules(db: Database, names: Iterable[str], is_both: bool = False) -> Iterator[Ground]:
    """Lines of the user's that speak of any of the names (of both), and what became of them."""
    wanted = {fold_text(name) for name in names}
    for row in view_rows(db, "name_rules"):
        met = {fold_text(str(row["a"])), fold_text(str(row["b"]))} & wanted
        if len(met) == len(wanted) if is_both else met:
            note = f", “{row['note']}”" if row["note"] else ""
            parts = [Ground(f"against it: {row['contradiction']}")] if row["contradiction"] else []
            text = f"{row['place']}: {row['a']} {_relation(row)} {row['b']}{note}: {row['effect']}"
            yield Ground(text, basis="rule", parts=tuple(parts))


def _relation(row: Row) -> str:
    words = {"same": "is", "different": "is not", "written as": "is how to write", "suggested": "may be"}
    return words[str(row["relation"])]


def _comparison(asked: Asked, a: str, b: str, kind: str) -> Ground:
    """The two compared now, weight by weight."""
    compared = compare_names(a, b, kind, asked.knowledge, asked.settings)
    parts = tuple(Ground(reason.text, weight=reason.weight) for reason in compared.reasons)
    return Ground(f"{a} ~ {b}: {_say_score(compared, asked.settings)}", score=compared.score, parts=parts)


def _say_score(compared: NameComparison, settings: NameSettings) -> str:
    if not compared.reasons:
        return "nothing to compare"
    total = math.fsum(reason.weight for reason in compared.reasons)
    if compared.verdict is Verdict.SAME:
        limit = f"same from {settings.same:g}"
    elif compared.verdict is Verdict.DIFFERENT:
        limit = f"different under {settings.different:g}"
    else:
        limit = f"unsure from {settings.different:g}, same from {settings.same:g}"
    return f"compared as {compared.verdict.value}; the weights sum to {total:+.2f} ({limit})"


def _links(db: Database, where: str, *parameters: str) -> list[Row]:
    return view_rows(db, "name_links", where, *parameters)


def _grouped(rows: Sequence[Row]) -> Iterator[tuple[Ground, Row]]:
    """Each link with all its places, and its first row."""
    by_key: dict[object, list[Row]] = {}
    for row in rows:
        by_key.setdefault(row["key"], []).append(row)
    for same in by_key.values():
        first = same[0]
        places = tuple(_place(row) for row in same if row["start"] is not None)
        yield Ground(str(first["reason"]), None, _figure(first["score"]), str(first["basis"]), places), first


def _grounds(rows: Sequence[Row]) -> list[Ground]:
    return [ground for ground, _row in _grouped(rows)]


def _place(row: Row) -> GroundPlace:
    start, end = int(str(row["start"])), int(str(row["end"]))
    return GroundPlace(str(row["source"]), str(row["path"]), start, end, str(row["quote"]))


def _counts(row: Row) -> str:
    return f"{_count(int(str(row['mentions'])), 'mention')} in {_count(int(str(row['sources'])), 'source')}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _figure(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _filled(chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
    return tuple(chapter for chapter in chapters if chapter.grounds)
