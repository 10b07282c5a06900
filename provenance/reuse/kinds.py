"""What sort of sharing an alignment is, as far as the texts alone tell."""

from collections.abc import Mapping, Sequence

from attrs import evolve

from provenance.model.reuse import Alignment, ReuseKind
from provenance.model.settings import ReuseSettings
from provenance.model.spans import Span
from provenance.reuse.boilerplate import Spread, is_boilerplate
from provenance.reuse.quotations import find_quotations, find_speaker, is_quoted


def judge_kinds(
    alignments: Sequence[Alignment], texts: Mapping[str, str], settings: ReuseSettings
) -> list[Alignment]:
    """The same alignments in the same order, with the kinds that only the whole texts tell.

    A paraphrase stays one, and says nothing of how far a block spreads: a block is the same words.
    """
    del settings  # part of the interface of every step
    quoted = _Quoted(texts)
    spread = Spread([each for each in alignments if each.kind is not ReuseKind.PARAPHRASE])
    judged = []
    for each in alignments:
        kind = each.kind
        if kind is ReuseKind.PARAPHRASE:
            judged.append(each)
            continue
        if is_boilerplate(each, texts, spread):
            kind = ReuseKind.BOILERPLATE
        elif quoted.is_quotation(each):
            kind = ReuseKind.QUOTATION
        judged.append(evolve(each, kind=kind))
    return judged


class _Quoted:
    """Quotations and speakers, each text and place looked at once."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._quotations: dict[str, list[tuple[int, int]]] = {}
        self._marked: dict[Span, bool] = {}
        self._speakers: dict[Span, str] = {}

    def is_quotation(self, alignment: Alignment) -> bool:
        """Do both sides quote: both in quotation marks, or both as the words of one speaker? A passage that
        holds a quotation among other sentences was copied."""
        a, b = alignment.a, alignment.b
        if a.source_id == b.source_id:
            return self._is_marked(a) and self._is_marked(b)
        if self._is_marked(a) and self._is_marked(b):
            return True
        speaker = self._speaker(a)
        return bool(speaker) and speaker == self._speaker(b)

    def _is_marked(self, side: Span) -> bool:
        if side not in self._marked:
            text = self._texts[side.source_id]
            if side.source_id not in self._quotations:
                self._quotations[side.source_id] = find_quotations(text)
            self._marked[side] = is_quoted(side, text, self._quotations[side.source_id])
        return self._marked[side]

    def _speaker(self, side: Span) -> str:
        if side not in self._speakers:
            self._speakers[side] = find_speaker(side, self._texts[side.source_id])
        return self._speakers[side]
