"""The reasoning behind anything that has a key, by the kind of thing it is."""

from collections.abc import Callable, Mapping

from attrs import evolve
from sqlite_utils import Database

from provenance.errors import NoSuchKey
from provenance.model.explanations import Explanation
from provenance.model.knowledge import Knowledge
from provenance.model.settings import Settings
from provenance.stages.explain_claims import explain_claim
from provenance.stages.explain_conflicts import explain_conflict
from provenance.stages.explain_listed import explain_quotation, explain_timeline
from provenance.stages.explain_names import (
    Asked,
    called_so,
    choose,
    explain_entity,
    explain_link,
    explain_pair,
    explain_two_names,
    explain_variant,
)
from provenance.stages.explain_reuse import explain_likeness, explain_passage
from provenance.stages.explain_sources import explain_source
from provenance.store.views import Row, find_key

Explainer = Callable[[Asked, list[Row]], Explanation]
EXPLAINERS: Mapping[str, Explainer] = {
    "entity": explain_entity,
    "name variant": explain_variant,
    "name pair": explain_pair,
    "name link": explain_link,
    "conflict": explain_conflict,
    "timeline": explain_timeline,
    "quotation": explain_quotation,
    "reused passage": explain_passage,
    "claim": explain_claim,
    "source": explain_source,
    "near-duplicate": explain_likeness,
    "contained text": explain_likeness,
}
"""Kind of thing, as in model/keys.py → what explains it."""


def explain(
    db: Database, key: str, other: str | None, settings: Settings, knowledge: Knowledge
) -> Explanation:
    """The reasoning behind what `key` names: a key, its beginning, a source's path, or a name in the texts.

    With `other`, of why the two names (or what the two keys are called) are one or two. Of several that are
    called so, what tells them apart. NoSuchKey if there is nothing of the kind.
    """
    asked = Asked(db, settings.names, knowledge, settings.conflicts)
    if other is not None:
        return explain_two_names(asked, _called(db, key), _called(db, other))
    try:
        kind, rows = find_key(db, key)
    except NoSuchKey as error:
        keys = _entities_called(db, key)
        if not keys:
            message = f"{error}; nor is anything called so in the texts"
            raise NoSuchKey(message) from error
        if len(keys) > 1:
            return choose(asked, key, keys)
        kind, rows = find_key(db, keys[0])
    return evolve(EXPLAINERS[kind](asked, rows), kind=kind)


def _entities_called(db: Database, name: str) -> list[str]:
    """Keys of the entities with that name or spelling; of one written in just these letters, if any is."""
    if not name.strip():
        return []
    rows = called_so(db, name)
    exact = [row for row in rows if name in (row["variant"], row["name"])]
    return list(dict.fromkeys(str(row["entity"]) for row in exact or rows))


def _called(db: Database, name: str) -> str:
    """The name that a key of a name stands for; anything else is a name itself."""
    try:
        kind, rows = find_key(db, name)
    except NoSuchKey:
        return name
    if kind == "entity":
        return str(rows[0]["name"])
    if kind == "name variant":
        return str(rows[0]["variant"])
    message = f"{name}: this is a {kind}; two names are compared, or two keys of names"
    raise NoSuchKey(message)
