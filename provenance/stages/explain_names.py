"""Why spellings are one name, and why others are not: from the stored evidence, compared anew."""

import math
from collections.abc import Iterator, Sequence

from attrs import field, frozen
from sqlite_utils import Database

from provenance.errors import NoSuchKey
from provenance.model.explanations import Chapter, Explanation, Ground, Remedy
from provenance.model.knowledge import Knowledge
from provenance.model.names import NameComparison, Verdict
from provenance.model.settings import ConflictSettings, NameSettings
from provenance.names import compare_names
from provenance.names.resolving.rule_keys import rule_key
from provenance.stages.name_grounds import (
    count,
    counted,
    descriptions,
    figure,
    grouped,
    kept_apart,
    naming,
    place_of,
    rules_about,
    say_rules,
)
from provenance.stages.name_remedies import CANONICAL, DIFFERENT, SAME, remedy, without_repeats
from provenance.store.views import Row, view_rows

_MOST_REMEDIES = 3
"""Pairs for which lines to paste are told."""


@frozen(eq=False)
class Asked:
    """Where to look, and by what names were compared."""

    db: Database
    settings: NameSettings
    knowledge: Knowledge
    conflict_settings: ConflictSettings = field(factory=ConflictSettings)


def explain_entity(asked: Asked, rows: list[Row]) -> Explanation:
    """All its spellings: how each came to it, which others were kept away, how its name was chosen."""
    name, kind, key = (str(rows[0][column]) for column in ("name", "kind", "entity"))
    spellings = [str(row["variant"]) for row in rows]
    others = [row for row in rows if row["variant"] != name]
    rules = list(rules_about(asked.db, [name, *spellings]))
    chapters = [
        Chapter("how it is written", tuple(naming(asked.db, name, rows))),
        Chapter("spellings", _spellings(asked, others, name, kind, key)),
        Chapter("called without its name", tuple(descriptions(asked.db, key))),
        Chapter("kept apart", tuple(kept_apart(asked.db, spellings, kind))),
        Chapter("what you said of it", tuple(say_rules(rules))),
    ]
    apart = _pairs(asked, spellings, kind)
    remedies = [
        remedy(DIFFERENT, [name, str(row["variant"])], kind, rules) for row in others[:_MOST_REMEDIES]
    ]
    remedies += [remedy(SAME, pair, kind, rules) for pair in apart[:_MOST_REMEDIES]]
    written = [rule for rule in rules if rule["relation"] == "written as" and rule["a"] == name]
    if written:
        remedies.append(Remedy(f"to write it in another way, change {written[0]['place']}", ""))
    elif others:
        remedies.append(remedy(CANONICAL, [name, *(str(row["variant"]) for row in others)], kind, ()))
    title = f"{name}: {kind}, {count(len(rows), 'spelling')}"
    return Explanation("entity", key, title, _filled(chapters), without_repeats(remedies))


def explain_variant(asked: Asked, rows: list[Row]) -> Explanation:
    """How one spelling came to its name."""
    row = rows[0]
    name, kind, spelling = (str(row[column]) for column in ("name", "kind", "variant"))
    entity, is_name = str(row["entity"]), row["variant"] == row["name"]
    rules = list(rules_about(asked.db, [spelling]))
    all_rows = view_rows(asked.db, "name_variants", "entity = ?", entity)
    chapters = [
        Chapter("how it is written", tuple(naming(asked.db, name, all_rows)) if is_name else ()),
        Chapter("why it is one with it", _spellings(asked, [] if is_name else [row], name, kind, entity)),
        Chapter("kept apart", tuple(kept_apart(asked.db, [spelling], kind))),
        Chapter("what you said of it", tuple(say_rules(rules))),
    ]
    title = f"{spelling}: the canonical name" if is_name else f"{spelling}: a spelling of {name}"
    remedies = [] if is_name else [remedy(DIFFERENT, [name, spelling], kind, rules)]
    remedies += [remedy(SAME, pair, kind, rules) for pair in _pairs(asked, [spelling], kind)[:_MOST_REMEDIES]]
    key = str(row["key"])
    return Explanation("name variant", key, title, _filled(chapters), without_repeats(remedies))


def explain_pair(asked: Asked, rows: list[Row]) -> Explanation:
    """Why two names were not joined."""
    row = rows[0]
    title = f"{row['a']} / {row['b']}: {row['verdict']}, not joined"
    return _explain_two(asked, row, title, [Ground(str(row["reason"]), score=figure(row["score"]))])


def explain_link(asked: Asked, rows: list[Row]) -> Explanation:
    """One piece of evidence."""
    row = rows[0]
    outcome = "one" if row["joined"] else "not joined"
    ground = next(ground for ground, _row in grouped(rows))
    return _explain_two(asked, row, f"{row['a']} / {row['b']}: {outcome}", [ground])


