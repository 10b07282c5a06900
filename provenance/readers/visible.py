"""Title, author, publisher and dates as the visible lines of a page state them."""

import re
from datetime import date

from provenance.model.knowledge import Knowledge
from provenance.model.sources import Basis, Metadatum
from provenance.model.spans import Span
from provenance.readers.bylines import find_affiliation, find_byline
from provenance.readers.lines import Line, Page, is_credit, read_page
from provenance.readers.outlets import clean_publisher, looks_like_publisher
from provenance.readers.publishers import find_publishers
from provenance.readers.stamps import Stamp, find_stamps, find_yearless

_PUBLISHED = re.compile(
    r"\b(?:published|posted|publication date|date published|pubdate|date|issued|released|first published)\b",
    re.IGNORECASE,
)
_MODIFIED = re.compile(
    r"\b(?:last (?:updated|modified|edited|revised|changed)|updated?|modified|amended|corrected|revised)\b",
    re.IGNORECASE,
)
_CAPTURED = re.compile(r"^(?:retrieved|accessed|captured|archived|downloaded|scraped)\b", re.IGNORECASE)
_NOISE = re.compile(  # what may stand beside a date in a line that says nothing else
    r"\b(?:on|at|the|by|and|in|first|last|date|time|local|am|pm|[ap]\.m|et|pt|ct|mt|est|edt|gmt|utc|bst|cet|ist|cat|eat|wat|"
    r"min(?:ute)?s?|read|hrs?|hours?|edition|weekend|issue|no|vol|(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?)\b|"
    r"[\W\d_]+",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:this|the) (?:article|story|page|post|report|piece|entry) (?:was|has been) (?:\w+ )?"
    r"(?P<what>published|posted|updated|modified|amended|corrected|revised) (?:on|at)?\s?",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^(?P<place>[A-Z][\w.'’ /-]{1,40}(?:,\s[A-Z][\w.' -]{1,30}){0,2}),\s"
    r"(?P<when>[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?|\d{1,2}\s[A-Z][a-z]{2,8}(?:\s\d{4})?)\s{0,2}"
    r"(?:\([^()\n]{2,60}\)\s{0,2}|/[^/\n]{2,40}/\s{0,2})?(?:[—–-]{1,2}|:)\s"
)
_CAPITALS = r"[A-Z][\w.'’-]{0,30}(?:\s[A-Z][\w.'’-]{0,30}){0,3}"
_PLACE = re.compile(rf"{_CAPITALS}(?:,\s{_CAPITALS})?")
_POSTER = re.compile(r"^\s{0,2}by\s[^,|]{2,50}?(?=\son\s|,|\||$)", re.IGNORECASE)
_PAIR = re.compile(r"^(?P<name>[A-Za-z][A-Za-z _-]{1,24}?)\s?:\s{1,4}(?P<value>\S.{0,300})$")
_PAIR_NAMES = {
    **dict.fromkeys(("title", "headline"), "title"),
    **dict.fromkeys(("author", "authors", "byline", "by", "written by", "reporter", "creator"), "author"),
    **dict.fromkeys(
        ("publisher", "publication", "newspaper", "outlet", "site name", "sitename"), "publisher"
    ),
    **dict.fromkeys(("url", "link", "web address", "permalink"), "url"),
    **dict.fromkeys(("canonical", "canonical url"), "canonical_url"),
    **dict.fromkeys(
        ("date", "published", "posted", "publication date", "date published", "published on"), "published"
    ),
    **dict.fromkeys(("updated", "last updated", "modified", "last modified", "date modified"), "modified"),
    **dict.fromkeys(("retrieved", "accessed", "captured", "archived", "date accessed"), "captured_at"),
}
_WEB = re.compile(r"https?://[^\s<>\"]{4,500}")
_FURNITURE = re.compile(
    r"^(?:print|share|tweet|email|e-mail|menu|search|home|log ?in|sign (?:in|up)|subscribe|skip to.*|"
    r"advertisement|comments?|follow us.*|read more.*|listen.*|save|login|register|"
    r"breaking(?: news)?|opinion|analysis|exclusive|live|video|(?:press|news|media) release|"
    r"for immediate release|(?:issue|report|bulletin|brief|vol(?:ume)?)\.? (?:no\.? ?)?\d+)\W*$",
    re.IGNORECASE,
)


