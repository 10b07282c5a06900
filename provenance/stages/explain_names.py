"""Why spellings are one name, and why others are not: from the stored evidence, compared anew."""

import math
from collections.abc import Sequence

from attrs import frozen
from sqlite_utils import Database

from provenance.errors import NoSuchKey
from provenance.model.explanations import Chapter, Explanation, Ground
from provenance.model.knowledge import Knowledge
from provenance.model.names import NameComparison, Verdict
from provenance.model.settings import NameSettings
from provenance.names import compare_names
from provenance.stages.name_grounds import (
    count,
    counted,
    descriptions,
    figure,
    grouped,
    kept_apart,
    naming,
    rules_about,
    say_rules,
)
from provenance.stages.name_remedies import CANONICAL, DIFFERENT, SAME, remedy, without_repeats
from provenance.store.views import Row, view_rows
from provenance.text.folding import fold_text

_MOST_REMEDIES = 3
"""Pairs for which lines to paste are told."""


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
    if others:
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
    known = {fold_text(str(row["variant"])): row for row in view_rows(asked.db, "name_variants")}
    held = [row for row in (known.get(fold_text(name)) for name in (a, b)) if row]
    kind = str(held[0]["kind"]) if held else "person"
    first, second = sorted((a, b))
    pairs = view_rows(asked.db, "name_pairs", "a = ? AND b = ? AND kind = ?", first, second, kind)
    if pairs:
        return explain_pair(asked, pairs)
    outcome = "one" if len({str(row["entity"]) for row in held}) == 1 else "two"
    said = outcome if len(held) > 1 else "not both stand in the texts"
    return _explain_two(asked, {"a": a, "b": b, "kind": kind, "key": ""}, f"{a} / {b}: {said}", [])


def _explain_two(asked: Asked, row: Row, title: str, grounds: Sequence[Ground]) -> Explanation:
    a, b, kind = str(row["a"]), str(row["b"]), str(row["kind"])
    links = view_rows(asked.db, "name_links", "(a = ? AND b = ?) OR (a = ? AND b = ?)", a, b, b, a)
    told = {ground.text: ground for ground, _row in grouped(links)}
    said: dict[str, Ground] = {}
    for ground in grounds:
        fuller = next((text for text in told if ground.text in text), "")
        said[ground.text] = told.pop(fuller, ground)
    known = view_rows(asked.db, "name_variants", "variant IN (?, ?)", a, b)
    where = [Ground(f"{one['variant']}: {counted(one)}, of {one['name']} ({one['entity']})") for one in known]
    rules = list(rules_about(asked.db, [a, b], is_both=True))
    chapters = [
        Chapter("why", (*said.values(), *told.values())),
        Chapter("compared", (_comparison(asked, a, b, kind),)),
        Chapter("in the texts", tuple(where)),
        Chapter("what you said of them", tuple(say_rules(rules))),
    ]
    remedies = [remedy(table, [a, b], kind, rules) for table in (SAME, DIFFERENT)]
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
        compared = _comparison(asked, spelling, name, kind)
        text = f"{spelling}: {counted(row)} ({row['key']})"
        found.append(Ground(text, parts=(stored, *own, compared)))
    return tuple(found)


def _pairs(asked: Asked, spellings: Sequence[str], kind: str) -> list[list[str]]:
    """Pairs with these spellings that were not joined, the likeliest first."""
    rows = [
        row
        for row in view_rows(asked.db, "name_pairs", "kind = ?", kind)
        if row["a"] in spellings or row["b"] in spellings
    ]
    rows.sort(key=lambda row: (-(figure(row["score"]) or 0), str(row["a"]), str(row["b"])))
    return [[str(row["a"]), str(row["b"])] for row in rows]


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


def _filled(chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
    return tuple(chapter for chapter in chapters if chapter.grounds)
