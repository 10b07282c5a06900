"""When a page was published and changed, as its visible lines say."""

import re
from collections.abc import Sequence
from datetime import date

from attrs import evolve

from provenance.model.sources import Basis, Metadatum
from provenance.model.spans import Span
from provenance.readers.statements.lines import Line, Page
from provenance.readers.statements.months import load_weekdays
from provenance.readers.statements.stamps import Stamp, find_stamps, find_yearless
from provenance.text.datelines import find_dateline

_PUBLISHED = re.compile(
    r"\b(?:published|posted|publication date|date published|pubdate|date|issued|released|first published"
    r"|publiée?|parue?|publicad[oa]|pubblicat[oa]|veröffentlicht|erschienen|gepubliceerd|geplaatst|publicerad|"
    r"publicerat|publisert|udgivet|offentliggjort|julkaistu|opublikowan[oay]|publikováno|yayınlanma|"
    r"опубликован[оа]?|дата публикации|опубліковано|نشر)\b",
    re.IGNORECASE,
)
_MODIFIED = re.compile(
    r"\b(?:last (?:updated|modified|edited|revised|changed)|updated?|modified|amended|corrected|revised"
    r"|mise? à jour|modifiée?|actualizad[oa]|atualizad[oa]|modificado|aggiornat[oa]|aktualisiert|geändert|"
    r"bijgewerkt|laatst gewijzigd|uppdaterad|uppdaterat|oppdatert|opdateret|päivitetty|zaktualizowan[oay]|"
    r"aktualizováno|güncelleme|güncellendi|обновлен[оа]?|изменено|оновлено|تحديث)\b",
    re.IGNORECASE,
)
"""Labels of dates, in English and in the other languages of news."""
_CAPTURED = re.compile(
    r"^(?:(?:page |web ?page |article )?(?:saved|captured|archived)|retrieved|accessed|downloaded|scraped)\b",
    re.IGNORECASE,
)
_NOISE = re.compile(  # what may stand beside a date in a line that says nothing else
    r"\b(?:on|at|the|by|and|in|first|last|date|time|local|am|pm|[ap]\.m|et|pt|ct|mt|est|edt|gmt|utc|bst|cet|ist|cat|eat|wat|"
    r"min(?:ute)?s?|le|el|em|il|den|op|um|à|às|uhr|ore|alle|kl|om|heures|dernière|última|ultima|zuletzt|read|hrs?|hours?|edition|weekend|issue|no|vol|(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?)\b|"
    r"[\W\d_]+",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:this|the) (?:article|story|page|post|report|piece|entry) (?:was|has been) (?:\w+ )?"
    r"(?P<what>published|posted|updated|modified|amended|corrected|revised) (?:on|at)?\s?",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:(?:written|posted|published)\s)?by\s", re.IGNORECASE)
_NOTICE_LETTERS = "tT"
"""With which such a notice begins."""
_DAY_FIRST = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
_CAPITALS = r"[A-Z][\w.'’-]{0,30}(?:\s[A-Z][\w.'’-]{0,30}){0,3}"
_PLACE = re.compile(rf"{_CAPITALS}(?:,\s{_CAPITALS})?")
_POSTER = re.compile(r"^\s{0,2}by\s[^,|]{2,50}?(?=\son\s|,|\||$)", re.IGNORECASE)
_LABEL_FIRST = re.compile(rf"(?:{_MODIFIED.pattern}|{_PUBLISHED.pattern})", re.IGNORECASE)
_LONGEST_LABELLED = 100
_FIRST = re.compile(r"\b(?:first|originally) (?:published|posted)\b", re.IGNORECASE)
_NEAR_LINES = 2
_OTHER_DATE = re.compile(
    r"(?:joined|member since|born|died|due|deadline|when|event|starts?|ends?)\W*$", re.IGNORECASE
)


def find_dates(
    page: Page, source_id: str, title_start: int, known: Sequence[Metadatum] = ()
) -> list[Metadatum]:
    """Labelled dates first, then bylines and lines that are dates, then the dateline; what had to be
    concluded last: a year that stands elsewhere, figures that can be read in two ways.

    A bare date above the headline can be the day on which the page was looked at: it counts only right
    above, and comes after those below the headline. `known`: what is stated elsewhere than in the lines; of
    that, a year is taken where the lines lack one.
    """
    labelled: list[Metadatum] = []
    plain: list[Metadatum] = []
    first: list[Metadatum] = []
    title = next((number for number, line in enumerate(page.head) if line.start == title_start), 0)
    for number, line in enumerate(page.head):
        is_near = number + _NEAR_LINES >= title and not _is_other_label(page, number)
        for stamp, before in () if line.is_prose or line.is_caption else _stamps_of(line):
            name = find_label(before)
            if name:
                labelled.append(make_date(source_id, name, stamp, line.start))
                first += labelled[-1:] if _FIRST.search(before) else []
            elif is_near and (is_date_line(line) or _is_credit_with_date(line)):
                plain.append(make_date(source_id, "published", stamp, line.start))
    plain.sort(key=lambda metadatum: metadatum.span is not None and metadatum.span.start < title_start)
    plain = [_as_change(metadatum, first) for metadatum in plain]
    found = labelled + _foot_dates(page, source_id) + plain
    found += _without_year(page, source_id, [*found, *known])
    found += _dateline(page, source_id, [*found, *known])
    return sorted(found, key=lambda metadatum: metadatum.basis is Basis.INFERRED)


