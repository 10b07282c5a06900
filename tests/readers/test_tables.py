"""Words of a user's own in provenance.toml."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import UsageError
from provenance.readers.gazetteers import TABLES, columns_of, load_knowledge
from provenance.readers.tables import read_user_tables, say_user_tables
from provenance.readers.workspace import load_workspace


def test_rows_add_change_and_take_out() -> None:
    written = {
        "hedges": {"Not  short of": "at_least", "some": ""},
        "modals": {"reputedly": True, "might": False},
        "number_words": {"a gross": 144},
        "roles": {"group coach": ["coach", True, False]},
        "event_verbs": {"torpedo": ["sink", "bo", "-", "-"]},
    }
    tables = read_user_tables(written, "here")
    knowledge = load_knowledge(None, tables)
    assert knowledge.hedges["not  short of"] == "at_least" and "some" not in knowledge.hedges
    assert "reputedly" in knowledge.modals and "might" not in knowledge.modals
    assert knowledge.number_words["a gross"] == 144
    assert knowledge.roles["group coach"].title == "coach" and knowledge.roles["group coach"].is_sole
    assert knowledge.event_verbs["torpedo"].event == "sink"
    assert knowledge.digest != load_knowledge().digest
    assert "some: taken out" in say_user_tables(tables)["hedges"]


def test_the_digest_is_that_of_what_is_written_not_of_its_order() -> None:
    one = read_user_tables({"hedges": {"a": "about", "b": "about"}, "modals": {"c": True}}, "here")
    two = read_user_tables({"modals": {"c": True}, "hedges": {"b": "about", "a": "about"}}, "there")
    assert one == two
    assert load_knowledge(None, one).digest == load_knowledge(None, two).digest
    assert read_user_tables({}, "here") == read_user_tables({"hedges": {}}, "here") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[tables.hedgs]\n"a" = "about"\n', r"provenance\.toml: no such table \[tables\.hedgs\]; there are "),
        ('[tables.hedges]\n\n"a" = "abuot"\n', r"line 3: \[tables\.hedges\] 'a': is one of about, .*'abuot'"),
        ("[tables.hedges]\na = 3\n", 'line 2: .* is a text in quotes, or "" to take it out, not 3'),
        ("[tables.modals]\nb = true\na = 1\n", r"line 3: .* is true \(in the list\) or false"),
        ("[tables.months]\nbrumaire = 13\n", "is a number of 1 to 12"),
        ("[tables.weekdays]\nprimidi = 1.5\n", "is a whole number"),
        ('[tables.roles]\ndoge = "doge"\n', "canonical title, true if one at a time holds it"),
        ('[tables.roles]\ndoge = ["doge", "yes", true]\n', "field 2 is 'yes'"),
        ('[tables.countries]\nruritania = "Ruritania"\n', "two capitals"),
        ('[tables.say_verbs]\n" " = "say"\n', "a key is a word or phrase in one line"),
        ('[tables.say_verbs]\nquoth = "say\\tso"\n', "is a text in quotes"),
        ('tables = "hedges"\n', r"tables are sections"),
        ("[tables]\nhedges = 3\n", r"tables.hedges is a section"),
    ],
)
def test_what_is_wrong_is_named_with_file_line_key_and_reason(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "provenance.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        load_workspace(tmp_path)


@given(
    st.dictionaries(
        st.sampled_from(sorted(TABLES)),
        st.dictionaries(
            st.text(max_size=8),
            st.one_of(st.text(max_size=8), st.booleans(), st.integers(), st.lists(st.text(max_size=3))),
            max_size=3,
        ),
        max_size=3,
    )
)
def test_any_rows_are_read_or_refused_with_a_reason(written: dict[str, dict[str, object]]) -> None:
    try:
        tables = read_user_tables(written, "here")
    except UsageError as error:
        assert str(error).startswith("here: [tables.")
        return
    for name, rows in tables:
        assert all(fields is None or len(fields) == columns_of(name) - 1 for _, fields in rows)
