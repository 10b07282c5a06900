"""names.ftm.json: entities of the FollowTheMoney model, one JSON object a line.

The model: https://followthemoney.tech. Only what names an entity is read.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve

from provenance.model.name_rules import CanonicalName, NameRelation, NameRule, NameRules
from provenance.model.names import EntityKind
from provenance.readers.name_rules.statements import Place, make_canonical, read_name
from provenance.text.folding import fold_text

_SCHEMATA: Mapping[str, EntityKind | None] = {
    "Person": EntityKind.PERSON,
    "Organization": EntityKind.ORGANIZATION,
    "Company": EntityKind.ORGANIZATION,
    "PublicBody": EntityKind.ORGANIZATION,
    "LegalEntity": None,  # a person or a body
    "Thing": None,
    "Event": EntityKind.EVENT,
    "Airplane": EntityKind.OTHER,
    "Vehicle": EntityKind.OTHER,
    "Vessel": EntityKind.OTHER,
}
_NAMELESS = frozenset(
    "Address Analyzable Article Assessment Asset Associate Audio BankAccount Call CallForTenders "
    "Contract ContractAward CourtCase CourtCaseParty CryptoWallet Debt Directorship Document "
    "Documentation EconomicActivity Email Employment Family Folder HyperText Identification Image "
    "Interest Interval License Membership Mention Message Note Occupancy Ownership Package Page Pages "
    "Passport Payment PlainText Position Post Project ProjectParticipant RealEstate Representation Risk "
    "Sanction Security Similar Succession Table TaxRoll Trip UnknownLink UserAccount Value Video "
    "Workbook".split()
)
"""Schemata of entities that are no one whom texts name: left out."""
_NAMES = ("name", "alias", "previousName")
_WEAK = {"weakAlias": "a weak alias", "abbreviation": "an abbreviation"}
"""Properties that only suggest a name, and what each is called."""


def read_entities(path: str, file: str, text: str) -> NameRules:
    """The first `name` of each entity as the one to write, its other names as aliases, its weak aliases and
    abbreviations as suggestions; and so is a name that several entities claim: it would make them one.

    UsageError with line and reason for whatever is wrong.
    """
    forms: list[CanonicalName] = []
    weak: list[NameRule] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            place = Place(path, file, number)
            form, suggested = _read_entity(place, _parse(place, line))
            forms += form
            weak += suggested
    kept, shared = _part_shared(forms)
    return NameRules((), tuple(kept), tuple(unique_pairs([*weak, *shared])))


def unique_pairs(rules: Sequence[NameRule]) -> list[NameRule]:
    """The first rule of each pair of names and kind."""
    return list({(rule.a, rule.b, rule.kind): rule for rule in reversed(rules)}.values())[::-1]


def _parse(place: Place, line: str) -> dict[str, Any]:
    try:
        entity = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
        place.refuse(f"not a JSON object in one line: {reason}")
    if not isinstance(entity, dict):
        place.refuse("not a JSON object; each line is one entity")
    return entity


def _read_entity(place: Place, entity: Mapping[str, Any]) -> tuple[list[CanonicalName], list[NameRule]]:
    schema = entity.get("schema")
    if not isinstance(schema, str):
        place.refuse('an entity has a "schema": Person, Organization, Company, PublicBody …')
    if schema in _NAMELESS:
        return [], []
    if schema not in _SCHEMATA:
        place.refuse(f"no such schema: {schema[:60]!r}; read are {', '.join(_SCHEMATA)}")
    properties = entity.get("properties")
    if not isinstance(properties, dict):
        place.refuse('an entity has "properties": {"name": ["…"]}')
    name, *others = [*_values(place, properties, _NAMES)] or [""]
    if not name:
        place.refuse(f"this {schema} has no name")
    kind = _SCHEMATA[schema]
    note = str(entity.get("id") or "")
    form = make_canonical(place, name, [other for other in others if other != name], kind, note)
    suggested = [
        NameRule(name, other, NameRelation.SAME, kind, place.where, words)
        for key, words in _WEAK.items()
        for other in _values(place, properties, (key,))
        if other not in (name, *others)
    ]
    return [form], suggested


def _values(place: Place, properties: Mapping[str, Any], keys: Sequence[str]) -> list[str]:
    found: dict[str, None] = {}
    for key in keys:
        values = properties.get(key, [])
        for value in values if isinstance(values, list) else [values]:
            found[read_name(place, value, f"a value of {key}")] = None
    return list(found)


def _part_shared(forms: Sequence[CanonicalName]) -> tuple[list[CanonicalName], list[NameRule]]:
    """The entities without the aliases that another one claims too, and these as suggestions."""
    holders: dict[str, set[int]] = defaultdict(set)
    for number, form in enumerate(forms):
        for name in (form.name, *form.aliases):
            holders[fold_text(name) or name].add(number)
    kept: list[CanonicalName] = []
    suggested: list[NameRule] = []
    for form in forms:
        own = [alias for alias in form.aliases if len(holders[fold_text(alias) or alias]) == 1]
        kept.append(evolve(form, aliases=tuple(own)))
        suggested += [
            NameRule(
                form.name, alias, NameRelation.SAME, form.kind, form.where, "an alias of several entities"
            )
            for alias in form.aliases
            if alias not in own and fold_text(alias) != fold_text(form.name)
        ]
    return kept, suggested
