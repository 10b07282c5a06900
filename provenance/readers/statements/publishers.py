"""Who published it, as mastheads and footers say."""

import re

from provenance.model.knowledge import Knowledge
from provenance.model.sources import Basis
from provenance.readers.statements.lines import Line, Page
from provenance.readers.statements.outlets import clean_publisher, is_role, looks_like_publisher

_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))(?:\s{0,2}(?:copyright|©|\(c\)))?[\s:,]{0,3}"
    r"(?P<years>(?:\d{4}(?:\s?[-–,]\s?\d{2,4})?)?)[\s,.]{0,3}(?:by\s)?(?P<holder>[^\n.|•·©]{2,80})",
    re.IGNORECASE,
)
_COPYRIGHT_AFTER = re.compile(r"(?P<holder>[^\n.|•·©]{2,60}?)\s{0,2}©\s?\d{4}\b")
_RIGHTS = re.compile(
    r"[.,;:\s]{0,3}\b(?:all rights|rights reserved|reserved|registered)\b.{0,100}$", re.IGNORECASE
)
_OTHERS = re.compile(r"\s(?:and/or|and|or|&)\s(?:its|their)\s", re.IGNORECASE)
"""What follows an owner's name: "or its affiliated companies"."""
_YEARS = re.compile(r"^\d{4}(?:\s?[-–]\s?\d{2,4})?[\s,]*|[\s,]*\d{4}(?:\s?[-–]\s?\d{2,4})?$")
_ABOUT_ITSELF = re.compile(
    r"(?P<name>(?:The\s)?[^\W\d_][^\n.,;:()]{2,80}?)(?:\s\((?P<short>[A-Z][A-Za-z.&]{1,11})\))?,?\s(?:is|are)\s(?:an?|the)\s"
    r"(?P<what>[^\n.]{3,160})"
)
_KIND_OF_HOUSE = re.compile(
    r"\b(?:independent|non-?partisan|non-?profit|not-?for-?profit|non-?for-?profit|non-partisan|charity|charitable|"
    r"501\(c\)|publishing|newspaper|newsroom|news\s(?:agency|service|site|organi[sz]ation|outlet|website)|"
    r"think[\s-]tank|broadcaster|publication|magazine)\b",
    re.IGNORECASE,
)
_OWN_VOICE = re.compile(
    r"\b(?:donat|donor|funded|funding|opinions?|views|editorial|advertis|newsletter|subscri|sign up|"
    r"click here|annual report|"
    r"takes? no (?:institutional |corporate )?positions?|owned by|contact us|all rights)",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"(?:press|news|media)\s(?:release|statement|advisory)|for immediate release|"
    r"press\sstatement|communiqu[eé]",
    re.IGNORECASE,
)
_NEWSLETTER = re.compile(
    r"(?i:sign up (?:for|to)|subscribe to|you are receiving this (?:email|newsletter) from)\s"
    r"(?P<name>(?:The\s)?[A-Z][\w.&’'-]*(?:\s(?:of|the|and|&|for)|\s[A-Z][\w.&’-]*){0,6})",
)

_NOTICE_LINES = 40
"""Lines from the end of a page among which its notices stand: lists of sections follow on some pages."""

Found = tuple[int, int, Basis]
"""(start, end, basis) of a publisher's name."""


def find_publishers(page: Page, knowledge: Knowledge, whole: Page | None = None) -> list[Found]:
    """Publishers that the page itself names, the best evidence first.

    Stated: a copyright line. Inferred: a masthead, a press release's sender, a notice of a house on
    itself, an invitation to its newsletter. A news agency's copyright comes last, since others print it.
    `whole`: the page with the furniture that `page` is without.
    """
    foot = [line for line in page.foot if line not in page.head[:4]]
    foot += _notices(page, whole) if whole else []
    found = _copyrights(foot, knowledge)
    own = [hit for hit in found if hit[2] is Basis.STATED]
    lent = [hit for hit in found if hit[2] is not Basis.STATED]
    mastheads = _mastheads(page, knowledge) or (_mastheads(whole, knowledge) if whole else [])
    return own + mastheads + _houses(foot, knowledge) + _newsletters(foot, knowledge) + lent


def _notices(page: Page, whole: Page) -> list[Line]:
    """The page's last lines of furniture, the last first: what a house says of itself stands at the end,
    and whose a picture is further up."""
    own = set(page.lines.ends())
    ends = enumerate(reversed(whole.lines.ends(-_NOTICE_LINES)), 1)
    last = [whole.lines[-number] for number, end in ends if end not in own]
    return [line for line in last if not line.is_caption and line not in whole.head]


