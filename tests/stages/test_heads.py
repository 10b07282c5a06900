"""Lines of the head that state metadata belong to no passage; titles and prose do."""

from pathlib import Path

import pytest

from provenance.model.settings import Settings
from provenance.readers.gazetteers import load_knowledge
from provenance.stages.compare_files import compare_files
from provenance.stages.heads import not_compared, stated_lines
from provenance.stages.read_one import read_one

BODY = (
    "The ferry to Skarholm ran aground on the bar on Tuesday night with 84 people aboard, it said."
    " Nobody was hurt, and all of them were taken off in the lifeboat before the tide turned.\n\n"
    "Its captain told the harbour office that the buoy which marks the channel had been out since Sunday. "
    "The office said that it had sent a crew to mend it and that the crew had been turned back by swell.\n"
)


def head(path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    source = read_one(path, Settings().reading)
    return [span.quote(source.text) for span in stated_lines(source)]


def test_lines_that_state_the_day_the_author_and_the_house_are_found_and_no_title(tmp_path: Path) -> None:
    text = f"Ferry aground\n\nPublisher: Skarholm News\nPublished: 2022-03-09\nBy Ida Roos\n\n{BODY}"
    assert head(tmp_path / "a.txt", text) == [
        "Publisher: Skarholm News",
        "Published: 2022-03-09",
        "By Ida Roos",
    ]


@pytest.mark.parametrize(
    "first",
    [
        "SKARHOLM, March 9, 2022 (Coast Wire) - A ferry ran aground on the bar with 84 people aboard.",
        "2022年3月9日上午,一艘渡轮在斯卡霍尔姆附近搁浅,船上八十四人全部获救,无人受伤,海岸警卫队表示正在调查事故原因。",
    ],
)
def test_a_day_in_the_first_sentence_of_a_report_is_part_of_it(tmp_path: Path, first: str) -> None:
    assert head(tmp_path / "a.txt", f"{first}\n\n{BODY}") == []


@pytest.mark.parametrize("text", ["x", "\n" * 5000 + "x", "x" * 100_000, "Published: 2022-03-09\n" * 3000])
def test_odd_texts_have_heads_like_any_other(tmp_path: Path, text: str) -> None:
    assert len(head(tmp_path / "a.txt", text)) <= 40


@pytest.mark.parametrize(
    "title", ["Ferry aground", "Eighty-four people taken off the ferry to Skarholm in the night"]
)
def test_another_day_in_the_head_of_a_copy_is_no_change_of_it(tmp_path: Path, title: str) -> None:
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path, house, day in zip(paths, ("Skarholm News", "Coast Mail"), (9, 11), strict=True):
        url = f"https://{path.stem}.example/news/ferry-aground-at-skarholm"
        path.write_text(
            f"{title}\n\nPublisher: {house}\nPublished: 2022-03-{day:02}\nURL: {url}\n\n{BODY}",
            encoding="utf-8",
        )
    one, other, found = compare_files(paths[0], paths[1], Settings(), load_knowledge())
    body = [each for each in found if len(each.a) > 200]
    assert len(body) == 1 and all(each.changes == () for each in found)
    for source, span in ((one, body[0].a), (other, body[0].b)):
        text = (
            source.text
            if source.id == span.source_id
            else {one.id: one, other.id: other}[span.source_id].text
        )
        assert text[span.start :].startswith("The ferry to Skarholm")


def test_what_is_not_compared_is_in_order(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        f"Ferry aground\n\nBy Ida Roos\nPublished: 2022-03-09\n\n{BODY}\n(c) 2022 Skarholm News\n"
    )
    spans = not_compared(read_one(path, Settings().reading))
    assert spans == sorted(spans) and len(spans) >= 2