def _as_change(plain: Metadatum, first: list[Metadatum]) -> Metadatum:
    """Beside "First published on", a later date without a label is that of the last change."""
    is_later = any((one.latest or "") <= (plain.earliest or "") for one in first)
    return evolve(plain, name="modified") if is_later else plain


def is_date_line(line: Line) -> bool:
    """Does the line say when, and nothing else but perhaps where ("Geneva, 4 May 2019")?"""
    stamps = find_stamps(line.text[:300])
    if not stamps or line.is_prose or len(line.text) > 120:
        return False
    rest = list(line.text)
    for stamp in stamps:
        rest[stamp.start : stamp.end] = " " * (stamp.end - stamp.start)
    left = "".join(rest)
    left = _PUBLISHED.sub(" ", _MODIFIED.sub(" ", _CAPTURED.sub(" ", left)))
    place = left
    left = _NOISE.sub(" ", left)
    words = [word for word in left.split() if word.lower().rstrip(".,") not in load_weekdays()]
    if not words:
        return True
    return len(stamps) == 1 and _PLACE.fullmatch(place.strip(" ,.()-–—|•·\t")) is not None


def find_label(before: str) -> str | None:
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


def make_date(source_id: str, name: str, stamp: Stamp, offset: int, basis: Basis = Basis.STATED) -> Metadatum:
    """The statement of a date that stands at `stamp`, counted from `offset` in the text."""
    span = Span(source_id, offset + stamp.start, offset + stamp.end)
    basis = Basis.INFERRED if stamp.is_ambiguous else basis
    return Metadatum(name, stamp.value, basis, span, None, stamp.earliest, stamp.latest, stamp.zone)


def make_field_date(name: str, stamp: Stamp, basis: Basis, field: str) -> Metadatum:
    """The statement of a date that stands in a property."""
    basis = Basis.INFERRED if stamp.is_ambiguous else basis
    return Metadatum(name, stamp.value, basis, None, field, stamp.earliest, stamp.latest, stamp.zone)


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


def _is_credit_with_date(line: Line) -> bool:
    """A byline that ends in a date: "By Ann Lee | Fellow | 3 March 2018"."""
    if not _BYLINE.match(line.text):
        return False
    stamps = find_stamps(line.text[:300])
    return len(stamps) == 1 and not _NOISE.sub("", line.text[stamps[0].end :])


def _foot_dates(page: Page, source_id: str) -> list[Metadatum]:
    """ "Last modified on …" below the article, where only one line says such a thing; teasers have many."""
    lines = page.lines.find_short(page.body_start, 200, _NOTICE_LETTERS)
    notices = [line for line in lines if not line.is_caption and _NOTICE.match(line.text)]
    short = [line for line in page.foot if not line.is_caption and len(line.text) <= 200]
    foot = [line for line in short if not _NOTICE.match(line.text) and is_date_line(line)]
    labelled = [line for line in foot if _LABEL_FIRST.match(line.text)]
    chosen = notices + (labelled if len(foot) == 1 else [])
    found = []
    for line in chosen:
        for stamp, before in _stamps_of(line)[:1]:
            found.append(make_date(source_id, find_label(before) or "published", stamp, line.start))
    return found


def _dateline(page: Page, source_id: str, others: list[Metadatum]) -> list[Metadatum]:
    """The date of "BAGHDAD, March 3 (Agency) —" before the article; its year from the page if need be."""
    for line in page.lines[page.body_start : page.body_start + 2]:
        hit = find_dateline(line.text, 0, len(line.text))
        if hit is None or hit.when is None:
            continue
        begin, end = hit.when
        when = line.text[begin:end]
        stamps = find_stamps(when)
        if stamps:
            return [make_date(source_id, "published", stamps[0], line.start + begin)]
        near = _known_day(others)
        stamp = find_yearless(when, near) if near else None
        return [make_date(source_id, "published", stamp, line.start + begin, Basis.INFERRED)] if stamp else []
    return []


def _without_year(page: Page, source_id: str, others: list[Metadatum]) -> list[Metadatum]:
    """ "Updated 4:15 pm ET, Jan 3" in the head: the year is that of the page's own date."""
    near = _known_day(others)
    found = []
    for line in page.head if near else ():
        if line.is_prose or line.is_caption or len(line.text) > _LONGEST_LABELLED or find_stamps(line.text):
            continue
        stamp = find_yearless(line.text, near) if near and _LABEL_FIRST.match(line.text) else None
        name = find_label(line.text[: stamp.start]) if stamp else None
        if stamp and name:
            found.append(make_date(source_id, name, stamp, line.start, Basis.INFERRED))
    return found


def _known_day(others: Sequence[Metadatum]) -> date | None:
    """The day of publication that the page states, if it is a day; what is no conclusion goes first."""
    published = [m for m in others if m.name == "published" and not (m.span and m.basis is Basis.INFERRED)]
    for each in sorted(published, key=lambda m: m.basis is Basis.INFERRED):
        if _DAY_FIRST.match(each.value):
            return date.fromisoformat(each.value[:10])
    return None
