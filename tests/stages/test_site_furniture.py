"""Furniture of whole sites, from files to results."""

import random
from collections.abc import Callable
from pathlib import Path

from provenance.api.case import Case
from tests.stages.conftest import Run, write

LETTER = "Get our pick of the week by post every Friday morning, said Dr. Ilse Maro of the Echo Society."
SUBJECTS = ("orchard", "canal", "library", "beehive", "quarry", "lighthouse", "theatre")


def page(number: int) -> str:
    chance = random.Random(number)
    lines = [
        f"The {SUBJECTS[number % 7]} of parish {chance.randint(100, 9999)} was shut for "
        f"{chance.randint(1000, 9999)} crowns after {chance.randint(2, 90)} quiet years under one warden."
        for _ in range(4)
    ]
    return "\n\n".join(["Weather and tides", f"Parish report number {number}", *lines, LETTER, ""])


def site(count: int) -> dict[str, str]:
    return {f"echo.example.org/news/{n}.txt": page(n) for n in range(count)}


def test_a_repeated_block_is_furniture_for_all_later_stages(case: Case, run: Run, tmp_path: Path) -> None:
    run(write(tmp_path / "raw", site(7)))
    parts = case.rows("furniture")
    assert {(one["kind"], one["text"]) for one in parts} >= {
        ("repeated", LETTER),
        ("repeated", "Weather and tides"),
    }
    assert "stands on 7 of 7 pages of echo.example.org and nowhere else" in {one["reason"] for one in parts}
    assert case.rows("near_duplicates") == []
    assert not [one for one in case.rows("reused_passages") if "Friday" in str(one["a_text"])]
    assert not [one for one in case.rows("mentions") if "Maro" in str(one["text"])]
    assert not [one for one in case.rows("claims") if "Maro" in str(one["quote"])]


def test_pages_added_and_removed_give_what_a_rebuild_gives(
    case: Case, run: Run, tmp_path: Path, rebuilt: Callable[..., list[str]]
) -> None:
    raw = write(tmp_path / "raw", site(4))
    run(raw)
    assert case.rows("furniture") == []
    write(raw, site(7))
    run(raw)
    assert case.rows("furniture")
    assert list(case.dump()) == rebuilt(raw)
    for number in range(4):
        (raw / f"echo.example.org/news/{number}.txt").unlink()
    run(raw)
    assert case.rows("furniture") == []
    assert list(case.dump()) == rebuilt(raw)


def test_a_page_of_nothing_but_furniture_is_named_as_not_analysed(
    case: Case, run: Run, tmp_path: Path
) -> None:
    raw = write(
        tmp_path / "raw", {**site(7), "echo.example.org/empty.txt": f"Weather and tides\n\n{LETTER}\n"}
    )
    run(raw)
    told = "no article text: all of echo.example.org/empty.txt is page furniture"
    stages = {one["stage"] for one in case.rows("coverage") if told in str(one["reason"])}
    assert stages == {"fingerprint", "reuse", "names", "claims", "conflicts"}


def test_a_page_of_what_its_site_repeats_is_warned_of_while_the_site_does(
    case: Case, run: Run, tmp_path: Path, rebuilt: Callable[..., list[str]]
) -> None:
    path = "echo.example.org/empty.txt"
    raw = write(tmp_path / "raw", {**site(7), path: f"Weather and tides\n\n{LETTER}\n"})
    run(raw)
    [found] = [one for one in case.rows("sources") if one["path"] == path]
    assert found["state"] == "warned" and str(found["problem"]).startswith("no-article-text: ")
    problems = [one for one in case.rows("source_problems") if one["path"] == path]
    assert [(one["state"], one["code"]) for one in problems] == [("warned", "no-article-text")]
    assert list(case.dump()) == rebuilt(raw)
    for number in range(5):
        (raw / f"echo.example.org/news/{number}.txt").unlink()
    run(raw)
    [found] = [one for one in case.rows("sources") if one["path"] == path]
    assert (found["state"], found["problem"]) == ("read", None)
    assert list(case.dump()) == rebuilt(raw)


PAGES = {
    "generic.html": "<title>News</title><h1>Port</h1><p>The director Samir Haddad said that 14 workers were "
    "hurt in the port on Tuesday, and this is important news.</p>",
    "menu.html": "<title>Home</title><h1>Fire at the depot kills 12 workers</h1><nav><a href=/a>World</a> "
    "<a href=/b>Sport</a></nav>",
    "plain.html": "<h1>Fire at the depot kills 12 workers</h1>",
}


def test_state_marks_coverage_and_claims_of_a_page_agree(case: Case, run: Run, tmp_path: Path) -> None:
    run(write(tmp_path / "raw", PAGES))
    warned = {one["path"] for one in case.rows("sources") if "no-article-text" in str(one["problem"])}
    told = " ".join(str(one["reason"]) for one in case.rows("coverage"))
    assert warned == {"menu.html"}
    assert {path for path in PAGES if path in told} == warned
    claims = [one for one in case.rows("claims") if one["kind"] != "metadata"]
    assert not {one["path"] for one in claims} & warned
    assert any("Haddad" in str(one["quote"]) for one in claims)
