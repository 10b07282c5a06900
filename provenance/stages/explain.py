"""The reasoning behind anything that has a key, by the kind of thing it is."""

from collections.abc import Callable, Mapping

from attrs import evolve
from sqlite_utils import Database

from provenance.errors import NoSuchKey
from provenance.model.explanations import Explanation
from provenance.model.knowledge import Knowledge
from provenance.model.settings import Settings
from provenance.stages.explain_findings import FINDINGS
from provenance.stages.explain_names import (
    Asked,
    explain_entity,
    explain_link,
    explain_pair,
    explain_two_names,
    explain_variant,
)
from provenance.store.views import Row, find_key, view_rows
from provenance.text.folding import fold_text

Explainer = Callable[[Asked, list[Row]], Explanation]
_NAMES: Mapping[str, Explainer] = {
    "entity": explain_entity,
    "name variant": explain_variant,
    "name pair": explain_pair,
    "name link": explain_link,
}
EXPLAINERS: Mapping[str, Explainer] = {**_NAMES, **FINDINGS}
"""Kind of thing, as in model/keys.py → what explains it."""


def explain(
    db: Database, key: str, other: str | None, settings: Settings, knowledge: Knowledge
) -> Explanation:
    """The reasoning behind what `key` names: a key, its beginning, a source's path, or a name in the texts.

    With `other`, of why the two names (or what the two keys are called) are one or two. NoSuchKey if there
    is nothing of the kind, or several things are called so.
    """
    asked = Asked(db, settings.names, knowledge)
    if other is not None:
        return explain_two_names(asked, _called(db, key), _called(db, other))
    kind, rows = _find(db, key)
    said = EXPLAINERS[kind](asked, rows)
    return evolve(said, kind=kind)


def _find(db: Database, key: str) -> tuple[str, list[Row]]:
    """What a key names; or else the entity that goes by a name."""
    try:
        return find_key(db, key)
    except NoSuchKey as error:
        keys = _entities_called(db, key)
        if not keys:
            message = f"{error}; nor is anything called so in the texts"
            raise NoSuchKey(message) from error
    if len(keys) > 1:
        message = f"{key}: several are called so: {', '.join(keys)}; name one by its key"
        raise NoSuchKey(message)
    return find_key(db, keys[0])


def _entities_called(db: Database, name: str) -> list[str]:
    """Keys of the entities with that spelling; of one written in just these letters, if there is any."""
    needle = fold_text(name)
    rows = [
        row for row in view_rows(db, "name_variants") if needle and fold_text(str(row["variant"])) == needle
    ]
    exact = [row for row in rows if row["variant"] == name]
    return sorted({str(row["entity"]) for row in exact or rows})


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
