"""names.toml: what it says, on which line, and what is wrong with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import UsageError
from provenance.model.name_rules import CanonicalName, NameRelation, NameRule
from provenance.model.names import EntityKind
from provenance.readers.name_rules.toml_file import find_headers, read_toml

SAID = '''# names of a mining accident
[[same]]
names = ["Thandiwe Mokoena", "T. Mokwena"]
kind = "person"
note = """signs both:
[[same]]
"""

[[different]]
names = ["Anglo Rand", "Anglo Rand Platinum", "Rand Anglo"]
  [[name]]   # how the house writes it
canonical = "National Union of Mineworkers"
aliases = ["NUM", "Mineworkers' Union"]
kind = "organization"
'''


def test_each_statement_has_its_line() -> None:
    said = read_toml("case/names.toml", "names.toml", SAID)
    assert said.rules[0] == NameRule(
        "Thandiwe Mokoena",
        "T. Mokwena",
        NameRelation.SAME,
        EntityKind.PERSON,
        "names.toml line 2",
        "signs both: [[same]]",
    )
    assert said.canonical == (
        CanonicalName(
            "National Union of Mineworkers",
            ("NUM", "Mineworkers' Union"),
            EntityKind.ORGANIZATION,
            "names.toml line 11",
        ),
    )


def test_of_several_different_names_each_two_are_told() -> None:
    said = read_toml("names.toml", "names.toml", SAID)
    told = [(rule.a, rule.b) for rule in said.rules if rule.relation is NameRelation.DIFFERENT]
    assert len(told) == 3 and ("Anglo Rand", "Rand Anglo") in told


def test_of_several_same_names_each_is_told_with_the_next() -> None:
    said = read_toml("names.toml", "names.toml", '[[same]]\nnames = ["A One", "B Two", "C Three"]')
    assert [(rule.a, rule.b) for rule in said.rules] == [("A One", "B Two"), ("B Two", "C Three")]


def test_statements_in_one_line_are_read_too() -> None:
    said = read_toml("names.toml", "names.toml", '\nsame = [{names = ["A", "B"]}]')
    assert [rule.where for rule in said.rules] == ["names.toml line 2"]


def test_an_empty_file_says_nothing() -> None:
    said = read_toml("names.toml", "names.toml", "# nothing yet\n")
    assert (said.rules, said.canonical, said.suggested) == ((), (), ())


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("[[same]\n", 1, "not valid TOML"),
        ('\n\nnote = "x"', 3, "no such table: note"),
        ("\nsame = 3", 2, "same is a list of tables"),
        ("[[same]]\n", 1, "takes names = "),
        ('[[same]]\nnames = "A"', 1, "names is a list"),
        ('[[same]]\nnames = ["A"]', 1, "two names or more"),
        ('[[same]]\nnames = ["A", " "]', 1, "a name in names is empty"),
        ('[[same]]\nnames = ["A", 4]', 1, "a text in quotes, not 4"),
        ('[[same]]\nnames = ["A", "?!"]', 1, "no letter or digit"),
        ('[[same]]\nnames = ["A", "B\\u0007"]', 1, "control character"),
        ('#\n[[same]]\nnames = ["A B", "A  B"]', 2, "one name with itself: 'A B'"),
        ('[[different]]\nnames = ["al-Sadr", "Al Sadr"]', 1, "case, accents or punctuation only"),
        ('[[same]]\nnames = ["A", "B"]\nkind = "alien"', 1, "no such kind: 'alien'"),
        ('[[same]]\nnames = ["A", "B"]\nbecause = "x"', 1, "no such key in [[same]]: because"),
        ('[[same]]\nnames = ["A", "B"]\nnote = 1', 1, "note is a text"),
        ('\n[[name]]\naliases = ["A"]', 2, "takes canonical = "),
        ('[[name]]\ncanonical = "A"\naliases = ["A"]', 1, "its own alias"),
        (f'[[same]]\nnames = ["A", "{"x" * 401}"]', 1, "401 characters"),
        ("[[same]]\nnames = [" + ", ".join(f'"N{n}"' for n in range(101)) + "]", 1, "101 names"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(UsageError) as told:
        read_toml("case/names.toml", "names.toml", text)
    assert str(told.value).startswith(f"case/names.toml, line {line}: ") and reason in str(told.value)


def test_brackets_without_end_are_no_crash() -> None:
    with pytest.raises(UsageError):
        read_toml("names.toml", "names.toml", "same = " + "[" * 100_000)


def test_headers_inside_texts_and_lists_are_none() -> None:
    text = "x = '''\n[[same]]\n'''\ny = [\n[[\"same\"]]\n]\n# [[same]]\n[[same]]\n"
    assert dict(find_headers(text)) == {"same": [8]}


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_toml("names.toml", "names.toml", text)
    except UsageError as error:
        assert "names.toml" in str(error)
