"""Mentions: where names stand in a pile of texts, and whether they name a person, a body or a place."""

import re
from collections.abc import Mapping, Sequence, Set

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind, Mention
from provenance.model.spans import Span
from provenance.model.tagger import Tagger
from provenance.names.mentions.around import weigh_sentence
from provenance.names.mentions.cuts import cut_run
from provenance.names.mentions.datelines import is_agency, is_dateline, is_letterhead
from provenance.names.mentions.events import find_event
from provenance.names.mentions.firms import is_house
from provenance.names.mentions.headlines import find_in_headline, is_headline
from provenance.names.mentions.heads import DOTTED, STATES
from provenance.names.mentions.kinds import NOTHING, type_settings
from provenance.names.mentions.openers import restore_openers
from provenance.names.mentions.runs import find_runs, name_in_compound
from provenance.names.mentions.sentences import Sentence, split_sentences
from provenance.names.mentions.settings import DATELINE, LETTERHEAD, Setting
from provenance.names.mentions.sport import is_sport
from provenance.names.mentions.tagged import Found, Mark, join_by_marks, read_marks
from provenance.names.mentions.weights import Weights
from provenance.names.mentions.words import Word

KINDS = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE)
_Line = tuple[str, Sentence]
"""A line of a source."""
_ENDED = re.compile('[\u201d"]|[ \u00a0]{1,3}[\u201c"\u2018]|\\s{0,4}\n')
"""Behind a full stop: what shows that the sentence ended there."""
_WORD = re.compile("[ \u00a0]{1,3}(\\w{1,30})\\b")
_ENDS_IN_APOSTROPHE = re.compile("['\u2019](?!\\w| s )")
"""Behind ng the end of an East African name (Ochieng')."""
_OPEN_QUOTE = re.compile("(?:^|[\\s(])['\u2018](?=\\w)")
"""What may open a quotation in single marks."""
_LONGEST_QUOTE = 200
_OPENING = frozenset(
    "The A An It He She They We I In On At But And For His Her Its Their This That These Those There When "
    "While After Before If As By From With No Not So Yet Then Now Both Neither Some Many Most Under".split()
)
_GOES_ON = re.compile("[.](?:[ \u00a0][(a-z]|[,;:)])")
_MOST_SMALL = 0.5
"""Share of words in small letters from which on a line is no headline, whatever else it has."""


def find_mentions(
    texts: Mapping[str, str], knowledge: Knowledge, tagger: Tagger | None = None
) -> list[Mention]:
    """Names of persons, organizations and places in `texts` (source id → stored text), by span.

    The longest name, without titles, articles, nationality adjectives in front and possessive 's; none
    overlap. A name that is plain in one text of the pile helps to know it in the others. A tagger's
    marks are weighed with the rules' own.
    """
    settings, sentences, lower, sports, headlines = _look_at(texts, knowledge)
    marks = read_marks(texts, tagger) if tagger is not None else {}
    found: set[Found] = set()
    forms: dict[str, dict[EntityKind, int]] = {}
    kinds = type_settings(settings, sentences, knowledge, lower, marks, sports)
    del sentences
    while settings:  # from the last on, each given up once it is read: they are most of what is held
        setting, kind = settings.pop(), kinds.pop()
        if kind is EntityKind.EVENT and (event := find_event(setting, knowledge)):
            found.add(_in_event(setting, *event, texts[setting.source_id]))
        elif kind in KINDS:
            found.add(_in_setting(setting, kind, texts[setting.source_id], knowledge))
            if headlines:
                counts = forms.setdefault(setting.candidate.plain, {})
                counts[kind] = counts.get(kind, 0) + 1
    if marks:
        found = _joined(found, marks, texts, knowledge)
    known = _known_forms(forms)
    for source_id, line in headlines:
        text = texts[source_id]
        named = tuple([name_in_compound(word, knowledge) or word for word in line])
        for first, last, kind in find_in_headline(named, known, knowledge):
            start, end = line.start(first), line.start(last - 1) + len(named[last - 1].text)
            end = _whole_end(text, end, named[first:last], is_last=True)
            found.add((source_id, start, end, text[start:end], kind))
    return [
        Mention(Span(source_id, start, end), name, kind)
        for source_id, start, end, name, kind in sorted(found)
    ]


