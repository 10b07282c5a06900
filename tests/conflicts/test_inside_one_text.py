"""What one text says that cannot all hold: sums, growth, lifetimes, order, headline, two values."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.conflicts.acronyms import find_wrong_acronyms
from provenance.conflicts.date_order import find_date_orders
from provenance.conflicts.durations import find_wrong_durations
from provenance.conflicts.growth import find_wrong_growth
from provenance.conflicts.headline import find_wrong_headlines
from provenance.conflicts.impossible_time import find_impossible_times
from provenance.conflicts.lifetimes import find_wrong_lifetimes
from provenance.conflicts.masked import mask
from provenance.conflicts.parts import find_wrong_parts
from provenance.conflicts.pile import Pile
from provenance.conflicts.sums import find_missed_sums
from provenance.conflicts.two_values import find_two_values
from provenance.model.conflicts import Conflict
from provenance.model.settings import ConflictSettings
from tests.conflicts.pools import KNOWLEDGE, PERSON, make_source, pool

Finder = Callable[[Pile], Iterator[Conflict]]
FINDERS: tuple[Finder, ...] = (
    find_missed_sums, find_wrong_parts, find_wrong_growth, find_wrong_durations, find_date_orders,
    find_wrong_headlines, find_two_values, find_wrong_acronyms, find_impossible_times, find_wrong_lifetimes,
)  # fmt: skip


def make_pile(text: str) -> Pile:
    names = {"Ada Quist": ("quist", PERSON)}
    return Pile(
        pool(make_source("a.txt", text, names, published="2024-01-01")), KNOWLEDGE, ConflictSettings()
    )


@pytest.mark.parametrize(
    ("find", "text"),
    [
        (find_missed_sums, "The crew of 31 - 22 Filipinos, six Greeks and four Ukrainians - was taken off."),
        (find_missed_sums, "Nine people drowned. The dead were five guests, both pilots and four cooks."),
        (find_wrong_parts, "Of the 60 wells tested, the team found 72 to be salty."),
        (find_wrong_parts, "Lund took 48 percent of the vote, the Liberal 37 percent and Obi 24 percent."),
        (find_wrong_growth, "Exports fell from 80 million to 60 million euros, a drop of 40 percent."),
        (find_wrong_growth, "Unemployment fell from 6.2 percent to 7.1 percent in March."),
        (find_wrong_growth, "Mensah won by 4,120 votes to 3,980, a majority of 240."),
        (find_wrong_durations, "He ruled from 1970 to 1985, for 25 years."),
        (find_wrong_durations, "The club, founded in 1950, celebrates its 60th anniversary this year."),
        (find_wrong_lifetimes, "Ada Quist, 54, was born in Graz in 1957 and studied law."),
        (find_date_orders, "The stadium was completed in 2007. Construction started in 2010."),
        (find_date_orders, "The ferry left Oban at 10:50 and arrived at Tiree at 09:15 the same day."),
        (find_date_orders, "The report, dated 2 February 2024 and seen by this paper, names three firms."),
        (find_two_values, "The pier is 84 metres long. At 94 metres in length, the pier is the longest."),
        (
            find_wrong_acronyms,
            "The Federal Roads Agency (FRA) met. The Federal Railway Authority, or FRA, paid.",
        ),
        (find_impossible_times, "The last train leaves the station at 25:30 on Sunday."),
        (
            find_wrong_headlines,
            "Five killed in Lagos blast\n\nEight people died when a gas cylinder blew up in a market on "
            "Monday, the police said.",
        ),
        (
            find_wrong_headlines,
            "Strike at port called off\n\nDockers at the port of Varna will continue their strike, the "
            "union said on Friday.",
        ),
    ],
)
def test_what_cannot_all_hold_is_found(find: Finder, text: str) -> None:
    assert len(list(find(make_pile(text)))) == 1


@pytest.mark.parametrize(
    ("find", "text"),
    [
        (find_missed_sums, "The bus carried 40 passengers, including 30 women and 15 children."),
        (find_missed_sums, "Of the 20 cars, 12 were stolen and 11 were red."),
        (find_wrong_parts, "Police held a man of 30 over the death of a baker of 54."),
        (find_wrong_growth, "Output rose by 150 percent, from 20,000 tonnes to 50,000 tonnes."),
        (find_wrong_durations, "The five-day fair runs from 3 May 2022 to 7 May 2022."),
        (find_wrong_lifetimes, "Ada Quist was born in 1990 in Brno. Her daughter is 5."),
        (find_date_orders, "He left the party in 2010 and joined the Greens in 2011."),
        (find_date_orders, "The bridge was opened in 1950. Work on its replacement began in 1990."),
        (find_date_orders, "The envoy left on 24 March and arrived on 19 March 1721, by the old calendar."),
        (find_two_values, "The dam cost 90 million dollars. At first 70 million dollars had been planned."),
        (
            find_wrong_acronyms,
            "The World Health Fund (WHF) and the World Hockey Federation (WHFed) share a house.",
        ),
        (find_impossible_times, "The shares closed at 18.75 on Friday."),
        (
            find_wrong_headlines,
            "Dozens dead in bus crash\n\nThirty-six people died when a bus fell into a ravine on Friday "
            "night, police said.",
        ),
    ],
)
def test_what_can_hold_is_left_alone(find: Finder, text: str) -> None:
    assert list(find(make_pile(text))) == []


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_no_text_breaks_the_rules_and_places_quote_the_text(text: str) -> None:
    pile = make_pile(text)
    for find in FINDERS:
        for conflict in find(pile):
            for side in conflict.sides:
                assert all(e.span and text[e.span.start : e.span.end] == e.quote for e in side.evidence)


@given(
    st.lists(st.sampled_from(["12 men", "on 3 May 2020", "and", "(7 dead)", "\U000f0000", "é"]), max_size=20)
)
def test_each_place_of_the_masked_text_stands_in_the_source(words: list[str]) -> None:
    text = " ".join(words)
    masked = mask(make_pile(text), "a.txt")
    for figure in masked.figures:
        assert masked.span(masked.place(figure.start), masked.place(figure.start) + 1).end == figure.end
    assert all(masked.place(masked.offset(at)) == at for at in range(len(masked.text)))
