"""What the columns of tables and the keys of JSON objects mean, and statements made of their values."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from attrs import frozen

from provenance.model.sources import Basis, Metadatum, ZoneBasis
from provenance.readers.containers.prose import count_words, is_column_of_prose
from provenance.readers.statements.stamps import read_stamp

_NAMES = {  # as exports, scrapers and people name them; the surest first; without case and separators
    "title": "title headline articletitle pagetitle heading",
    "author": "author authors byline authorname authornames writer writtenby by creator journalist reporter",
    "publisher": "publisher publication newspaper outlet media sitename site website sourcename house source "
    "mediasource sourcedomain domain",
    "published": "published datepublished publisheddate publishdate publicationdate datepublish publishedat "
    "publishedon publisheddatetime pubdate date posted postedat posteddate dateposted createdat createdutc "
    "created issued timestamp datetime",
    "modified": "modified datemodified modifieddate modifiedat datemodify updated updatedat dateupdated "
    "lastmodified lastupdated lastmod",
    "url": "url link weburl articleurl pageurl sourceurl webaddress address permalink uri finalurl href",
    "canonical_url": "canonicalurl canonical canonicallink",
    "captured_at": "capturedat captured capturedate retrieved retrievedat retrievaldate dateretrieved "
    "accessed accessedat dateaccessed archived archivedat crawled crawledat crawldate scraped scrapedat "
    "datedownload downloaddate downloaded fetched fetchedat",
    "language": "language lang",
}
_FOREIGN_NAMES = {  # the same in other languages that much is written in; from dictionaries
    "title": "titre titel titulo título titolo tytuł otsikko rubrik заголовок название "
    "标题 標題 タイトル 제목 عنوان العنوان",
    "author": "auteur autor autorin autora autore verfasser författare forfatter автор "
    "作者 著者 저자 الكاتب المؤلف",
    "publisher": "quelle fuente fonte bron zeitung источник издание 来源 來源 출처 المصدر",
    "published": "datum fecha erschienen veröffentlicht publié publicado pubblicato päivämäärä дата "
    "日期 日付 날짜 التاريخ تاريخ",
    "url": "lien enlace adresse ссылка 链接 リンク 링크 الرابط",
    "language": "sprache langue idioma lingua taal språk язык 语言 言語 언어 اللغة",
}
_ENGLISH_TEXTS = (
    *("text", "fulltext", "articletext", "maintext", "articlebody", "body", "content", "articlecontent"),
    *("article", "bodytext", "contenttext", "plaintext", "rawtext", "story", "transcript"),
    *("html", "bodyhtml", "contenthtml"),
)
_FOREIGN_TEXTS = (
    *(
        "texte",
        "contenu",
        "corps",
        "texteintegral",
        "inhalt",
        "volltext",
        "artikeltext",
        "artikel",
        "beitrag",
    ),
    *(
        "texto",
        "contenido",
        "cuerpo",
        "conteúdo",
        "corpo",
        "artículo",
        "artigo",
        "testo",
        "contenuto",
        "articolo",
    ),
    *("tekst", "inhoud", "brödtext", "innehåll", "brødtekst", "indhold", "innhold", "teksti", "sisältö"),
    *(
        "treść",
        "obsah",
        "szöveg",
        "metin",
        "içerik",
        "teks",
        "isi",
        "κείμενο",
        "текст",
        "содержание",
        "статья",
    ),
    *("正文", "内容", "內容", "文本", "本文", "テキスト", "본문", "내용", "النص", "نص", "المحتوى", "متن"),
)
_WEAK_TEXTS = ("message", "post", "document", "tweet", "comment", "description", "summary", "snippet")
"""Names of texts, and of much else: columns of such a name must have more than a few words."""
_LEAST_WEAK_WORDS = 6
_DATES = frozenset(("published", "modified", "captured_at"))
_ADDRESSES = frozenset(("url", "canonical_url"))
_ADDRESS = re.compile(r"https?://[^\s<>\"]{3,1990}", re.IGNORECASE)
_FIGURES = re.compile(r"\s{0,9}(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d)")
_LONGEST_CHARS = 500
_LONGEST_ADDRESS_CHARS = 2_000
_MOST_AUTHORS = 50
_LEAST_MEAN_CHARS = 100
"""Mean length from which a column of no known name is taken for text: titles have 50 to 80 characters."""
_LEAST_MEAN_WORDS = 15
_SURROGATES = re.compile("[\ud800-\udfff]")


@frozen
class Described:
    """`metadata`: in the order of preference. `problems`: values that say nothing, each with its reason."""

    metadata: tuple[Metadatum, ...]
    problems: tuple[str, ...]


def normal_column(column: str) -> str:
    """A column's name without case, accents, spaces and signs: "Published_At" → "publishedat"."""
    folded = unicodedata.normalize("NFKD", column.casefold())
    return "".join(character for character in folded if character.isalnum())


