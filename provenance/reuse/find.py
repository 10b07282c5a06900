"""Passages that texts share: seeds, chains, pieces, merged and judged."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise

from attrs import Factory, field, frozen

from provenance.model.knowledge import Knowledge
from provenance.model.reuse import Alignment, Change, ChangeKind, ReuseKind
from provenance.model.settings import ReuseSettings
from provenance.model.spans import Span
from provenance.reuse.edits.change_kinds import Wording, make_wording
from provenance.reuse.edits.changes import find_changes
from provenance.reuse.kinds.judge import Quoted, judge_kinds_with
from provenance.reuse.paraphrases.adding import add_paraphrases
from provenance.reuse.passages.breaks import cut_at_breaks
from provenance.reuse.passages.chains import Chains, chain_seeds
from provenance.reuse.passages.corpus import Corpus, make_corpus
from provenance.reuse.passages.ends import has_length, passage_ends
from provenance.reuse.passages.extend import extend_chains
from provenance.reuse.passages.fringes import trim_fringes
from provenance.reuse.passages.merge import merge_pieces
from provenance.reuse.passages.openings import Openings
from provenance.reuse.passages.outskirts import take_in_outskirts
from provenance.reuse.passages.overlooked import find_long_runs, with_overlooked
from provenance.reuse.passages.pieces import Piece, exact_share
from provenance.reuse.passages.reach import reach_over_cuts
from provenance.reuse.passages.repeats import thin_repeats
from provenance.reuse.passages.seams import mend_seams
from provenance.reuse.passages.seeds import find_seeds
from provenance.reuse.passages.short import (
    Vocabulary,
    apart,
    find_companions,
    find_edited_sentences,
    find_short_sentences,
    make_vocabulary,
)
from provenance.reuse.passages.unlike import cut_at_unlike
from provenance.reuse.passages.worth import dense_parts, is_worth_reporting
from provenance.reuse.spread import Spread, chain_blocks, in_turn, piece_blocks
from provenance.text.masking import mask

COPY_SHARE = 0.5
"""Share of a passage of the paraphrase tier that near-verbatim pieces make up, from which it is a copy."""
COMPANY_CHARACTERS = 120
"""Code points of a passage beside which a short one is no chance either: about twenty words."""


@frozen
class Found:
    """`alignments`: in the order of their spans. `left_out`: source id and how many further places in which
    that text resembles itself were not looked at, by id."""

    alignments: tuple[Alignment, ...]
    left_out: tuple[tuple[str, int], ...]


@frozen(eq=False)
class _Tools:
    """What the steps over blocks share. What is found once and kept, each process finds for itself."""

    corpus: Corpus
    settings: ReuseSettings
    knowledge: Knowledge
    openings: Openings = field(init=False, default=Factory(lambda own: Openings(own.corpus), takes_self=True))
    vocabulary: Vocabulary = field(
        init=False, default=Factory(lambda own: make_vocabulary(own.knowledge), takes_self=True)
    )
    wording: Wording = field(
        init=False, default=Factory(lambda own: make_wording(own.knowledge), takes_self=True)
    )

    def __reduce__(self) -> tuple[type["_Tools"], tuple[Corpus, ReuseSettings, Knowledge]]:
        return _Tools, (self.corpus, self.settings, self.knowledge)


def find_alignments(
    texts: Mapping[str, str],
    settings: ReuseSettings,
    knowledge: Knowledge,
    furniture: Mapping[str, Sequence[Span]] | None = None,
    spread: Spread = in_turn,
) -> list[Alignment]:
    """The alignments of `find_passages`."""
    return list(find_passages(texts, settings, knowledge, furniture, spread).alignments)


def find_passages(
    texts: Mapping[str, str],
    settings: ReuseSettings,
    knowledge: Knowledge,
    furniture: Mapping[str, Sequence[Span]] | None = None,
    spread: Spread = in_turn,
) -> Found:
    """Passages that two places of `texts` (source id to text) share, in the order of their spans.

    Always found: every run of 12 equal words that two texts share, of at least `least_characters` on both
    sides (`weigh_characters`: 65 letters, 26 signs of Han, kana or Hangul), however other words stand around
    it; 30 words always, shorter runs where they hold names, numbers
    or stock phrases in so far as what remains, names and numbers counted half, reaches `least_score`. The
    reason: any `run_words + run_window - 1` equal words give a seed (Schleimer 2003), and no step drops a run
    that scores enough. Exceptions, all for repetition: what more than `max_holders` places have is linked to
    the first of them and to the one before each; of what a text repeats often, its first places count
    (`find_repetitions`), and of one that is like itself everywhere, or of two that are, the strongest places;
    of two blocks of repeated lines the longest run stands for all that are it shifted.

    Also reported: edited passages of `least_score` (equal words less the cost of changes) and `least_share`,
    taken to the end of their edited sentences and with their moved ones; whole sentences of `sentence_words`
    that no other story would have, and parts of one beside a longer passage. Ends stand at words that both
    sides have, and where both texts go on with sentences of their own, unless that is little beside the rest.
    Kinds and changes are set, the direction is unknown. The order in which the texts come makes
    no difference.

    `furniture`: source id to what is no article text there. No passage holds any of it; one that goes on
    beyond it is judged as a whole and reported in parts. `spread` does what can be done for each text by
    itself; it makes no difference to the results.
    """
    masked = furniture or {}
    texts = {name: mask(text, masked.get(name, ())) for name, text in texts.items()}
    corpus = make_corpus(texts, masked)
    tools = _Tools(corpus, settings, knowledge)
    openings, vocabulary = tools.openings, tools.vocabulary
    worthy, rest, runs, left_out = _all_pieces(tools, spread)
    short = find_short_sentences(corpus, rest, vocabulary, openings, settings)
    short += apart(corpus, find_edited_sentences(corpus, rest, vocabulary, openings, settings), short)
    worthy += apart(corpus, _long_enough(corpus, short, settings.sentence_characters), worthy)
    worthy = with_overlooked(corpus, thin_repeats(corpus, worthy, settings), runs)
    worthy, aligned = _all_aligned(tools, worthy, spread)
    quoted = Quoted(texts)
    judged = _judged(aligned, texts, quoted)
    beside = find_companions(corpus, rest, _copying_pairs(corpus, judged), vocabulary, openings, settings)
    beside = apart(corpus, _long_enough(corpus, beside, settings.sentence_characters), worthy)
    aligned += _aligned(tools, beside, worthy)
    if settings.tier == "paraphrase":
        exact = [*worthy, *beside]
        pieces = add_paraphrases(corpus, exact, settings, knowledge, spread)
        aligned = _with_paraphrases(corpus, pieces, dict(zip(map(id, exact), aligned, strict=True)))
        judged = _judged(aligned, texts, quoted)
    elif beside:
        judged = _judged(aligned, texts, quoted)
    return Found(tuple(judged), left_out)


def _all_pieces(
    tools: _Tools, spread: Spread
) -> tuple[list[Piece], list[Piece], list[Piece], tuple[tuple[str, int], ...]]:
    """(pieces worth reporting by themselves, all others of two texts, long runs, what is left out as `Found`
    has it)."""
    corpus, settings = tools.corpus, tools.settings
    chains = chain_seeds(corpus, find_seeds(corpus, settings), settings)
    worthy: list[Piece] = []
    rest: list[Piece] = []
    runs: list[Piece] = []
    for found, others, long in spread(_find_pieces, tools, chain_blocks(corpus, chains, settings)):
        worthy += found
        rest += others
        runs += long
    return worthy, rest, runs, tuple(sorted((corpus.ids[text], count) for text, count in chains.left_out))


def _all_aligned(
    tools: _Tools, pieces: Sequence[Piece], spread: Spread
) -> tuple[list[Piece], list[list[Alignment]]]:
    """(the pieces as far as they reach, in order; the alignments of each)."""
    found = list(chain.from_iterable(spread(_align_pieces, tools, piece_blocks(tools.corpus, pieces))))
    return [piece for piece, _ in found], [alignments for _, alignments in found]


def _find_pieces(tools: _Tools, chains: Chains) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """(pieces around these chains that are worth reporting by themselves, all others of two texts, runs that
    are long enough to be told by themselves)."""
    corpus, settings = tools.corpus, tools.settings
    pieces = merge_pieces(corpus, extend_chains(corpus, chains, settings), settings)
    parts = (cut_at_unlike(corpus, each, tools.openings, tools.vocabulary, settings) for each in pieces)
    runs, _ = _parted(corpus, find_long_runs(corpus, chains, settings), settings)
    return *_parted(corpus, chain.from_iterable(parts), settings), runs


def _align_pieces(tools: _Tools, pieces: Sequence[Piece]) -> list[tuple[Piece, list[Alignment]]]:
    """The pieces as far as they reach, in order, with their alignments."""
    reached = reach_over_cuts(tools.corpus, pieces, tools.openings, tools.settings)
    return [*zip(reached, _aligned(tools, reached), strict=True)]


def _aligned(tools: _Tools, pieces: Sequence[Piece], others: Sequence[Piece] = ()) -> list[list[Alignment]]:
    """Of each piece its alignments. `others`: pieces of the same texts that keep their words."""
    parts = [_parts(tools.corpus, piece, tools.settings) for piece in pieces]
    flat = [part for each in parts for part in each]
    whole = iter(take_in_outskirts(tools.corpus, flat, tools.openings, tools.vocabulary.grammar, others))
    return [[_alignment(tools.corpus, next(whole), tools.wording) for _ in each] for each in parts]


def _parts(corpus: Corpus, piece: Piece, settings: ReuseSettings) -> list[Piece]:
    """The piece with its ends; one that holds something masked as its parts, if these are long enough to be
    read."""
    piece = trim_fringes(corpus, mend_seams(corpus, piece, settings), settings)
    parts = cut_at_breaks(corpus, piece, settings)
    return parts if parts == [piece] else _long_enough(corpus, parts, settings.sentence_characters)


def _with_paraphrases(
    corpus: Corpus, pieces: Iterable[Piece], aligned: Mapping[int, list[Alignment]]
) -> list[list[Alignment]]:
    """The alignments of `pieces`; those of near-verbatim ones are known as `aligned`, by id. A paraphrase has
    the changes of the near-verbatim pieces inside of it and no others; where they make up half of it, it is
    an edited copy."""
    found = []
    for piece in pieces:
        if not piece.is_paraphrase:
            found.append(aligned[id(piece)])
            continue
        a, b = sorted(passage_ends(corpus, piece), key=lambda span: (span.source_id, span.start))
        inside = {change for part in piece.exact for each in aligned[id(part)] for change in each.changes}
        kind = ReuseKind.EDITED if exact_share(piece) >= COPY_SHARE else ReuseKind.PARAPHRASE
        found.append([Alignment(a, b, kind, _grade(piece), tuple(sorted(inside, key=_change_place)))])
    return found


def _judged(aligned: Iterable[list[Alignment]], texts: Mapping[str, str], quoted: Quoted) -> list[Alignment]:
    """All of them in the order of their places, with their kinds."""
    return judge_kinds_with(quoted, sorted(chain.from_iterable(aligned), key=_place), texts)


def _parted(
    corpus: Corpus, pieces: Iterable[Piece], settings: ReuseSettings
) -> tuple[list[Piece], list[Piece]]:
    """(pieces worth reporting by themselves, all others of two texts)."""
    worthy, rest = [], []
    for piece in (part for each in pieces for part in dense_parts(each, settings)):
        is_worthy = is_worth_reporting(corpus, piece, settings)
        if is_worthy and _long_enough(corpus, [piece], settings.least_characters):
            worthy.append(piece)
        elif corpus.document[piece.a] != corpus.document[piece.b]:
            rest.append(piece)
    return worthy, rest


def _long_enough(corpus: Corpus, pieces: Iterable[Piece], characters: int) -> list[Piece]:
    """Those of which both sides have that many code points (`has_length`)."""
    return [piece for piece in pieces if has_length(corpus, piece, characters)]


def _copying_pairs(corpus: Corpus, alignments: Iterable[Alignment]) -> frozenset[tuple[int, int]]:
    """Pairs of texts, as numbers of the corpus, that share a passage of some length which is nobody's
    furniture or quotation."""
    number = {name: place for place, name in enumerate(corpus.ids)}
    copies = (ReuseKind.VERBATIM, ReuseKind.EDITED)
    sides = (
        sorted((number[each.a.source_id], number[each.b.source_id]))
        for each in alignments
        if each.kind in copies and min(len(each.a), len(each.b)) >= COMPANY_CHARACTERS
    )
    return frozenset((one, other) for one, other in sides)


def _alignment(corpus: Corpus, piece: Piece, wording: Wording) -> Alignment:
    """The piece with its changes, which are told in the order of the corpus and then turned if need be: what
    the texts are called makes no difference to them."""
    a, b = passage_ends(corpus, piece)
    grade = _grade(piece)
    changes = find_changes(corpus, piece, wording)
    is_verbatim = (
        grade == 1.0
        and all(change.kind is ChangeKind.TYPOGRAPHY for change in changes)
        and all(one.b_end <= other.b for one, other in pairwise(piece.blocks))
    )
    found = Alignment(a, b, ReuseKind.VERBATIM if is_verbatim else ReuseKind.EDITED, grade, changes)
    return found if (a.source_id, a.start) <= (b.source_id, b.start) else found.turned()


def _place(alignment: Alignment) -> tuple[str, int, int, str, int, int]:
    a, b = alignment.a, alignment.b
    return a.source_id, a.start, a.end, b.source_id, b.start, b.end


def _change_place(change: Change) -> tuple[int, int, int, int, str]:
    return change.a_start, change.b_start, change.a_end, change.b_end, change.kind.value


def _grade(piece: Piece) -> float:
    """Share of equal words on both sides together, 0..1."""
    words = piece.a_end - piece.a + piece.b_end - piece.b
    return min(1.0, round(2 * piece.equal / words, 4))
