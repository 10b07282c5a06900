"""Full text: sentences that hold all the words asked for, however they are written."""

from sqlite_utils import Database

from provenance.errors import UsageError
from provenance.store.rows import read
from provenance.text.folding import fold_text

COLUMNS = ("source", "path", "start", "end", "text", "part")

ARTICLE = "article"
"""What `part` says of a sentence that is not mostly page furniture; else it says which kind."""

_SELECT = f"""SELECT sentence.source, source.path, sentence.start, sentence."end", sentence.text,
  coalesce((
    SELECT f.kind FROM span JOIN furniture_span AS f ON f.span = span.id
    WHERE span.source = sentence.source AND span.start < sentence."end" AND span."end" > sentence.start
      AND 2 * (min(span."end", sentence."end") - max(span.start, sentence.start))
        > sentence."end" - sentence.start
    ORDER BY span.start, f.stage DESC LIMIT 1
  ), '{ARTICLE}')
FROM sentence JOIN source ON source.key = sentence.source"""
_ORDER = "ORDER BY source.path, sentence.source, sentence.start LIMIT ?"


def search(db: Database, words: str, limit: int) -> list[dict[str, object]]:
    """Sentences, by path and place; "quoted words" stand side by side. Asaib finds Asa'ib.

    Where no whole word is found, words that contain them are (scripts without spaces, parts of words).
    UsageError if there is no letter or digit in `words`.
    """
    phrases = _phrases(words)
    if not phrases:
        message = f"nothing to search for in {words!r}: give words with letters or digits"
        raise UsageError(message)
    query = " AND ".join(f'folded : "{phrase}"' for phrase in phrases)
    inside = "sentence.id IN (SELECT rowid FROM sentence_fts WHERE sentence_fts MATCH ?)"
    rows = list(read(db, f"{_SELECT} WHERE {inside} {_ORDER}", query, limit))
    if not rows:
        condition = " AND ".join("instr(sentence.folded, ?)" for _phrase in phrases)
        rows = list(read(db, f"{_SELECT} WHERE {condition} {_ORDER}", *phrases, limit))
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def _phrases(words: str) -> list[str]:
    """Folded phrases: what stands in double quotes, and each other word."""
    phrases = []
    for number, part in enumerate(words.split('"')):
        is_quoted = number % 2 == 1
        phrases += [fold_text(one) for one in ([part] if is_quoted else part.split())]
    return [phrase for phrase in phrases if phrase]
