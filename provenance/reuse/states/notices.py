"""Notices in which a page tells that it was corrected or updated.

The forms are those that newsrooms and their style guides use in public; from general knowledge of the trade.
"""

import re
from collections.abc import Iterator
from itertools import chain

from attrs import frozen

from provenance.text.folding import fold_text

_LONGEST = 600
"""Code points of a notice that are quoted."""
_MOST_NOTICES = 50
_HEADING_WORDS = 3
_PIECE = (
    "article|story|report|post|piece|page|item|column|headline|caption|text|interview|review|obituary|"
    "transcript|dispatch|feature|analysis|release|statement|entry|graphic|chart|table|list|web ?page|"
    "paper|study|preprint|chapter"
)
_WAS = r"(?:has|have|was|is|were)(?: since| now)?(?: been)?"
_CHANGED = "corrected|amended|updated|edited|revised|clarified|changed|modified|altered|republished"
_CORRECTION_WORDS = (
    "corrections?(?: and clarifications?)?|clarifications?|erratum|errata(?: corrige)?|corrigendum|"
    "retract(?:ion|ed)(?: (?:article|notice|paper|note))?|withdrawn(?: article)?|expression of concern|"
    "amendment|rectificatif|précision|berichtigung|korrektur|richtigstellung|corrección|"
    "fe de errores|rectificación|rettifica|correção|correctie|rectificatie|rättelse|rettelse|"
    "исправление|уточнение|поправка|تصحيح|توضيح|訂正|更正|お詫びと訂正|정정"
)
_NOTE_WORDS = (
    "editor(?:[’'`]s|s[’'`]?)? note|note (?:to|for) readers|(?:last )?updated?|latest update|last modified|"
    "mise à jour|note de la rédaction|anmerkung der redaktion|aktualisierung|aktualisiert|actualización|"
    "actualizado|nota (?:del editor|de la redacción)|aggiornamento|aggiornato|atualização|atualizado|"
    "uppdatering|обновлено|обновление|تحديث|更新"
)
_LABEL = re.compile(
    rf"^[ \t\xa0]*[\[(*_#>—–-]{{0,3}}[ \t]*(?:(?P<mends>{_CORRECTION_WORDS})|(?P<notes>{_NOTE_WORDS}))"
    r"(?:[ \t]*(?:[:：\-–—\])]|$)|[ \t,]+(?=[(\[]?(?:[^\W\d_]{1,9}\.?,?[ \t]+){0,2}\d))",
    re.IGNORECASE | re.MULTILINE,
)
_WIRE = re.compile(
    r"^[ \t]*[(\[](?:(?P<mends>corrects|corrected|clarifies|fixes)|"
    r"(?P<notes>adds|updates|recasts|rewrites|updated))"
    r"\b[^)\]\n]{0,300}[)\]]",
    re.IGNORECASE | re.MULTILINE,
)
_SENTENCE = re.compile(
    r"(?P<mends>"
    r"\b(?:an?|the|in an?|our) (?:earlier|previous|prior|original|initial|first|former) "
    rf"(?:version|edition|{_PIECE})s?(?: of (?:this|the|our) (?:\w+ )?(?:{_PIECE}))?,? "
    r"(?:\w+ly |had |has )?(?:said|stated|misstated|misspelled|misspelt|misidentified|misattributed|"
    r"misquoted|gave|reported|identified|described|contained|included|attributed|quoted|suggested|referred|omitted|named|"
    r"listed|implied|claimed|confused|incorrectly|wrongly|mis\w+)\b"
    rf"|\bthis (?:{_PIECE}) (?:\w+ly )(?:said|stated|gave|reported|identified|described|named)\b"
    rf"|\b(?:this (?:\w+ )?(?:{_PIECE}|version)|the (?:story|article)) {_WAS} "
    r"(?:\w+ly )?(?:corrected|amended|clarified|retracted|withdrawn)\b"
    r"|\bthis is a corrected version\b|\bwe (?:have )?(?:since )?(?:corrected|amended)\b"
    r"|\bin einer (?:früheren|vorherigen|ersten|ursprünglichen) (?:version|fassung)\b"
    r"|\bune (?:première|précédente) version d\w|\buna versión (?:anterior|previa) de\b"
    r"|\b(?:una|in una) (?:precedente )?versione (?:precedente )?d\w|\buma versão anterior d\w"
    r"|\bв (?:предыдущей|ранней|первоначальной|первой) (?:версии|редакции)|نسخة سابقة من|当初の記事"
    r")|(?P<notes>"
    rf"\b(?:this (?:\w+ )?(?:{_PIECE})|the (?:story|article)) {_WAS} "
    rf"(?:\w+ly |last )?(?:{_CHANGED})\b"
    r"|\bupdated? (?:to (?:add|include|reflect|clarify|correct|remove|say|show|note)|with)\b"
    r"|\bwe (?:have )?(?:since )?updated\b"
    r"|\bdieser (?:artikel|text|beitrag) wurde (?:\w+ ){0,4}(?:aktualisiert|korrigiert|geändert|ergänzt)\b"
    r"|\bcet article a été (?:mis à jour|corrigé|modifié|actualisé)|\best[ea] (?:\w+) (?:ha sido|fue) "
    r"(?:corregid|actualizad|modificad)[oa]\b|\bquesto articolo è stato (?:aggiornato|corretto|modificato)\b"
    r")",
    re.IGNORECASE,
)


