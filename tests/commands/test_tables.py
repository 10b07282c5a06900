"""A word list in provenance.toml, and what it does to findings."""

from pathlib import Path

from tests.commands.pile import call

STORM = {
    "a.txt": "Storm Odile hits Kalvik\n\nBy Lena Moe\nTuesday, 6 March 2018\n\n"
    "Storm Odile destroyed 46 houses in Kalvik on Monday night, mayor Arne Solberg said. The harbour of "
    "Kalvik stays closed.\n",
    "b.txt": "Kalvik after the storm\n\nBy Peter Dahl\nTuesday, 6 March 2018\n\n"
    "Storm Odile destroyed easily 40 houses in Kalvik on Monday night. Mayor Arne Solberg thanked the fire "
    "brigade of Kalvik.\n",
}


def write_storm(folder: Path) -> None:
    (folder / "raw").mkdir()
    for name, text in STORM.items():
        (folder / "raw" / name).write_text(text, encoding="utf-8")


def test_a_hedge_of_ones_own_changes_a_finding(elsewhere: Path) -> None:
    write_storm(elsewhere)
    run = ("run", "--model", "none")
    assert "46 or 40 houses" in call(*run).stdout
    (elsewhere / "provenance.toml").write_text('[tables.hedges]\n"easily" = "at_least"\n')
    again = call(*run)
    assert again.exit_code == 0 and "No conflicts were found" in again.stdout
    assert "at_least" in call("claims", "--kind", "quantity").stdout
    assert "easily = at_least" in (elsewhere / "reports" / "report.html").read_text()
    assert "everything was up to date" in call(*run).stdout
    (elsewhere / "provenance.toml").write_text("")
    assert "46 or 40 houses" in call(*run).stdout


def test_a_wrong_row_is_refused_before_anything_is_read(elsewhere: Path) -> None:
    write_storm(elsewhere)
    (elsewhere / "provenance.toml").write_text('[tables.hedges]\n"easily" = "atleast"\n')
    done = call("run", "--model", "none")
    assert done.exit_code == 2 and not (elsewhere / "db").exists()
    assert "provenance.toml, line 2: [tables.hedges] 'easily': is one of" in done.stderr