def _copyrights(foot: list[Line], knowledge: Knowledge) -> list[Found]:
    found: list[Found] = []
    for line in foot:
        if len(line.text) > 400 or (line.is_caption and "getty" in line.text.casefold()):
            continue
        text = line.text
        hit = _COPYRIGHT.match(text) or _COPYRIGHT_AFTER.match(text)
        if hit is None or not (re.search(r"\d{4}", hit.group()) or "rights" in text.casefold()):
            continue
        start, end = _trim_holder(text, *hit.span("holder"))
        name = text[start:end]
        if _is_holder(name):
            is_agency = name.casefold().removeprefix("the ") in knowledge.agencies
            found.append(
                (line.start + start, line.start + end, Basis.INFERRED if is_agency else Basis.STATED)
            )
    return found


def _trim_holder(text: str, start: int, end: int) -> tuple[int, int]:
    rights = _RIGHTS.search(text, start, end)
    end = rights.start() if rights else end
    others = _OTHERS.search(text, start, end)
    end = others.start() if others else end
    years = _YEARS.match(text[start:end])
    start += years.end() if years else 0
    tail = re.search(r"[\s,]+(?:\d{4}(?:\s?[-–]\s?\d{2,4})?)\s*$", text[start:end])
    end = start + tail.start() if tail else end
    inner = clean_publisher(text[start:end])
    return start + inner[0], start + inner[1]


def _is_holder(name: str) -> bool:
    words = name.split()
    return (
        1 <= len(words) <= 9
        and sum(letter.isalpha() for letter in name) > 1
        and any(word[0].isupper() for word in words)
        and not re.search(
            r"\b(?:this|may not|notice|policy|reserved|terms|material|contact)\b|https?:", name, re.IGNORECASE
        )
    )


def _is_titled(name: str) -> bool:
    """Are all its words capitalised but for the small ones?"""
    words = name.split()
    small = ("of", "for", "the", "and", "on", "in", "&", "de", "du", "des", "la")
    return len(words) <= 9 and words[-1][0].isupper() and all(w[0].isupper() or w in small for w in words)


def _mastheads(page: Page, knowledge: Knowledge) -> list[Found]:
    """A name in the first lines, before the headline, set apart by a slogan, a release mark or capitals."""
    found: list[Found] = []
    for number, line in enumerate(page.head[:3]):
        following = page.head[number + 1].text if number + 1 < len(page.head) else ""
        name = re.split(r"\s[|–—•·-]{1,2}\s", line.text, maxsplit=1)[0].strip()
        rest = line.text[len(name) :].strip(" |–—•·-")
        is_release = _RELEASE.match(following) is not None or _RELEASE.match(rest) is not None
        is_apart = (bool(rest) and number == 0) or (name.isupper() and number == 0)
        is_alone = (
            number == 0 and not rest and len(page.head) > 1 and len(following.split()) > len(name.split())
        )
        if (
            _RELEASE.match(name)
            or ":" in name
            or line.is_caption
            or is_role(name, knowledge)
            or line.is_prose
        ):
            continue
        if (is_release or is_apart or is_alone) and looks_like_publisher(name, knowledge):
            found.append((line.start, line.start + len(name), Basis.INFERRED))
            break
    return found


def _houses(foot: list[Line], knowledge: Knowledge) -> list[Found]:
    """ "The X Institute (XI) is an independent, non-profit …": a house speaks of itself, and how it lives."""
    found: list[Found] = []
    for line in foot:
        hit = _ABOUT_ITSELF.match(line.text[:1000])
        if (
            hit is None
            or not _KIND_OF_HOUSE.search(hit["what"])
            or not _OWN_VOICE.search(line.text[hit.end("name") : 2000])
        ):
            continue
        name = hit["name"]
        if _is_titled(name) and not is_role(name, knowledge):
            found.append((line.start + hit.start("name"), line.start + hit.end("name"), Basis.INFERRED))
    return found


def _newsletters(foot: list[Line], knowledge: Knowledge) -> list[Found]:
    found: list[Found] = []
    for line in foot:
        hit = _NEWSLETTER.match(line.text[:300])
        if hit and ("newsletter" in line.text.casefold() or "subscribe" in line.text[:10].casefold()):
            name = re.sub(r"(?:’s|'s)$", "", hit["name"])
            if looks_like_publisher(name, knowledge):
                found.append(
                    (
                        line.start + hit.start("name"),
                        line.start + hit.start("name") + len(name),
                        Basis.INFERRED,
                    )
                )
    return found
