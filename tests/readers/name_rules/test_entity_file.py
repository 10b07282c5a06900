"""names.ftm.json: entities, their names, aliases and weak aliases."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import UsageError
from provenance.model.name_rules import CanonicalName, NameRules
from provenance.model.names import EntityKind
from provenance.readers.name_rules.entity_file import read_entities


def entity(schema: str, **properties: list[str] | str) -> str:
    return json.dumps({"id": "x1", "schema": schema, "properties": properties})


def read(*lines: str) -> NameRules:
    return read_entities("names.ftm.json", "names.ftm.json", "\n".join(lines))


def test_names_are_aliases_of_the_first() -> None:
    said = read("", entity("PublicBody", name=["Ministry of Budget", "Budget Ministry"], alias=["MoB"]))
    form = CanonicalName(
        "Ministry of Budget",
        ("Budget Ministry", "MoB"),
        EntityKind.ORGANIZATION,
        "names.ftm.json line 2",
        "x1",
    )
    assert said == NameRules((), (form,), ())


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        ("Person", EntityKind.PERSON),
        ("Company", EntityKind.ORGANIZATION),
        ("Organization", EntityKind.ORGANIZATION),
        ("Event", EntityKind.EVENT),
        ("LegalEntity", None),
    ],
)
def test_schemata_are_kinds(schema: str, kind: EntityKind | None) -> None:
    assert read(entity(schema, name="N")).canonical[0].kind is kind


def test_weak_aliases_are_only_suggested() -> None:
    said = read(entity("Person", name=["Ana Souza"], weakAlias=["Aninha"]))
    assert said.canonical[0].aliases == ()
    assert [(rule.a, rule.b, rule.note) for rule in said.suggested] == [
        ("Ana Souza", "Aninha", "a weak alias")
    ]


def test_an_alias_that_two_entities_have_joins_neither() -> None:
    said = read(
        entity("Person", name="Ana Souza", alias=["Ana"]), entity("Person", name="Ana Lima", alias=["ANA"])
    )
    assert [form.aliases for form in said.canonical] == [(), ()]
    assert {(rule.a, rule.b) for rule in said.suggested} == {("Ana Souza", "Ana"), ("Ana Lima", "ANA")}


def test_entities_that_name_no_one_are_left_out() -> None:
    assert read(entity("Ownership", name="x"), entity("Address", full="Rua 1")) == NameRules()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not a JSON object in one line"),
        ("[" * 100_000, "not a JSON object"),
        ("[1]", "each line is one entity"),
        ("{}", 'has a "schema"'),
        ('{"schema": "Robot"}', "no such schema: 'Robot'"),
        ('{"schema": "Person"}', 'has "properties"'),
        ('{"schema": "Person", "properties": {"alias": []}}', "has no name"),
        ('{"schema": "Person", "properties": {"name": [4]}}', "a text in quotes, not 4"),
        ('{"schema": "Person", "properties": {"name": [""]}}', "is empty"),
        ('{"schema": "Person", "properties": {"name": ["A\\ud800"]}}', "control character"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(line: str, reason: str) -> None:
    with pytest.raises(UsageError) as told:
        read(entity("Person", name="A"), line)
    assert str(told.value).startswith("names.ftm.json, line 2: ") and reason in str(told.value)


@given(
    st.recursive(
        st.none() | st.text(max_size=8) | st.integers(),
        lambda x: (
            st.lists(x)
            | st.dictionaries(
                st.sampled_from(["schema", "properties", "name", "alias", "weakAlias", "Person"]), x
            )
        ),
    )
)
def test_any_json_is_read_or_refused(value: object) -> None:
    try:
        read(json.dumps(value))
    except UsageError as error:
        assert "line 1" in str(error)
