"""Heads and feet of many houses, invented: what each says of itself, and nothing that it does not."""

import pytest

from provenance.readers.statements.knowledge import reading_knowledge
from provenance.readers.statements.visible import find_visible

BODY = (
    "The reservoir above the town stood at nine tenths of its height on Monday evening, and the engineers "
    "who had been called to it said that the wall would hold until the rain had passed.\n\nNobody was asked "
    "to leave. “We have seen worse,” said the keeper of the sluice, who has worked there for years.\n"
)

Told = dict[str, list[str]]


PAGES: dict[str, tuple[str, Told]] = {
    "a broadcaster's site": (
        "Dam wall holds as rain eases over the valley\n\nBy Ruth Amadi\nRift News\n\n"
        "3 March 2018\nUpdated 5 March 2018\n\n{body}\n© 2018 Rift Broadcasting Corporation. The "
        "corporation is "
        "not responsible for the content of external sites.\n",
        {
            "title": ["Dam wall holds as rain eases over the valley"],
            "author": ["Ruth Amadi"],
            "published": ["2018-03-03"],
            "modified": ["2018-03-05"],
            "publisher": ["Rift News", "Rift Broadcasting Corporation"],
        },
    ),
    "a daily's site with a sub-editor's line": (
        "Dam wall holds as rain eases\n\nEngineers say the town below is safe for now\n\n"
        "Ruth Amadi in Harwick\n\nMon 5 Mar 2018 14.05 GMT\nLast modified on Tue 6 Mar 2018 09.10 "
        "GMT\n\n{body}",
        {
            "title": ["Dam wall holds as rain eases"],
            "published": ["2018-03-05T14:05+00:00"],
            "modified": ["2018-03-06T09:10+00:00"],
        },
    ),
    "an American daily": (
        "Dam wall holds\n\nBy RUTH AMADI and TOM VARLEY MARCH 5, 2018\n\n{body}\n"
        "A version of this article appears in print on March 6, 2018, on Page A4.\n© 2018 The "
        "Valley Times Company\n",
        {
            "title": ["Dam wall holds"],
            "author": ["RUTH AMADI", "TOM VARLEY"],
            "published": ["2018-03-05"],
            "publisher": ["The Valley Times Company"],
        },
    ),
    "a wire": (
        "Dam wall holds as rain eases\n\nMarch 5, 2018 / 4:15 PM / Updated March 5, 2018\n\n"
        "HARWICK, March 5 (Meridian Wire) - {body}\nReporting by Ruth Amadi; Editing by Tom Varley\n",
        {
            "title": ["Dam wall holds as rain eases"],
            "published": ["2018-03-05T16:15", "2018-03-05"],
            "modified": ["2018-03-05"],
        },
    ),
    "a blog": (
        "Walking above the dam\n\nPosted on March 5, 2018 by Ruth Amadi\n\n{body}\n"
        "Posted in Walks | Tagged dams | 3 Comments\n",
        {"title": ["Walking above the dam"], "author": ["Ruth Amadi"], "published": ["2018-03-05"]},
    ),
    "a personal journal": (
        "Valley Notes\n\nMonday, March 5, 2018\n\nWalking above the dam in the rain\n\n{body}\n"
        "Posted by Ruth Amadi at 8:14 PM\n",
        {"title": ["Walking above the dam in the rain"], "published": ["2018-03-05"]},
    ),
    "a ministry's release": (
        "MINISTRY OF WATER AND IRRIGATION\nPRESS RELEASE\nFor immediate release\n\n5th March, 2018\n\n"
        "Reservoir at Harwick declared safe\n\n{body}\nFor more information contact: press@water.example\n",
        {
            "title": ["Reservoir at Harwick declared safe"],
            "published": ["2018-03-05"],
            "publisher": ["MINISTRY OF WATER AND IRRIGATION"],
        },
    ),
    "a company's release": (
        "Harlan Engineering completes inspection of Harwick dam\n\nHARWICK, March 5, 2018 "
        "/BusinessLine/ -- {body}\n"
        "SOURCE Harlan Engineering\n",
        {
            "title": ["Harlan Engineering completes inspection of Harwick dam"],
            "published": ["2018-03-05"],
        },
    ),
    "an old newspaper": (
        "THE VALLEY ADVERTISER.\n\nHARWICK, SATURDAY, MARCH 10, 1883.\n\nTHE GREAT RAIN OF MONDAY "
        "LAST.\n\n{body}",
        {
            "title": ["THE GREAT RAIN OF MONDAY LAST."],
            "published": ["1883-03-10"],
        },
    ),
    "a mailing list": (
        "From: Ruth Amadi <ruth@valley.example>\nDate: Mon, 5 Mar 2018 14:05:22 +0100\n"
        "Subject: [valley] The dam\nTo: valley@lists.example\n\n{body}",
        {"published": ["2018-03-05T14:05:22+01:00"]},
    ),
    "a think tank": (
        "Dams of the valley: three lessons\n\nRuth Amadi • March 5, 2018\n\n{body}\n"
        "Ruth Amadi is a fellow at the Institute.\n\nThe Valley Institute is an independent, "
        "non-profit research "
        "organisation. The views expressed are those of the author.\n",
        {
            "title": ["Dams of the valley: three lessons"],
            "author": ["Ruth Amadi"],
            "published": ["2018-03-05"],
            "publisher": ["The Valley Institute"],
        },
    ),
    "a magazine": (
        "The Keeper of the Sluice\n\nBy Ruth Amadi\n\nMarch 5, 2018 Issue\n\n{body}\n© 2018 Lantern "
        "Magazine. All rights reserved.\n",
        {
            "title": ["The Keeper of the Sluice"],
            "author": ["Ruth Amadi"],
            "published": ["2018-03-05"],
            "publisher": ["Lantern Magazine"],
        },
    ),
    "a German site": (
        "Staumauer hält dem Regen stand\n\nVon Ruth Amadi\n\n5. März 2018, 14:05 Uhr\n\n{body}",
        {
            "title": ["Staumauer hält dem Regen stand"],
            "author": ["Ruth Amadi"],
            "published": ["2018-03-05T14:05"],
        },
    ),
    "a French site": (
        "Le barrage tient bon sous la pluie\n\nPublié le 5 mars 2018 à 14h05\n\n{body}",
        {"title": ["Le barrage tient bon sous la pluie"], "published": ["2018-03-05T14:05"]},
    ),
    "a Spanish site": (
        "La presa resiste la lluvia del lunes\n\nPor Ruth Amadi\n\n5 de marzo de 2018\n\n{body}",
        {
            "title": ["La presa resiste la lluvia del lunes"],
            "author": ["Ruth Amadi"],
            "published": ["2018-03-05"],
        },
    ),
    "an archive's toolbar": (
        "Captured on 9 March 2018 10:15 UTC\n\nDam wall holds as rain eases\n\nBy Ruth Amadi\n5 "
        "March 2018\n\n{body}",
        {
            "title": ["Dam wall holds as rain eases"],
            "author": ["Ruth Amadi"],
            "published": ["2018-03-05"],
            "captured_at": ["2018-03-09T10:15+00:00"],
        },
    ),
    "a page with a time without a year": (
        "Dam wall holds as rain eases\n\nPublished March 5, 2018\nUpdated 4:15 pm ET, Mar 6\n\n{body}",
        {
            "title": ["Dam wall holds as rain eases"],
            "published": ["2018-03-05"],
            "modified": ["2018-03-06T16:15"],
        },
    ),
    "a page that only says how long ago": (
        "Dam wall holds as rain eases\n\n3 hours ago\n\n{body}",
        {"title": ["Dam wall holds as rain eases"]},
    ),
}


@pytest.mark.parametrize("kind", PAGES)
def test_each_kind_of_page_says_what_it_says(kind: str) -> None:
    text, expected = PAGES[kind]
    text = text.replace("{body}", BODY)
    told: Told = {}
    for statement in find_visible(text, "s", reading_knowledge()):
        assert statement.span is not None
        if statement.zone is None:
            assert statement.span.quote(text) == statement.value
        told.setdefault(statement.name, []).append(statement.value)
    assert told == expected
