"""What sort of sharing an alignment is, as far as the texts alone tell."""

from collections.abc import Mapping, Sequence

from attrs import evolve

from provenance.model.reuse import ANOTHER_NAME, Alignment, ReuseKind
from provenance.model.settings import ReuseSettings
from provenance.model.spans import Span
from provenance.reuse.kinds.boilerplate import VALUES, Spread, is_boilerplate
from provenance.reuse.kinds.issues import find_forms
from provenance.reuse.kinds.joints import cut_joints
from provenance.reuse.kinds.quotations import find_all_quotations, is_quotation, is_quoted
from provenance.reuse.kinds.speakers import are_one_speaker, find_quoted_speaker, find_speaker


def judge_kinds(
    alignments: Sequence[Alignment], texts: Mapping[str, str], settings: ReuseSettings
) -> list[Alignment]:
    """The same alignments in the same order, with the kinds that only the whole texts tell; one that is but
    quotations and furniture with other paragraphs between them is told as these.

    A paraphrase stays one, and says nothing of how far a block spreads: a block is the same words.
    """
    del settings  # part of the interface of every step
    return judge_kinds_with(Quoted(texts), alignments, texts)


def judge_kinds_with(
    quoted: "Quoted", alignments: Sequence[Alignment], texts: Mapping[str, str]
) -> list[Alignment]:
    """`judge_kinds` with what is known of the quotations in `texts`: judged twice, they are read once."""
    spread = Spread([each for each in alignments if each.kind is not ReuseKind.PARAPHRASE])
    forms = find_forms(alignments, texts)
    judged: list[Alignment] = []
    for each in alignments:
        if (each.a.source_id, each.b.source_id) in forms and each.kind is not ReuseKind.PARAPHRASE:
            judged.append(evolve(each, kind=ReuseKind.BOILERPLATE))
            continue
        parts = _parts(each, quoted, texts, spread)
        if not parts:
            kind = _judge(each, quoted, texts, spread)
            parts = [each if kind is each.kind else evolve(each, kind=kind)]
        judged += parts
    return sorted(judged, key=_place) if len(judged) != len(alignments) else judged


def _judge(alignment: Alignment, quoted: "Quoted", texts: Mapping[str, str], spread: Spread) -> ReuseKind:
    if alignment.kind is ReuseKind.PARAPHRASE:
        return alignment.kind
    if is_boilerplate(alignment, texts, spread):
        return ReuseKind.BOILERPLATE
    return ReuseKind.QUOTATION if quoted.is_quotation(alignment) else alignment.kind


def _parts(
    alignment: Alignment, quoted: "Quoted", texts: Mapping[str, str], spread: Spread
) -> list[Alignment]:
    """A quotation and furniture with other paragraphs between them are no copy, but these two; else none."""
    if alignment.kind is not ReuseKind.EDITED or alignment.a.source_id == alignment.b.source_id:
        return []
    parts = cut_joints(alignment, texts[alignment.a.source_id], texts[alignment.b.source_id])
    if len(parts) < 2:
        return []
    kinds = [_judge(part, quoted, texts, spread) for part in parts]
    if not set(kinds) <= {ReuseKind.BOILERPLATE, ReuseKind.QUOTATION}:
        return []
    return [evolve(part, kind=kind) for part, kind in zip(parts, kinds, strict=True)]


def _place(alignment: Alignment) -> tuple[Span, Span]:
    return alignment.a, alignment.b


def _is_altered(alignment: Alignment) -> bool:
    """Was a value changed, or the speaker?"""
    return any(each.kind in VALUES or each.judgement == ANOTHER_NAME for each in alignment.changes)


class Quoted:
    """Quotations and speakers, each text and place looked at once."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._quotations: dict[str, list[tuple[int, int]]] = {}
        self._marked: dict[Span, bool] = {}
        self._speakers: dict[Span, str] = {}

    def is_quotation(self, alignment: Alignment) -> bool:
        """Do both sides quote: both in quotation marks, or both as the words of one speaker? A passage that
        holds a quotation among other sentences was copied, and so was one whose values were changed, or
        which is given to another speaker."""
        a, b = alignment.a, alignment.b
        if a.source_id == b.source_id:
            return self._is_marked(a) and self._is_marked(b)
        if self._is_marked(a) and self._is_marked(b):
            if self._have_two_speakers(a, b):
                return False
            return not _is_altered(alignment) or (self._is_inside(a) and self._is_inside(b))
        if _is_altered(alignment):
            return False
        speaker = self._speaker(a)
        return bool(speaker) and are_one_speaker(speaker, self._speaker(b))

    def _have_two_speakers(self, a: Span, b: Span) -> bool:
        """Does each text name another speaker? A pronoun or a role names none."""
        one, other = (
            find_quoted_speaker(x, self._texts[x.source_id], self._quotations[x.source_id]) for x in (a, b)
        )
        return bool(one and other) and not are_one_speaker(one, other)

    def _is_inside(self, side: Span) -> bool:
        return is_quotation(side, self._quotations[side.source_id])

    def _is_marked(self, side: Span) -> bool:
        if side not in self._marked:
            text = self._texts[side.source_id]
            if side.source_id not in self._quotations:
                self._quotations[side.source_id] = find_all_quotations(text)
            self._marked[side] = is_quoted(side, text, self._quotations[side.source_id])
        return self._marked[side]

    def _speaker(self, side: Span) -> str:
        if side not in self._speakers:
            self._speakers[side] = find_speaker(side, self._texts[side.source_id])
        return self._speakers[side]
