"""The public views as rows for people: ordered, found by key."""

from collections.abc import Mapping

from attrs import frozen
from sqlite_utils import Database

from provenance.errors import NoSuchKey, UsageError
from provenance.model.keys import KINDS
from provenance.store.rows import read

Row = dict[str, object]

_LEVEL = "CASE {0} WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END"
_BY_SEVERITY = (
    f"class = 'spelling', severity_rank, {_LEVEL.format('consequence')}, {_LEVEL.format('certainty')}, "
    "class <> 'changed in reuse', "
    "(SELECT -count(DISTINCT touching.source) FROM conflict_evidence AS touching "
    "WHERE touching.conflict = key), "
    'key, side, path, source, start, "end", field'
)
"""As Conflict.order."""


@frozen
class View:
    """`order`: SQL that orders it whole. `searched`: columns that `--about` looks into. `sources`: columns
    that hold source keys. `one`: the column whose equal values make one thing of several rows."""

    order: str
    searched: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    one: str = "key"


VIEWS: Mapping[str, View] = {
    "sources": View("path, key", ("path", "title", "author", "publisher", "url"), ("key",)),
    "source_problems": View("path, source, code, text", ("path", "text"), ("source",), ""),
    "source_metadata": View(
        'path, source, name, start IS NULL, start, "end", field, value', ("value", "quote"), ("source",), ""
    ),
    "furniture": View('path, source, start, "end", kind', ("text", "reason"), ("source",), ""),
    "coverage": View("rowid", one=""),
    "near_duplicates": View("a_path, b_path, key", ("a_path", "b_path"), ("a", "b")),
    "contained_texts": View("b_path, b, a_path, a, key", ("a_path", "b_path"), ("a", "b")),
    "duplicate_texts": View("cluster, path, source", ("path",), ("source",), "cluster"),
    "source_groups": View("dependence_group, path, source", ("path",), ("source",), ""),
    "lineage": View("family, parent, child", (), ("parent", "child"), ""),
    "reused_passages": View("a_path, a, a_start, b_path, b, b_start, key", ("a_text", "b_text"), ("a", "b")),
    "mentions": View('path, source, start, "end"', ("name", "text"), ("source",), ""),
    "name_variants": View("name, entity, mentions DESC, variant, key", ("name", "variant")),
    "name_pairs": View(
        "verdict DESC, CASE verdict WHEN 'unsure' THEN abs(score - 0.55) ELSE -score END, kind, a, b, key",
        ("a", "b"),
    ),
    "name_sources": View("name, entity, variant, path, source", ("name", "variant"), ("source",), "entity"),
    "name_links": View(
        'name, entity, joined DESC, a, b, score DESC, key, path, source, start, "end"',
        ("a", "b"),
        ("source",),
    ),
    "name_descriptions": View('path, source, start, "end"', ("name", "text"), ("source",), ""),
    "name_rules": View("position", ("a", "b"), (), ""),
    "name_contradictions": View("position", ("rule", "evidence"), (), ""),
    "inconsistent_names": View(
        "path, source, name, entity, mentions DESC, spelling", ("name", "spelling"), ("source",), ""
    ),
    "decisions": View("id", one="id"),
    "claims": View(
        'path, source, start, "end", kind, key', ("subject", "value", "speaker", "quote"), ("source",)
    ),
    "conflicts": View(_BY_SEVERITY, ("title", "value", "quote"), ("source",)),
    "open_conflicts": View(_BY_SEVERITY, ("title", "value", "quote"), ("source",)),
    "timelines": View(
        'subject, predicate, unit, key, at, path, source, start, "end"', ("subject", "quote"), ("source",)
    ),
    "quotations": View(
        "speaker, words, key, variant <> 'fullest', path, source, start, \"end\"",
        ("speaker", "said_by", "quote"),
        ("source",),
    ),
    "plugin_notes": View("stage, position", ("about", "reason", "plugin"), (), ""),
    "side_sources": View("conflict, side, path, source", ("value", "reason"), ("source",), "conflict"),
    "side_weights": View("conflict, side, path, source", ("value",), ("source",), "conflict"),
}
"""Every public view."""

_KEYED: Mapping[str, tuple[str, str, str]] = {
    "s": ("source", "sources", "key"),
    "d": ("near_duplicate", "near_duplicates", "key"),
    "w": ("contained_text", "contained_texts", "key"),
    "r": ("alignment", "reused_passages", "key"),
    "e": ("entity", "name_variants", "entity"),
    "v": ("variant", "name_variants", "key"),
    "p": ("name_pair", "name_pairs", "key"),
    "l": ("name_link", "name_links", "key"),
    "c": ("claim", "claims", "key"),
    "k": ("conflict", "conflicts", "key"),
    "t": ("timeline", "timelines", "key"),
    "q": ("quotation", "quotations", "key"),
}
"""First letter of a key → the table that has it, the view that shows it, that view's column."""

SHORTEST_PREFIX = 4


def view_columns(db: Database, view: str) -> list[str]:
    """Names of a public view's columns, in order. UsageError if there is no such view."""
    _find_view(view)
    return [str(row[1]) for row in read(db, f'PRAGMA table_info("{view}")')]


def view_rows(db: Database, view: str, where: str = "", *parameters: str) -> list[Row]:
    """Rows of a public view in its fixed order. `where`: a condition with ? for `parameters`."""
    found = _find_view(view)
    order = f" ORDER BY {found.order}" if found.order != "rowid" else ""
    columns = view_columns(db, view)
    condition = f" WHERE {where}" if where else ""
    query = f'SELECT * FROM "{view}"{condition}{order}'
    return [dict(zip(columns, row, strict=True)) for row in read(db, query, *parameters)]


def find_key(db: Database, key: str) -> tuple[str, list[Row]]:
    """(what it is, its rows) of a whole key, of a prefix of at least four characters that only one has,
    or of a source's path. NoSuchKey otherwise."""
    sources = view_rows(db, "sources", "path = ?", key)
    if len(sources) == 1:
        return KINDS["s"], sources
    if len(sources) > 1:
        keys = ", ".join(str(row["key"]) for row in sources)
        message = f"{key}: several sources have this path: {keys}; name one by its key"
        raise NoSuchKey(message)
    if len(key) < SHORTEST_PREFIX or key[0] not in _KEYED or key[1] != "-":
        message = (
            f"{key}: no source has this path, and it is no key: k-0123abcd, or its first four characters"
        )
        raise NoSuchKey(message)
    table, view, column = _KEYED[key[0]]
    query = f'SELECT key FROM "{table}" WHERE substr(key, 1, ?) = ? ORDER BY key LIMIT 3'
    keys_found = [str(row[0]) for row in read(db, query, len(key), key)]
    if not keys_found:
        message = f"{key}: no {KINDS[key[0]]} has this key; keys are in the column key of the lists"
        raise NoSuchKey(message)
    if len(keys_found) > 1:
        some = ", ".join(keys_found)
        message = f"{key}: more than one {KINDS[key[0]]} starts like this ({some}); give more of it"
        raise NoSuchKey(message)
    return KINDS[key[0]], view_rows(db, view, f'"{column}" = ?', keys_found[0])


def load_reviews(db: Database) -> list[tuple[str, str]]:
    """(conflict key, review state) of those that are not open, by key."""
    query = "SELECT DISTINCT key, review FROM conflicts WHERE review <> 'open' ORDER BY key"
    return [(str(key), str(review)) for key, review in read(db, query)]


def _find_view(view: str) -> View:
    if view not in VIEWS:
        message = f"no such view: {view}; there are {', '.join(VIEWS)}"
        raise UsageError(message)
    return VIEWS[view]
