"""What the report's tests share: data of an invented event, with hostile strings where they can stand."""

from collections.abc import Callable
from enum import Enum
from html.parser import HTMLParser

import pytest
from attrs import evolve, fields, has

from provenance.model.claims import Claim, ClaimKind, Hedge, Voice
from provenance.model.conflicts import (
    Conflict,
    ConflictClass,
    ConflictKind,
    Evidence,
    Level,
    Scope,
    Side,
)
from provenance.model.fingerprints import NearDuplicate
from provenance.model.names import Entity, EntityKind, NamePair, NameVariant, Verdict
from provenance.model.report import Coverage, ReportData
from provenance.model.reuse import (
    Alignment,
    Change,
    ChangeKind,
    Direction,
    Lineage,
    PageVersion,
    ReuseKind,
    SourceGroup,
)
from provenance.model.sources import Basis, Metadatum, Source, State
from provenance.model.spans import Span

HOSTILE = "<script>document.title='PWNED-1'</script><img src=x onerror=\"document.title='PWNED-2'\">"
"""Runs wherever it is not escaped."""

GAZETTE = """Fire at Tarnwick ferry terminal kills four

By Ilse Maro | Tarnwick Gazette | 4 May 2031

A fire broke out in the departures hall of the Tarnwick ferry terminal late on Saturday. Four people died \
and at least 30 were injured, harbour master Yusuf al-Karimi said. If the wind had turned, the fuel depot \
would have caught fire, he said. The terminal was built in 1987 and carries about 9,000 passengers a day. \
Investigators from the Maritime Safety Board (MSB) arrived on Sunday morning. They will not comment before \
Thursday.

Sign up for the Gazette's daily letter. All rights reserved, Tarnwick Gazette.
"""
HERALD = """Terminal blaze: seven dead

Coastal Herald, 5 May 2031

A fire broke out in the departures hall of the Tarnwick ferry terminal late on Saturday. Seven people died \
and at least 30 were injured, harbour master Yusuf al-Karimi said. The fuel depot would have caught fire, he \
said. The terminal was built in 1987 and carries about 9,000 passengers a day.

Port director Yousef Al Karimy declined to comment on Sunday 4 May, and the ferry line "Norra" spoke of \
“a tragedy that nobody could foresee”.
"""
MIRROR = """Ferry line knew of faulty alarms

Tarnwick Gazette, Friday, 6 May 2031

The ferry line Norra had known of faulty alarms since March, a letter to the Maritime Safety Board shows. \
“We foresaw this,” a spokeswoman, Ana Brandt, said. Four people died in Saturday's fire.

Sign up for the Gazette's daily letter. All rights reserved, Tarnwick Gazette.
"""
PAGE = f"""Eyewitness: {HOSTILE}

I saw it \u202eknurd saw niatpac eht\u202c and \x1b[31mthen\x1b[0m ran. Six died, they say. =HYPERLINK("http://evil.example")
"""
ARABIC = "حريق في محطة العبارات في تارنويك\n\nقتل أربعة أشخاص، حسب مدير الميناء يوسف الكريمي.\n"


@pytest.fixture
def data() -> ReportData:
    """Six documents: two of one publisher, an altered copy, a page of traps, one in Arabic, one refused."""
    return _Maker().data()


@pytest.fixture
def bare() -> ReportData:
    """A report with nothing in it."""
    return ReportData("A pile", "0.1.0", (), (), (), (), (), (), (), (), (), ())


@pytest.fixture
def nothing_found(data: ReportData, bare: ReportData) -> ReportData:
    """The same pile, in which nothing was found."""
    return evolve(bare, sources=data.sources, coverage=data.coverage)


@pytest.fixture
def only_refused(bare: ReportData) -> ReportData:
    """Two files, none of which could be read."""
    refused = (
        Source("s-1", "scan.pdf", State.REFUSED, problem="not a text file: 31 % of its bytes are NUL"),
        Source("s-2", "folder/empty.txt", State.SKIPPED, problem="empty file"),
    )
    return evolve(
        bare, sources=refused, coverage=(Coverage("", "ingest", 0, 2, "2 files could not be read"),)
    )