def explain_two_names(asked: Asked, a: str, b: str) -> Explanation:
    """Two names, whether or not they stand in texts. The kind is that of a spelling in texts, else person.

    NoSuchKey for what is no name.
    """
    if not any(map(str.isalnum, a)) or not any(map(str.isalnum, b)):
        message = f"{a!r} and {b!r}: a name has letters or digits"
        raise NoSuchKey(message)
    ours, theirs = called_so(asked.db, a), called_so(asked.db, b)
    kinds = [list(dict.fromkeys(str(row["kind"]) for row in held)) for held in (ours, theirs)]
    shared = [kind for kind in kinds[0] if kind in kinds[1]] if all(kinds) else [*kinds[0], *kinds[1]]
    if not shared and all(kinds):
        title = f"{a} / {b}: of two kinds: {a} is {_listed(kinds[0])}, {b} is {_listed(kinds[1])}"
        why = Ground("names of two kinds are one only where a line of yours says so")
        return _explain_two(asked, {"a": a, "b": b, "kind": "", "key": ""}, title, [why])
    kind = (shared or ["person"])[0]
    first, second = sorted((a, b))
    pairs = view_rows(asked.db, "name_pairs", "a = ? AND b = ? AND kind = ?", first, second, kind)
    if pairs:
        return explain_pair(asked, pairs)
    entities = [{str(row["entity"]) for row in held if row["kind"] == kind} for held in (ours, theirs)]
    said = "one" if entities[0] & entities[1] else "two"
    if rule_key(a) == rule_key(b):
        said = "one name, written alike but for case and marks" if a != b else "one name with itself"
    elif not all(entities):
        said = "not both stand in the texts"
    grounds = list(_between(asked, *entities)) if said == "two" else []
    judged = _judged(asked, *entities) if said == "two" else None
    if judged:
        said = f"{judged['verdict']}, not joined"
        told = f"as {judged['a']} / {judged['b']} are: {judged['reason']} ({judged['key']})"
        grounds.insert(0, Ground(told, score=figure(judged["score"])))
    compared = compare_names(a, b, kind, asked.knowledge, asked.settings)
    if said == "two" and not grounds and compared.verdict is Verdict.SAME:
        grounds.append(
            Ground(
                "nothing in the texts joined them: a part of a name and an acronym are judged"
                " text by text, and a name only beside those that it may be"
            )
        )
    return _explain_two(asked, {"a": a, "b": b, "kind": kind, "key": ""}, f"{a} / {b}: {said}", grounds)


def called_so(db: Database, name: str) -> list[Row]:
    """Rows of name_variants that are spelled so, just these letters first; those of an entity whose name it
    is, where no text has that."""
    key = rule_key(name)
    rows = view_rows(db, "name_variants")
    spelled = [row for row in rows if rule_key(str(row["variant"])) == key]
    held = {row["entity"] for row in spelled}
    found = [
        *spelled,
        *(row for row in rows if row["entity"] not in held and rule_key(str(row["name"])) == key),
    ]
    return sorted(found, key=lambda row: (name not in (row["variant"], row["name"]), -_mentions(row)))


def _mentions(row: Row) -> int:
    return int(str(row["mentions"]))


def _listed(kinds: Sequence[str]) -> str:
    return " or ".join(f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}" for kind in kinds)


def _judged(asked: Asked, ours: set[str], theirs: set[str]) -> Row | None:
    """The pair of their spellings that stands for two entities in the list of pairs."""
    rows = view_rows(asked.db, "name_variants")
    first, second = (
        {str(row["variant"]) for row in rows if row["entity"] in held} for held in (ours, theirs)
    )
    return next(
        (
            row
            for row in view_rows(asked.db, "name_pairs")
            if (row["a"] in first and row["b"] in second) or (row["b"] in first and row["a"] in second)
        ),
        None,
    )


def _between(asked: Asked, ours: set[str], theirs: set[str]) -> Iterator[Ground]:
    """What was refused between other spellings of two entities, and so keeps these apart too."""
    rows = view_rows(asked.db, "name_variants")
    spelled = {str(row["variant"]) for row in rows if row["entity"] in theirs}
    for entity in sorted(ours):
        links = view_rows(asked.db, "name_links", "NOT joined AND entity = ?", entity)
        for ground, row in grouped([row for row in links if row["b"] in spelled]):
            yield Ground(
                f"{row['a']} / {row['b']}: {ground.text}", None, ground.score, ground.basis, ground.places
            )