def _joined(
    found: Set[Found], marks: Mapping[str, Sequence[Mark]], texts: Mapping[str, str], knowledge: Knowledge
) -> set[Found]:
    """The mentions, with the pieces of a body's name that the tagger takes for one joined."""
    by_source: dict[str, list[Found]] = {}
    for mention in sorted(found):
        by_source.setdefault(mention[0], []).append(mention)
    return {
        mention
        for source_id, mentions in by_source.items()
        for mention in join_by_marks(mentions, marks.get(source_id, ()), texts[source_id], knowledge)
    }


def _look_at(
    texts: Mapping[str, str], knowledge: Knowledge
) -> tuple[list[Setting], list[Weights], Set[str], frozenset[str], list[_Line]]:
    """The candidates in sentences, what these tell, the words that are written small, the reports of games,
    the headlines."""
    body, headlines = _split(texts, knowledge)
    spoken: dict[str, set[Word]] = {}
    for source_id, sentence in body:
        spoken.setdefault(source_id, set()).update(sentence)
    words = set().union(*spoken.values())
    acronyms = frozenset([w.plain for w in words if w.is_acronym and len(w.plain) > 2])
    settings: list[Setting] = []
    sentences: list[Weights] = []
    for source_id, sentence in body:
        found = _settings(source_id, sentence, texts[source_id], knowledge, acronyms)
        settings += found
        sentences += [_weights(setting, knowledge) for setting in found]
    for place, setting in restore_openers(settings):
        settings[place] = setting
        sentences[place] = _weights(setting, knowledge)
    sports = frozenset(source_id for source_id, said in spoken.items() if is_sport(said))
    return settings, sentences, {word.plain for word in words if not word.is_capital}, sports, headlines


def _weights(setting: Setting, knowledge: Knowledge) -> Weights:
    weights = weigh_sentence(setting, knowledge)
    return tuple(weights) if any(weights) else NOTHING


def _known_forms(forms: Mapping[str, Mapping[EntityKind, int]]) -> dict[str, EntityKind]:
    """The kind of every form that the running text has, and of the last words of persons' names."""
    known = {form: max(sorted(kinds), key=lambda kind: kinds[kind]) for form, kinds in forms.items()}
    for form in [form for form, kind in known.items() if kind is EntityKind.PERSON and " " in form]:
        known.setdefault(form.rpartition(" ")[2], EntityKind.PERSON)
    return known


def _split(texts: Mapping[str, str], knowledge: Knowledge) -> tuple[list[tuple[str, Sentence]], list[_Line]]:
    """The sentences of running text, and those in which capitals tell nothing."""
    body: list[tuple[str, Sentence]] = []
    headlines: list[_Line] = []
    for source_id in sorted(texts):
        for words in split_sentences(texts[source_id]):
            if words.small_share() < _MOST_SMALL and is_headline(words, texts[source_id], knowledge):
                headlines.append((source_id, words))
            else:
                body.append((source_id, words))
    return body, headlines


def _in_setting(setting: Setting, kind: EntityKind, text: str, knowledge: Knowledge) -> Found:
    """What stands at a setting's span, as a mention of this kind."""
    start = setting.start
    words = setting.candidate.words
    end = _whole_end(text, setting.end, words, is_last=setting.is_last)
    if kind is EntityKind.PERSON and words[-1].text.endswith("ng") and _ENDS_IN_APOSTROPHE.match(text, end):
        end += not _OPEN_QUOTE.search(text, max(0, start - _LONGEST_QUOTE), end)
    elif words[-1].is_possessive and kind is EntityKind.ORGANIZATION:
        is_own = f"{setting.candidate.plain}'s" in knowledge.organizations or is_house(setting, knowledge)
        end += 2 * (is_own and text.startswith(("'s", "\u2019s"), end))  # Moody's, at Grogan's
    return setting.source_id, start, end, text[start:end], kind