class _Maker:
    def __init__(self) -> None:
        gazette = "Tarnwick Gazette"
        self.texts = {
            "s-a": GAZETTE,
            "s-b": HERALD,
            "s-c": MIRROR,
            "s-d": PAGE,
            "s-e": ARABIC,
        }
        self.sources = (
            self.source(
                "s-a",
                "gazette/fire.html",
                "Fire at Tarnwick ferry terminal kills four",
                gazette,
                "2031-05-04",
            ),
            self.source(
                "s-b", "herald-blaze.txt", "Terminal blaze: seven dead", "Coastal Herald", "2031-05-05"
            ),
            self.source(
                "s-c", "gazette/alarms.html", "Ferry line knew of faulty alarms", gazette, "2031-05-06"
            ),
            self.source("s-d", f"page {HOSTILE}.txt", f"Eyewitness: {HOSTILE}", None, None),
            self.source(
                "s-e", "\u202egpj.harbour.txt", "حريق في محطة العبارات", "=cmd|' /C calc'!A0", "2031-05-07"
            ),
            Source(
                "s-f", "scan\\xff.pdf", State.REFUSED, problem="not a text file: 31 % of its bytes are NUL"
            ),
        )

    def source(self, key: str, path: str, title: str, publisher: str | None, day: str | None) -> Source:
        metadata = [Metadatum("title", title, Basis.METADATA, field="meta[property='og:title']")]
        if publisher:
            metadata.append(Metadatum("publisher", publisher, Basis.STATED))
        if day:
            before, after = int(day[-2:]) - 1, int(day[-2:]) + 1
            metadata.append(
                Metadatum(
                    "published",
                    day,
                    Basis.INFERRED if key == "s-c" else Basis.STATED,
                    earliest=f"{day[:-2]}{before:02}T10:00:00Z",
                    latest=f"{day[:-2]}{after:02}T12:00:00Z",
                )
            )
        language = "ar" if key == "s-e" else "en"
        sha = (key[-1] * 64)[:64]
        return Source(
            key, path, State.READ, sha, "text/plain", self.texts[key], language, metadata=tuple(metadata)
        )

    def span(self, key: str, quote: str, nth: int = 0) -> Span:
        at = -1
        for _ in range(nth + 1):
            at = self.texts[key].index(quote, at + 1)
        return Span(key, at, at + len(quote))

    def side(self, value: str, *places: tuple[str, str], least: int = 1, most: int = 1) -> Side:
        evidence = tuple(Evidence(key, self.span(key, quote), quote) for key, quote in places)
        return Side(value, evidence, least, most)

    def data(self) -> ReportData:
        return ReportData(
            title="Fire at Tarnwick ferry terminal",
            version="0.1.0",
            sources=self.sources,
            coverage=(
                Coverage("", "ingest", 5, 1, "1 file could not be read"),
                Coverage("ar", "claims", 0, 1, "claims not analysed: Arabic"),
                Coverage("en", "claims", 4, 0, ""),
            ),
            conflicts=self.conflicts(),
            alignments=self.alignments(),
            near_duplicates=(NearDuplicate("d-1", "s-a", "s-b", 0.52, 0.81, "s-a"),),
            entities=self.entities(),
            pairs=(
                NamePair(
                    "Norra", "Norra Line", EntityKind.ORGANIZATION, 0.71, Verdict.UNSURE, "one word more"
                ),
                NamePair(
                    "Ana Brandt",
                    "Anna Brand",
                    EntityKind.PERSON,
                    0.66,
                    Verdict.DIFFERENT,
                    "given names differ",
                ),
            ),
            claims=self.claims(),
            groups=(
                SourceGroup("s-a", "s-a", True, ""),
                SourceGroup("s-b", "s-a", False, "shares 418 characters with S1"),
                SourceGroup("s-c", "s-a", False, "same publisher, Tarnwick Gazette"),
                SourceGroup("s-d", "s-d", False, "publisher not stated"),
                SourceGroup("s-e", "s-e", True, ""),
            ),
            lineage=(
                Lineage("s-a", "s-a", "s-b", 0.85, "the dates do not overlap, and the later text changes it"),
            ),
            settings=(("model", "none"), ("names.same", "0.8"), (HOSTILE, HOSTILE)),
        )

    def conflicts(self) -> tuple[Conflict, ...]:
        high, medium, low = Level.HIGH, Level.MEDIUM, Level.LOW
        reuse, differ = ConflictClass.CHANGED_IN_REUSE, ConflictClass.SOURCES_DIFFER
        inside, spelling = ConflictClass.INSIDE_ONE_TEXT, ConflictClass.SPELLING
        fire = "Tarnwick ferry terminal fire"
        return (
            Conflict(
                ConflictKind.EDITED_COPY, reuse, high, high, Scope.BETWEEN,
                "A shared sentence gives four dead in one text and seven in the other",
                "The sentence is otherwise the same in both. The number was altered in 1 copy; error or "
                "correction, not known.",
                fire, "died", "", (
                    self.side("four", ("s-a", "Four people died"), ("s-c", "Four people died"), most=1),
                    self.side("seven", ("s-b", "Seven people died"), least=0, most=0),
                ),
            ),
            Conflict(
                ConflictKind.EDITED_COPY, reuse, high, medium, Scope.BETWEEN,
                "A condition is missing in the later text: “If the wind had turned”",
                "No condition like it stands within two sentences in the later text.",
                fire, "condition", "depot", (
                    self.side("would have caught fire, if the wind had turned",
                              ("s-a", "If the wind had turned, the fuel depot would have caught fire")),
                    self.side("would have caught fire", ("s-b", "The fuel depot would have caught fire"),
                              least=0, most=0),
                ),
            ),
            Conflict(
                ConflictKind.QUANTITY, differ, high, medium, Scope.BETWEEN,
                f"Number of dead: four or six {HOSTILE}",
                "Same event: a date window of three days and two shared names. " + HOSTILE,
                fire, "died", "6", (
                    self.side("four", ("s-a", "Four people died"), ("s-c", "Four people died"), most=2),
                    self.side(f"six {HOSTILE}", ("s-d", "Six died, they say"), ("s-d", HOSTILE),
                              least=0, most=1),
                ),
            ),
            Conflict(
                ConflictKind.ROLE, differ, medium, high, Scope.BETWEEN,
                "Is Yusuf al-Karimi harbour master or port director?",
                "One office holder has two titles; both could be true at once only if the offices are one.",
                "Yusuf al-Karimi", "role", "", (
                    self.side("harbour master", ("s-a", "harbour master Yusuf al-Karimi"),
                              ("s-b", "harbour master Yusuf al-Karimi"), most=2),
                    self.side("port director", ("s-b", "Port director Yousef Al Karimy")),
                ),
            ),
            Conflict(
                ConflictKind.WEEKDAY_DATE, inside, low, high, Scope.WITHIN,
                "“Friday, 6 May 2031” cannot be: that day was a Tuesday",
                "By the Gregorian calendar. Possible readings: Tuesday, 6 May 2031 or Friday, 9 May 2031.",
                "s-c", "weekday", "2031-05-06",
                (self.side("Friday, 6 May 2031", ("s-c", "Friday, 6 May 2031")),),
            ),
            Conflict(
                ConflictKind.METADATA, ConflictClass.PAGE_DATA, low, medium, Scope.WITHIN,
                "The page's title is not the headline in its text", "Only the title differs.",
                "s-e", "title", "", (
                    Side("حريق في محطة العبارات", (Evidence("s-e", None, "حريق في محطة العبارات", "title"),)),
                    self.side(ARABIC.splitlines()[0], ("s-e", ARABIC.splitlines()[0])),
                ),
            ),
            Conflict(
                ConflictKind.NAME_VARIANT, spelling, low, high, Scope.WITHIN,
                "S-B spells one man two ways", "", "Yusuf al-Karimi", "spelling", "s-b", (
                    self.side("Yusuf al-Karimi", ("s-b", "Yusuf al-Karimi")),
                    self.side("Yousef Al Karimy", ("s-b", "Yousef Al Karimy")),
                ),
            ),
        )  # fmt: skip

    def alignments(self) -> tuple[Alignment, ...]:
        a = self.span("s-a", GAZETTE[GAZETTE.index("A fire broke") : GAZETTE.index(" Investigators")])
        b = self.span("s-b", HERALD[HERALD.index("A fire broke") : HERALD.index("\n\nPort")])
        footer = "Sign up for the Gazette's daily letter. All rights reserved, Tarnwick Gazette."
        return (
            Alignment(
                a, b, ReuseKind.EDITED, 0.93,
                (
                    self.change(ChangeKind.NUMBER, "Four", "Seven"),
                    self.change(ChangeKind.CONDITION, "If the wind had turned, the", "The"),
                ),
                Direction.A_TO_B, "S1 is dated 4 May, S2 5 May, and the intervals do not overlap.",
            ),
            Alignment(
                self.span("s-a", footer), self.span("s-c", footer), ReuseKind.BOILERPLATE, 1.0,
                direction_reason="the same publisher, on each of its pages",
            ),
            Alignment(
                self.span("s-a", "Four people died"), self.span("s-c", "Four people died"),
                ReuseKind.VERBATIM, 1.0, direction_reason="too short to tell",
            ),
        )  # fmt: skip

    def change(self, kind: ChangeKind, a_text: str, b_text: str) -> Change:
        a, b = self.span("s-a", a_text), self.span("s-b", b_text, 1 if b_text == "The" else 0)
        if b_text == "The":
            at = HERALD.index("The fuel depot")
            return Change(kind, a.start, a.end, a_text, at, at + 3, b_text)
        return Change(kind, a.start, a.end, a_text, b.start, b.end, b_text)

    def entities(self) -> tuple[Entity, ...]:
        person, organization = EntityKind.PERSON, EntityKind.ORGANIZATION
        return (
            self.entity("e-1", "Yusuf al-Karimi", person, {
                "Yusuf al-Karimi": (("s-a", "s-b"), 1.0, "chosen form: most used"),
                "Yousef Al Karimy": (("s-b",), 0.91, "same after romanisation"),
                "يوسف الكريمي": (("s-e",), 0.88, "same consonants in Arabic script"),
            }),
            self.entity("e-2", "Maritime Safety Board", organization, {
                "Maritime Safety Board": (("s-a", "s-c"), 1.0, "chosen form: full name"),
                "MSB": (("s-a",), 1.0, "abbreviation stated in S1"),
            }),
            self.entity("e-3", "Norra", organization, {"Norra": (("s-b", "s-c"), 1.0, "only form")}),
            self.entity("e-4", "Ana Brandt", person, {"Ana Brandt": (("s-c",), 1.0, "only form")}),
        )  # fmt: skip

    def entity(
        self, key: str, name: str, kind: EntityKind, variants: dict[str, tuple[tuple[str, ...], float, str]]
    ) -> Entity:
        made = tuple(
            NameVariant(key, kind, text, tuple(self.span(source, text) for source in sources), score, reason)
            for text, (sources, score, reason) in variants.items()
        )
        return Entity(key, name, kind, made)

    def claims(self) -> tuple[Claim, ...]:
        injured = "at least 30 were injured"
        return (
            Claim(
                ClaimKind.QUANTITY, "s-a", self.span("s-a", injured), injured, "Tarnwick ferry terminal fire",
                "injured", "at least 30", number=30.0, unit="person", hedge=Hedge.AT_LEAST,
                speaker="Yusuf al-Karimi", voice=Voice.REPORTED,
            ),
            Claim(ClaimKind.METADATA, "s-e", None, "-1+1", "s-e", "title", "=1+1", field="title"),
        )  # fmt: skip