def find_visible(text: str, source_id: str, knowledge: Knowledge) -> list[Metadatum]:
    """Every statement of `text` about itself, the preferred of each name first, with its span.

    Only lines outside the article's prose and its captions count; of the prose itself, only a dateline.
    """
    page = read_page(text)
    pairs = _find_pairs(page)
    found = [
        _spanned(source_id, name, text[start:end], Basis.STATED, start, end) for name, start, end in pairs
    ]
    found = [_dated(metadatum) for metadatum in found if _is_usable(metadatum)]
    titles = _titles(page, source_id, knowledge)
    found += titles
    authors = [place for line in _credit_lines(page) for place in find_byline(line, knowledge)]
    found += [
        _spanned(source_id, "author", text[start:end], Basis.STATED, start, end) for start, end in authors
    ]
    found += [
        _spanned(source_id, "publisher", text[start:end], basis, start, end)
        for start, end, basis in (*_beside_bylines(page, knowledge), *find_publishers(page, knowledge))
    ]
    title_start = titles[0].span.start if titles and titles[0].span else 0
    found += _dates(page, source_id, title_start)
    return _unique(found)


def _spanned(source_id: str, name: str, value: str, basis: Basis, start: int, end: int) -> Metadatum:
    return Metadatum(name, value, basis, Span(source_id, start, end))


def _stamped(source_id: str, name: str, stamp: Stamp, offset: int, basis: Basis = Basis.STATED) -> Metadatum:
    span = Span(source_id, offset + stamp.start, offset + stamp.end)
    return Metadatum(name, stamp.value, basis, span, None, stamp.earliest, stamp.latest)


def _find_pairs(page: Page) -> list[tuple[str, int, int]]:
    """ "Name: value" lines at the very top, as page dumps and front matter have them: (name, start, end)."""
    found = []
    for line in page.lines[:12]:
        hit = _PAIR.match(line.text)
        name = _PAIR_NAMES.get(hit["name"].casefold().replace("_", " ").replace("-", " ")) if hit else None
        if hit and name:
            value = hit["value"].strip(" \"'")
            start = line.start + line.text.index(value, hit.start("value"))
            found.append((name, start, start + len(value)))
        elif line.is_prose:
            break
    is_header = len(found) > 1 or any(name in ("url", "title") for name, _, _ in found)
    return found if is_header else []


_NEAR_LINES = 2
_OTHER_DATE = re.compile(
    r"(?:joined|member since|born|died|due|deadline|when|event|starts?|ends?)\W*$", re.IGNORECASE
)
_DATE_NAMES = ("published", "modified", "captured_at")


def _is_usable(metadatum: Metadatum) -> bool:
    if metadatum.name in _DATE_NAMES:
        return bool(find_stamps(metadatum.value))
    if metadatum.name in ("url", "canonical_url"):
        return _WEB.fullmatch(metadatum.value) is not None
    return len(metadatum.value) <= 300


def _dated(metadatum: Metadatum) -> Metadatum:
    if metadatum.name not in _DATE_NAMES or metadatum.span is None:
        return metadatum
    stamp = find_stamps(metadatum.value)[0]
    return _stamped(metadatum.span.source_id, metadatum.name, stamp, metadatum.span.start)


def _credit_lines(page: Page) -> list[Line]:
    """Lines of the head; a line such as "(By Ann Lee)" after the body is no byline to rely on."""
    return [line for line in page.head if not line.is_caption]


def _titles(page: Page, source_id: str, knowledge: Knowledge) -> list[Metadatum]:
    """The headline: a marked heading, a line that is repeated, else the first that reads like one."""
    candidates = [
        line for line in page.head if _is_title(line, knowledge) and not _PAIR_LIKE.match(line.text)
    ]
    if not candidates or len(page.lines) < 2:
        return []
    chosen = _choose_title(page, candidates, knowledge)
    if len(chosen.text.split()) < 2:
        return []
    return [_spanned(source_id, "title", chosen.text, Basis.STATED, chosen.start, chosen.end)]


def _choose_title(page: Page, candidates: list[Line], knowledge: Knowledge) -> Line:
    """Of short lines only, the last one before byline and date: section names stand further up."""
    texts = [line.text for line in candidates]
    headlines = [line for line in candidates if _is_headline(line, knowledge)]
    marked = [line for line in candidates if line.is_heading]
    repeated = [line for line in headlines if texts.count(line.text) > 1]
    credit = next((line.start for line in page.head if is_credit(line)), 0)
    above = [line for line in candidates if line.start < credit and not _is_masthead(line, knowledge)]
    return [*marked[:1], *repeated[:1], *headlines[:1], *above[-1:], candidates[0]][0]