_RANKED = {
    normal_column(spelling): (name, rank)
    for name, known in _NAMES.items()
    for rank, spelling in enumerate(f"{known} {_FOREIGN_NAMES.get(name, '')}".split())
}
_TEXTS = tuple(map(normal_column, (*_ENGLISH_TEXTS, *_FOREIGN_TEXTS)))


def is_known(column: str) -> bool:
    """Does the name say what the values are: metadata of a document, or its text?"""
    name = normal_column(column)
    return name in _RANKED or name in _TEXTS or name in _WEAK_TEXTS


def is_named_text(column: str) -> bool:
    """Does the name say that the values are documents' texts, and nothing else?"""
    return normal_column(column) in _TEXTS


def describes_document(column: str) -> bool:
    """Does the name say that the values are metadata of a document?"""
    return normal_column(column) in _RANKED


def describe(values: Iterable[tuple[str, object]], basis: Basis, prefix: str) -> Described:
    """Statements made of (column, value) pairs; each one's field is the prefix and the column's own name.

    A value may be text, a number, a list of these or of objects with a name, as JSON has them.
    """
    ranked = []
    for column, value in values:
        name, rank = _RANKED.get(normal_column(column[:100]), ("", 0))
        if name:
            ranked += [(name, rank, f"{prefix} {clean(column)}", text) for text in _flatten(name, value)]
    order = list(_NAMES)
    ranked.sort(key=lambda entry: (order.index(entry[0]), entry[1]))  # stable: of equals, as they came
    found: dict[tuple[str, str], Metadatum] = {}
    problems = []
    for name, _, field, text in ranked:
        made = _state(name, text, basis, field)
        if isinstance(made, str):
            problems.append(made)
        else:
            found.setdefault((made.name, made.value), made)
    return Described(tuple(found.values()), tuple(problems))


def choose_text_column(columns: Sequence[str], rows: Sequence[Sequence[str]], wished: str = "") -> int | None:
    """The number of the column that holds the documents' text; None if there is none.

    `wished` by name, else one of a usual name that holds anything, else the one with the longest texts: of
    those that are as long as no title, or of which half are sentences.
    """
    names = [normal_column(column) for column in columns]
    if wished:
        exact = [number for number, column in enumerate(columns) if column.strip() == wished.strip()]
        alike = [number for number, name in enumerate(names) if name == normal_column(wished)]
        return next(iter(exact or alike), None)
    means = [_mean_lengths(number, rows) for number in range(len(columns))]
    for spelling in _TEXTS:
        for number, name in enumerate(names):
            if name == spelling and (means[number][0] or not rows):
                return number
    for spelling in _WEAK_TEXTS:
        for number, name in enumerate(names):
            if name == spelling and means[number][1] >= _LEAST_WEAK_WORDS:
                return number
    enough = [
        (characters, -number)
        for number, (characters, words) in enumerate(means)
        if (characters >= _LEAST_MEAN_CHARS and words >= _LEAST_MEAN_WORDS)
        or (
            names[number] not in _RANKED
            and is_column_of_prose([row[number] for row in rows if number < len(row)])
        )
    ]
    return -max(enough)[1] if enough else None


def find_day_orders(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, bool]:
    """Columns of dates in figures (03/04/2018) → does the day stand first? Of those where some row tells.

    One row with a number above 12 tells it for the whole column, if no other row tells otherwise.
    """
    found = {}
    for number, column in enumerate(columns):
        hits = [_FIGURES.match(row[number]) for row in rows if number < len(row)]
        figures = [(int(hit[1]), int(hit[3])) for hit in hits if hit]
        is_day_first = any(first > 12 for first, _ in figures)
        is_month_first = any(second > 12 for _, second in figures)
        if is_day_first != is_month_first:
            found[column] = is_day_first
    return found