def _explain_two(asked: Asked, row: Row, title: str, grounds: Sequence[Ground]) -> Explanation:
    a, b, kind = str(row["a"]), str(row["b"]), str(row["kind"])
    links = view_rows(asked.db, "name_links", "(a = ? AND b = ?) OR (a = ? AND b = ?)", a, b, b, a)
    told = {ground.text: ground for ground, _row in grouped(links)}
    said: dict[str, Ground] = {}
    for ground in grounds:
        fuller = next((text for text in told if ground.text in text), "")
        said[ground.text] = told.pop(fuller, ground)
    known = [*called_so(asked.db, a), *(called_so(asked.db, b) if rule_key(a) != rule_key(b) else ())]
    where = dict.fromkeys(
        Ground(f"{one['variant']}: {one['kind']}, {counted(one)}, of {one['name']} ({one['entity']})")
        for one in known
    )
    rules = list(rules_about(asked.db, [a, b], is_both=True))
    kinds = [kind] if kind else sorted({str(one["kind"]) for one in known})
    chapters = [
        Chapter("why", (*said.values(), *told.values())),
        Chapter("compared", tuple(_comparison(asked, a, b, one, not kind) for one in kinds)),
        Chapter("in the texts", tuple(where)),
        Chapter("what you said of them", tuple(say_rules(rules))),
    ]
    remedies = [remedy(table, [a, b], kind, rules) for table in ((SAME, DIFFERENT) if kind else (SAME,))]
    if rule_key(a) == rule_key(b):
        remedies = []
    what = "name link" if "basis" in row else "name pair"
    return Explanation(what, str(row["key"]), title, _filled(chapters), without_repeats(remedies))


def _spellings(asked: Asked, rows: Sequence[Row], name: str, kind: str, entity: str) -> tuple[Ground, ...]:
    """Each spelling, the evidence that joined it to any other, and its likeness to the name."""
    links = list(grouped(view_rows(asked.db, "name_links", "joined AND entity = ?", entity)))
    found = []
    for row in rows:
        spelling = str(row["variant"])
        stored = Ground(f"joined: {row['reason']}", score=figure(row["score"]))
        own = [
            Ground(f"{one['a']} ~ {one['b']}: {link.text}", None, link.score, link.basis, link.places)
            for link, one in links
            if spelling in (one["a"], one["b"])
        ]
        compared = _comparison(asked, spelling, _printed(asked, spelling, name, kind, entity), kind)
        text = f"{spelling}: {counted(row)} ({row['key']})"
        found.append(Ground(text, parts=(stored, *own, compared)))
    return tuple(found)


def _printed(asked: Asked, spelling: str, name: str, kind: str, entity: str) -> str:
    """The name, or where you chose one that no text has, the spelling in texts that is most like this one."""
    rows = view_rows(asked.db, "name_variants", "entity = ?", entity)
    printed = [str(row["variant"]) for row in rows]
    others = [other for other in printed if other != spelling]
    if name in printed or not others:
        return name
    return max(others, key=lambda other: compare_names(spelling, other, kind, asked.knowledge).score)


def choose(asked: Asked, name: str, keys: Sequence[str]) -> Explanation:
    """Several that are called so, each with what tells it from the others, for one to be chosen."""
    grounds = []
    for key in keys:
        rows = view_rows(asked.db, "name_variants", "entity = ?", key)
        places = view_rows(asked.db, "mentions", "entity = ?", key)
        told = next((row for row in places if rule_key(str(row["text"])) == rule_key(name)), places[0])
        sources = len({row["source"] for row in places})
        spelled = f"{rows[0]['name']}: {rows[0]['kind']}, {count(len(places), 'mention')}"
        text = f"{spelled} in {count(sources, 'source')} ({key})"
        grounds.append(Ground(text, places=(place_of({**told, "quote": told["text"]}),)))
    title = f"{name}: {len(keys)} are called so; `provenance explain` with a key explains one"
    return Explanation("names", "", title, (Chapter("which of them", tuple(grounds)),))


def _pairs(asked: Asked, spellings: Sequence[str], kind: str) -> list[list[str]]:
    """Pairs with these spellings that were not joined, the likeliest first."""
    rows = [
        row
        for row in view_rows(asked.db, "name_pairs", "kind = ?", kind)
        if row["a"] in spellings or row["b"] in spellings
    ]
    rows.sort(key=lambda row: (-(figure(row["score"]) or 0), str(row["a"]), str(row["b"])))
    return [[str(row["a"]), str(row["b"])] for row in rows]


def _comparison(asked: Asked, a: str, b: str, kind: str, is_kind_told: bool = False) -> Ground:
    """The two compared now, weight by weight. `is_kind_told`: as what."""
    compared = compare_names(a, b, kind, asked.knowledge, asked.settings)
    parts = tuple(Ground(reason.text, weight=reason.weight) for reason in compared.reasons)
    as_kind = f" as {kind}" if is_kind_told else ""
    text = f"{a} ~ {b}{as_kind}: {_say_score(compared, asked.settings)}"
    return Ground(text, score=compared.score, parts=parts)


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


def _filled(chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
    return tuple(chapter for chapter in chapters if chapter.grounds)