_PAIR_LIKE = re.compile(
    r"^(?:title|headline|author|url|link|date|published|publisher|source|tags?|"
    r"category|from|to|cc|subject|(?:media |press )?contact|embargo|for more)\s?:",
    re.IGNORECASE,
)


def _is_title(line: Line, knowledge: Knowledge) -> bool:
    if (
        line.is_prose
        or line.is_caption
        or not 1 <= len(line.text.split()) <= 30
        or _FURNITURE.match(line.text)
    ):
        return False
    if line.text.endswith((",", ";")) or _WEB.match(line.text) or not any(c.isalpha() for c in line.text):
        return False
    if " | " in line.text or " > " in line.text or line.text.startswith(("©", "(")):
        return False
    return (
        not find_byline(line, knowledge)
        and not _is_date_line(line)
        and not re.match(r"(?i:by)\s(?:[A-Z]|our\s|an?\s|staff)", line.text)
    )


def _is_headline(line: Line, knowledge: Knowledge) -> bool:
    """Longer than a masthead or a section's name, and no outlet's name."""
    return len(line.text.split()) >= 4 and not _is_masthead(line, knowledge)


def _is_masthead(line: Line, knowledge: Knowledge) -> bool:
    first = re.split(r"\s[—–|]\s", line.text, maxsplit=1)[0]
    is_capitals = first.isupper() or first != line.text
    return looks_like_publisher(first, knowledge) and (is_capitals or len(first.split()) <= 6)


def _beside_bylines(page: Page, knowledge: Knowledge) -> list[tuple[int, int, Basis]]:
    """An outlet between the bars of a byline, on a line of its own between byline and date, or before
    the date in one line ("The Daily News, 4 May 2019")."""
    found = []
    for number, line in enumerate(page.head):
        stamps = find_stamps(line.text[:300]) if _is_date_line(line) else []
        start, end = clean_publisher(line.text[: stamps[0].start]) if stamps else (0, 0)
        if looks_like_publisher(line.text[start:end], knowledge) and not _label(line.text[start:end]):
            found.append((line.start + start, line.start + end, Basis.INFERRED))
        if not find_byline(line, knowledge):
            continue
        inside = find_affiliation(line, knowledge)
        if inside:
            found.append((*inside, Basis.INFERRED))
        following = page.head[number + 1] if number + 1 < len(page.head) else None
        after = page.head[number + 2] if number + 2 < len(page.head) else None
        if following and after and not following.is_caption and _is_date_line(after):
            start, end = clean_publisher(following.text.split(",")[0])
            if looks_like_publisher(following.text[start:end], knowledge):
                found.append((following.start + start, following.start + end, Basis.INFERRED))
    return found


def _dates(page: Page, source_id: str, title_start: int) -> list[Metadatum]:
    """Labelled dates first, then bylines and lines that are dates, then the dateline.

    A bare date above the headline can be the day on which the page was looked at: it counts only right
    above, and comes after those below the headline.
    """
    labelled: list[Metadatum] = []
    plain: list[Metadatum] = []
    title = next((number for number, line in enumerate(page.head) if line.start == title_start), 0)
    for number, line in enumerate(page.head):
        is_near = number + _NEAR_LINES >= title and not _is_other_label(page, number)
        for stamp, before in () if line.is_prose or line.is_caption else _stamps_of(line):
            name = _label(before)
            if name:
                labelled.append(_stamped(source_id, name, stamp, line.start))
            elif is_near and (_is_date_line(line) or _is_credit_with_date(line)):
                plain.append(_stamped(source_id, "published", stamp, line.start))
    plain.sort(key=lambda metadatum: metadatum.span is not None and metadatum.span.start < title_start)
    found = labelled + _foot_dates(page, source_id) + plain
    return found + _dateline(page, source_id, found)


def _is_other_label(page: Page, number: int) -> bool:
    """Does the line before name another sort of date?"""
    return number > 0 and _OTHER_DATE.match(page.head[number - 1].text) is not None


def _stamps_of(line: Line) -> list[tuple[Stamp, str]]:
    """Each date of a line with what stands between it and the one before."""
    found = []
    begin = 0
    for stamp in find_stamps(line.text[:300]):
        found.append((stamp, line.text[begin : stamp.start]))
        begin = stamp.end
    return found


