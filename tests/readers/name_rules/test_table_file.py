"""names.csv: rows of same, different and alias."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import UsageError
from provenance.model.name_rules import CanonicalName, NameRelation, NameRule
from provenance.model.names import EntityKind
from provenance.readers.name_rules.table_file import read_csv


def test_rows_are_pairs_with_their_lines() -> None:
    said = read_csv(
        "names.csv",
        "names.csv",
        'relation,a,b,kind,note\n# a note\nsame,Ōe,Oe,person,"two\nlines"\nDifferent,X,Y,,\n',
    )
    assert said.rules == (
        NameRule("Ōe", "Oe", NameRelation.SAME, EntityKind.PERSON, "names.csv line 3", "two lines"),
        NameRule("X", "Y", NameRelation.DIFFERENT, None, "names.csv line 5"),
    )


def test_rows_of_one_name_with_aliases_are_one_statement() -> None:
    said = read_csv(
        "names.csv", "names.csv", "relation;a;b\nalias;WHO;OMS\nalias;WHO;World Health\nalias;UN;\n"
    )
    assert said.canonical == (
        CanonicalName("WHO", ("OMS", "World Health"), None, "names.csv line 2"),
        CanonicalName("UN", (), None, "names.csv line 4"),
    )


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("x,y\n", 1, "no such column: 'x'"),
        ("relation,a\n", 1, "one column b is needed"),
        ("relation,a,b,a\n", 1, "one column a is needed"),
        ("relation,a,b,note,note\n", 1, "stands there twice"),
        ("relation,a,b\n\nis,A,B\n", 3, "no such relation: 'is'"),
        ("relation,a,b\nsame,A\n", 2, "3 columns are needed, here are 2"),
        ("relation,a,b\nsame,A,\n", 2, "column b is empty"),
        ("relation,a,b\nsame,A,A\n", 2, "one name with itself"),
        ("relation,a,b,kind\nsame,A,B,firm\n", 2, "no such kind: 'firm'"),
        ('relation,a,b\nsame,"A,B\n', 2, "not valid CSV"),
        ("relation,a,b\nsame,A," + "B" * 200_000 + "\n", 2, "not valid CSV"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(UsageError) as told:
        read_csv("case/names.csv", "names.csv", text)
    assert str(told.value).startswith(f"case/names.csv, line {line}: ") and reason in str(told.value)


@given(st.text(alphabet='relation,ab;\t"\nsame diferntlx#\x00\r', max_size=120))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_csv("names.csv", "names.csv", text)
    except UsageError as error:
        assert "names.csv" in str(error)