class Page(HTMLParser):
    """A page as a parser sees it: its tags with attributes, its text, and what is marked in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.marked: list[str] = []
        self.is_marked = False
        self.is_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self.is_style = tag == "style"
        if tag == "mark":
            self.is_marked = True
            self.marked.append("")

    def handle_endtag(self, tag: str) -> None:
        self.is_marked = self.is_marked and tag != "mark"
        self.is_style = False

    def handle_data(self, data: str) -> None:
        if not self.is_style:
            self.text += data
        if self.is_marked:
            self.marked[-1] += data

    def outline(self) -> list[tuple[str, list[str]]]:
        """Tags with the names of their attributes, marks for hidden characters apart."""
        return [(tag, sorted(a)) for tag, a in self.tags if a.get("class") != "hidden-character"]


def _read_page(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    return page


@pytest.fixture
def read_page() -> Callable[[str], Page]:
    """HTML → what a parser sees."""
    return _read_page


_KEPT = {
    (Source, "id"), (Source, "text"), (Source, "content_id"), (Evidence, "source_id"), (Span, "source_id"),
    (NearDuplicate, "a"), (NearDuplicate, "b"), (NearDuplicate, "cluster"), (Lineage, "parent"),
    (Lineage, "child"), (Lineage, "family"), (SourceGroup, "source_id"), (SourceGroup, "group"),
    (Metadatum, "name"), (Claim, "source_id"), (PageVersion, "earlier"), (PageVersion, "later"),
    (PageVersion, "page"),
}  # fmt: skip
"""Fields that link values with each other, and the text that offsets count in."""


def _fill(value: object, text: str) -> object:
    if isinstance(value, tuple):
        return tuple(_fill(inner, text) for inner in value)
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return text
    if not has(type(value)):
        return value
    kept = {f.name for f in fields(type(value)) if (type(value), f.name) in _KEPT}
    return evolve(
        value,
        **{f.name: _fill(getattr(value, f.name), text) for f in fields(type(value)) if f.name not in kept},
    )


@pytest.fixture
def fill() -> Callable[[object, str], object]:
    """Report data and a text → the same data with that text in every field that text can stand in."""
    return _fill
