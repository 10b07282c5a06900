"""The list of duplicates: clusters that a person can read, and texts inside others."""

import json
from pathlib import Path

import pytest
from click.testing import Result

from tests.commands.pile import call

PARAGRAPHS = [
    f"The keeper of light {number} wrote that the lamp had gone out {number * 3} times since the autumn, and "
    f"that the oil which came with the {number * 7}th boat smelt of fish."
    for number in range(1, 30)
]
REPORT = "\n\n".join(PARAGRAPHS[:6])
PILE = {
    "first.txt": f"Date: 2019-05-02\n\n{REPORT}",
    "later.txt": f"Date: 2019-05-20\n\n{REPORT.replace('smelt', 'tasted')}",
    "loud.txt": REPORT.upper(),
    "loud-again.txt": REPORT.upper(),
    "book.txt": "\n\n".join(PARAGRAPHS),
    "alone.txt": "A choir from the hills sang in the market hall, and nobody had told the cook of it.",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("copies")
    (made / "raw").mkdir()
    for name, text in PILE.items():
        (made / "raw" / name).write_text(text, encoding="utf-8")
    done = ask(made, "run", str(made / "raw"), "--model", "none", "--until", "fingerprint")
    assert done.exit_code == 0, done.output
    return made


def ask(folder: Path, *arguments: str) -> Result:
    return call("--db", str(folder / "p.db"), *arguments)


def test_a_cluster_is_a_table_that_tells_equal_from_nearly_equal(folder: Path) -> None:
    printed = ask(folder, "duplicates").stdout.splitlines()
    (at,) = (i for i, line in enumerate(printed) if line.startswith("4 texts, cluster s-"))
    head, _, _, *lines = printed[at:]
    assert head.endswith(": the earliest dated is first.txt (2019-05-02)")
    told = {line.split()[-2]: line.split("   ")[1:2] for line in lines[1:]}
    assert set(told) == {"later.txt", "loud.txt", "loud-again.txt"}
    text = "\n".join(lines)
    assert "much the same as 1" in text
    assert text.count("the same bytes as") == 1
    assert "book.txt" not in text


def test_equal_text_in_other_bytes_is_told_from_equal_bytes(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "raw" / "b.txt").write_text(REPORT.upper() + "!", encoding="utf-8")
    ask(tmp_path, "run", str(tmp_path / "raw"), "--model", "none", "--until", "fingerprint")
    text = ask(tmp_path, "duplicates").stdout
    assert "the same text as 1" in text
    assert "none is dated" in text


def test_other_formats_list_pairs_as_the_view_has_them(folder: Path) -> None:
    rows = json.loads(ask(folder, "duplicates", "--json").stdout)
    assert list(rows[0]) == ["key", "a", "a_path", "b", "b_path", "resemblance", "containment", "cluster"]
    assert {row["a_path"] for row in rows} | {row["b_path"] for row in rows} == set(PILE) - {
        "alone.txt",
        "book.txt",
    }


def test_texts_inside_others_are_a_list_of_their_own(folder: Path) -> None:
    rows = json.loads(ask(folder, "duplicates", "--containment", "--json").stdout)
    inside = {row["a_path"]: row for row in rows if row["b_path"] == "book.txt"}
    assert {"first.txt", "later.txt"} <= set(inside)
    assert inside["first.txt"]["containment"] > 0.8
    assert inside["first.txt"]["resemblance"] < 0.5
    assert "alone.txt" not in {row["a_path"] for row in rows}
    assert "containment" in ask(folder, "duplicates", "--containment").stdout
    empty = ask(folder, "duplicates", "--containment", "--about", "alone")
    assert "no text stands whole, or for the most part, in another one with these filters" in empty.stderr


def test_words_tell_how_much_is_the_same(tmp_path: Path) -> None:
    texts = {
        "a.txt": PARAGRAPHS[:12],
        "b.txt": [*PARAGRAPHS[:11], PARAGRAPHS[11].replace("smelt", "tasted")],
        "c.txt": [*PARAGRAPHS[:8], *PARAGRAPHS[20:24]],
        "part.txt": PARAGRAPHS[:3],
    }
    (tmp_path / "raw").mkdir()
    for number, (name, parts) in enumerate(texts.items(), 1):
        text = f"Date: 2019-05-{number:02}\n\n" + "\n\n".join(parts)
        (tmp_path / "raw" / name).write_text(text, encoding="utf-8")
    ask(tmp_path, "run", str(tmp_path / "raw"), "--model", "none", "--until", "fingerprint")
    lines = ask(tmp_path, "duplicates").stdout.splitlines()
    told = {name: next((line for line in lines if f" {name} " in line), "") for name in texts}
    assert "nearly the same as 1" in told["b.txt"]
    assert "the same as" in told["c.txt"]
    assert "nearly the same" not in told["c.txt"]
    whole = ask(tmp_path, "duplicates", "--containment").stdout
    assert any("whole" in line for line in whole.splitlines() if "part.txt" in line)


def test_the_pair_of_a_row_can_be_shown(folder: Path) -> None:
    for option in ((), ("--containment",)):
        row = json.loads(ask(folder, "duplicates", *option, "--json").stdout)[0]
        shown = ask(folder, "show", row["key"]).stdout
        assert row["a_path"] in shown
        assert row["b_path"] in shown


def test_a_large_cluster_is_not_squared(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    for number in range(70):
        (tmp_path / "raw" / f"{number:02}.txt").write_text(f"{REPORT}\n\nCopy {number}", encoding="utf-8")
    ask(tmp_path, "run", str(tmp_path / "raw"), "--model", "none", "--until", "fingerprint")
    text = ask(tmp_path, "duplicates").stdout
    assert len(text.splitlines()) < 60
    assert "… and 20 more" in text