def order_date(text: str, is_day_first: bool | None) -> str:
    """A date in figures as year, month, day, if its column's order is known; other text as it is."""
    hit = _FIGURES.match(text) if is_day_first is not None else None
    if hit is None:
        return text
    day, month = (hit[1], hit[3]) if is_day_first else (hit[3], hit[1])
    return f"{hit[4]}-{month:0>2}-{day:0>2}{text[hit.end() :]}"


def clean(text: str) -> str:
    """One line without NUL and lone surrogates, at most 2,001 characters long."""
    cut = text[: 4 * _LONGEST_ADDRESS_CHARS].replace("\x00", "\ufffd")
    return " ".join(_SURROGATES.sub("\ufffd", cut).split())[: _LONGEST_ADDRESS_CHARS + 1]


def make_date(name: str, text: str, basis: Basis, field: str) -> Metadatum | None:
    """A statement of a date; None if `text` is none.

    03/04/2018 spans both of its readings; of a person's word (Basis.SET) it is none: they can be asked.
    """
    moment = _read_epoch(text)
    if moment is not None:
        value, latest = (
            time.isoformat(timespec="seconds").replace("+00:00", "Z")
            for time in (moment, moment + timedelta(seconds=1))
        )
        return Metadatum(name, value, basis, None, field, value, latest, ZoneBasis.UTC_BY_FORMAT)
    stamp = read_stamp(text, keeps_ambiguous=basis is not Basis.SET)
    if stamp is None:
        return None
    return Metadatum(name, stamp.value, basis, None, field, stamp.earliest, stamp.latest, stamp.zone)


def _mean_lengths(number: int, rows: Sequence[Sequence[str]]) -> tuple[float, float]:
    """(characters, words) of the column's cells that hold anything."""
    cells = [row[number] for row in rows if number < len(row) and row[number].strip()]
    if not cells:
        return 0.0, 0.0
    return sum(map(len, cells)) / len(cells), sum(map(count_words, cells)) / len(cells)


def _flatten(name: str, value: object) -> list[str]:
    """The texts that a value holds; several only of authors."""
    listed = value if isinstance(value, list) else [value]
    texts = []
    for inner in listed[:_MOST_AUTHORS]:
        plain = _named(inner) if isinstance(inner, dict) else inner
        if isinstance(plain, bool) or not isinstance(plain, str | int | float):
            continue
        parts = plain.split(";")[:_MOST_AUTHORS] if name == "author" and isinstance(plain, str) else [plain]
        texts += [text for text in (clean(_print(part)) for part in parts) if text]
    return texts if name == "author" else texts[:1]


def _named(value: Mapping[str, object]) -> object:
    """What an object is called: {"name": …} of people and houses, {"rendered": …} of titles."""
    return next((value[key] for key in ("name", "rendered", "title", "text") if key in value), None)


def _print(value: str | int | float) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return str(value) if abs(value) < 10**18 else ""
    return str(int(value)) if abs(value) < 10**18 else ""


def _state(name: str, text: str, basis: Basis, field: str) -> Metadatum | str:
    """The statement, or why there is none."""
    is_address = _ADDRESS.fullmatch(text) is not None
    if name in _DATES:
        return make_date(name, text, basis, field) or (
            f"{field}: {text[:60]!r} is no date, or can be read in two ways; write 2018-03-15"
        )
    if name == "publisher" and is_address:
        return Metadatum("url", text, basis, None, field)
    if name in _ADDRESSES and not is_address:
        return f"{field}: {text[:60]!r} is no web address"
    if len(text) > _LONGEST_CHARS and name not in _ADDRESSES:
        return f"{field}: longer than {_LONGEST_CHARS} characters"
    return Metadatum(name, text, basis, None, field)


def _read_epoch(text: str) -> datetime | None:
    """Seconds or milliseconds since 1970 in UTC, as databases and scripts write times."""
    hit = re.fullmatch(r"(\d{9,10})(?:\.\d{1,9})?|(\d{12,13})", text)
    if hit is None:
        return None
    seconds = int(hit[1]) if hit[1] else int(hit[2]) // 1000
    return datetime.fromtimestamp(seconds, UTC)