def _label(before: str) -> str | None:
    """What the words before a date say it is; None if they do not."""
    near = before[-60:]
    if _CAPTURED.search(near):
        return "captured_at"
    marks = [(hit.start(), hit.end(), "modified") for hit in _MODIFIED.finditer(near)]
    marks += [(hit.start(), hit.end(), "published") for hit in _PUBLISHED.finditer(near)]
    if not marks:
        return None
    _, end, name = max(marks)
    between = _POSTER.sub(" ", near[end:])
    return None if _NOISE.sub("", between) else name


def _is_date_line(line: Line) -> bool:
    """Does the line say when, and nothing else but perhaps where ("Geneva, 4 May 2019")?"""
    stamps = find_stamps(line.text[:300])
    if not stamps or line.is_prose or len(line.text) > 120:
        return False
    rest = list(line.text)
    for stamp in stamps:
        rest[stamp.start : stamp.end] = " " * (stamp.end - stamp.start)
    left = "".join(rest)
    left = _PUBLISHED.sub(" ", _MODIFIED.sub(" ", _CAPTURED.sub(" ", left)))
    if not _NOISE.sub("", left):
        return True
    return len(stamps) == 1 and _PLACE.fullmatch(left.strip(" ,.()-–—|\t")) is not None


def _is_credit_with_date(line: Line) -> bool:
    """A byline that ends in a date: "By Ann Lee | Fellow | 3 March 2018"."""
    if not re.match(r"(?:(?:written|posted|published)\s)?by\s", line.text, re.IGNORECASE):
        return False
    stamps = find_stamps(line.text[:300])
    return len(stamps) == 1 and not _NOISE.sub("", line.text[stamps[0].end :])


def _foot_dates(page: Page, source_id: str) -> list[Metadatum]:
    """ "Last modified on …" below the article, where only one line says such a thing; teasers have many."""
    lines = [line for line in page.lines[page.body_start :] if not line.is_caption and len(line.text) <= 200]
    notices = [line for line in lines if _NOTICE.match(line.text)]
    short = [line for line in page.foot if not line.is_caption and len(line.text) <= 200]
    foot = [line for line in short if not _NOTICE.match(line.text) and _is_date_line(line)]
    labelled = [
        line
        for line in foot
        if re.match(rf"(?:{_MODIFIED.pattern}|{_PUBLISHED.pattern})", line.text, re.IGNORECASE)
    ]
    chosen = notices + (labelled if len(foot) == 1 else [])
    found = []
    for line in chosen:
        for stamp, before in _stamps_of(line)[:1]:
            found.append(_stamped(source_id, _label(before) or "published", stamp, line.start))
    return found


def _dateline(page: Page, source_id: str, others: list[Metadatum]) -> list[Metadatum]:
    """The date of "BAGHDAD, March 3 (Agency) —" before the article; its year from the page if need be."""
    for line in page.lines[page.body_start : page.body_start + 2]:
        hit = _DATELINE.match(line.text[:200])
        if hit is None:
            continue
        begin = hit.start("when")
        stamps = find_stamps(hit["when"])
        if stamps:
            return [_stamped(source_id, "published", stamps[0], line.start + begin)]
        near = next((m.value[:10] for m in others if m.name == "published"), None)
        stamp = find_yearless(hit["when"], date.fromisoformat(near)) if near else None
        return [_stamped(source_id, "published", stamp, line.start + begin, Basis.INFERRED)] if stamp else []
    return []


def _unique(found: list[Metadatum]) -> list[Metadatum]:
    """Without what was found twice at one place, or said twice with the same words."""
    kept: dict[tuple[str, str], Metadatum] = {}
    for metadatum in found:
        key = (metadatum.name, metadatum.value)
        if metadatum.name in _DATE_NAMES and metadatum.span:
            key = (metadatum.name, str(metadatum.span))
        kept.setdefault(key, metadatum)
    return list(kept.values())


def find_credits(text: str, knowledge: Knowledge) -> list[str]:
    """The lines of `text` that are bylines or dates, in order, each once."""
    lines = [line for line in read_page(text).lines if not line.is_caption and not line.is_prose]
    chosen = [line.text for line in lines if find_byline(line, knowledge) or _is_date_line(line)]
    return list(dict.fromkeys(chosen))