@frozen(order=True)
class ChangeNotice:
    """[start, end) of a text. `mends`: it speaks of an error, not only of news that were added."""

    start: int
    end: int
    mends: bool


def find_change_notices(text: str) -> list[ChangeNotice]:
    """Where `text` tells that it was corrected, clarified or updated, by start; none overlap."""
    hits = sorted(
        (hit.start(), hit.end(), hit["mends"] is not None)
        for hit in chain(*(pattern.finditer(text) for pattern in (_LABEL, _WIRE, _SENTENCE)))
    )
    found: list[ChangeNotice] = []
    for start, end, mends in hits[:_MOST_NOTICES]:
        place = _whole(text, start, end)
        if found and place[0] < found[-1].end:
            last = found[-1]
            found[-1] = ChangeNotice(last.start, max(last.end, place[1]), last.mends or mends)
        else:
            found.append(ChangeNotice(*place, mends))
    return found


def mending_notices(text: str) -> frozenset[str]:
    """The notices in which `text` tells of an error, folded."""
    found = find_change_notices(text)
    return frozenset(fold_text(text[each.start : each.end]) for each in found if each.mends)


def find_new_notice(earlier: str, later: str) -> ChangeNotice | None:
    """The notice of `later` that `earlier` lacks, one of an error rather than one of news, and a sentence
    rather than a mark on the title; None if none."""
    notices = find_change_notices(later)
    if not notices:
        return None
    known = fold_text(earlier)
    fresh = [each for each in notices if fold_text(later[each.start : each.end]) not in known]

    def rank(each: ChangeNotice) -> tuple[bool, bool, int]:
        is_sentence = later[each.start : each.end].endswith((".", "!", ")", "]", "。"))
        return not each.mends, not is_sentence, each.start

    return min(fresh, key=rank, default=None)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The notice that begins at `start`: from the sentence's beginning to the end of its line, with the line
    below where a heading stands alone."""
    first = text.rfind("\n", 0, start) + 1
    if start - first <= _LONGEST:
        stop = max((hit.end() for hit in re.finditer(r"[.!?][\"'”’)]{0,2}\s", text[first:start])), default=0)
        first += stop
    else:
        first = start
    last = _line_end(text, end)
    is_bare = not any(map(str.isalnum, text[end:last])) and text[last - 1 : last] not in (")", "]")
    if is_bare and len(text[first:last].split()) <= _HEADING_WORDS:
        below = next(_lines_below(text, last), None)
        last = below if below is not None else last
    last = min(last, first + _LONGEST)
    piece = text[first:last]
    return first + len(piece) - len(piece.lstrip()), first + len(piece.rstrip())


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _lines_below(text: str, end: int) -> Iterator[int]:
    """Ends of the lines below that hold anything, of the next three."""
    for _ in range(3):
        if end >= len(text):
            return
        start, end = end + 1, _line_end(text, end + 1)
        if text[start:end].strip():
            yield end