def _in_event(setting: Setting, first: int, last: int, text: str) -> Found:
    """The same of an event's name, which reaches from one word to another."""
    sentence, words = setting.sentence, setting.candidate.words
    start, end = sentence.start(first), sentence.end(last)
    if (first, last) == (setting.first, setting.last):
        end = setting.end
    else:
        words = sentence[first : last + 1]
    end = _whole_end(text, end, words, is_last=True)
    return setting.source_id, start, end, text[start:end], EntityKind.EVENT


def _whole_end(text: str, end: int, words: tuple[Word, ...], *, is_last: bool) -> int:
    """Where the name ends, behind a full stop or bracket of its own.

    `is_last`: the sentence ends with these words, so that a full stop behind them is its own.
    """
    is_state = words[-1].text in STATES and len(words) == 1
    is_dotted = (words[-1].plain in DOTTED or is_state) and text.startswith(".", end)
    if is_dotted and (not is_last or _GOES_ON.match(text, end)):
        is_form = words[-1].plain not in ("jr", "sr")
        is_ended = _ENDED.match(text, end + 1) is not None
        end += not (is_ended or (is_form and _opens(text, end + 1, words[0].text)))
    return end + int(len(words) > 1 and words[-1].gap == " (" and text.startswith(")", end))


def _opens(text: str, start: int, name: str) -> bool:
    """Does a new sentence start there: with an article, a pronoun or the name once more?"""
    following = _WORD.match(text, start)
    return following is not None and (following[1] == name or following[1] in _OPENING)


def _settings(
    source_id: str, words: Sentence, text: str, knowledge: Knowledge, acronyms: frozenset[str]
) -> list[Setting]:
    """The candidates of one sentence, in order."""
    candidates = [
        (start + place, candidate)
        for start, run in find_runs(words, words.possible_names(), knowledge, acronyms)
        for place, candidate in cut_run(tuple(run), knowledge)
    ]
    if not candidates:
        return []
    line_start = _line_start(text, words, knowledge)
    found = []
    for first, candidate in candidates:
        last = first + len(candidate.words) - 1
        is_near = first <= 2 if line_start != DATELINE else first == 0 or is_agency(words, first, last)
        opener = line_start if is_near else ""
        is_event = first > 0 and words[first - 1].text.isdigit() and _is_event(words, first, last, knowledge)
        found.append(Setting(source_id, words, first, last, candidate, opener, is_event))
    return found


def _is_event(words: Sequence[Word], first: int, last: int, knowledge: Knowledge) -> bool:
    """2010 United Kingdom general election: what follows a year and leads to an event's word is its name.

    A number stands before `first`.
    """
    if len(words[first - 1].text) != 4:
        return False
    following = words[last + 1 : last + 4]
    return any(
        w.plain in knowledge.event_words or w.plain.removesuffix("s") in knowledge.event_words
        for w in following
    )


def _is_before_colon(words: Sentence, knowledge: Knowledge) -> bool:
    """BRIDGETOWN: a known place in capitals and a colon."""
    colon = next((place for place, word in enumerate(words[:4]) if word.gap == ": "), 0)
    place = words[:colon]
    if not place or not all(word.text.isupper() and len(word.text) > 2 for word in place):
        return False
    plain = " ".join(word.plain for word in place)
    return plain in knowledge.places or plain in knowledge.countries or plain in knowledge.place_names


def _line_start(text: str, words: Sentence, knowledge: Knowledge) -> str:
    """How the sentence starts, where that marks a byline ("by", "photo by"), a dateline or a letterhead."""
    if is_dateline(words, text) or _is_before_colon(words, knowledge):
        return DATELINE
    if is_letterhead(words, text, knowledge.months):
        return LETTERHEAD
    if words[0].text in ("By", "BY"):
        return "by"
    return f"{words[0].plain} by" if len(words) > 1 and words[1].plain == "by" else ""
