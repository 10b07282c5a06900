"""Plugins asked, one by one in the order of their names, and their answers checked."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from attrs import define, evolve, field

from provenance.model.annotations import AnnotatedSource
from provenance.model.claims import Claim, ClaimKind
from provenance.model.conflicts import Conflict, Level
from provenance.model.plugin_notes import PluginEvent, PluginNote
from provenance.plugins import Decision, Judgement
from provenance.readers.plugins import Plugin
from provenance.text.folding import fold_text

Answer = TypeVar("Answer")
_LONGEST_REASON = 300


@define
class Asking:
    """The plugins of one stage, and what came of them. `notes`: in the order in which it happened."""

    stage: str
    plugins: Sequence[Plugin]
    notes: list[PluginNote] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        for plugin in self.plugins:
            if plugin.problem:
                self._note(plugin, PluginEvent.FAILED, "", "loading it", plugin.problem)

    def claims_of(self, annotated: AnnotatedSource, stored: str) -> list[Claim]:
        """What plugins read in a source; `stored`: its text with the furniture that they were not shown."""
        found: list[Claim] = []
        for plugin in self._answering("find_claims"):
            answers = self._ask(plugin, annotated.source.id, annotated.source.path, _ask_claims(annotated))
            for claim in answers or ():
                refusal = _find_fault(claim, annotated, stored)
                if refusal:
                    source = annotated.source
                    self._note(plugin, PluginEvent.REFUSED, source.id, source.path, refusal)
                else:
                    found.append(claim)
        return found

    def judge(self, conflicts: Iterable[Conflict], texts: Mapping[str, str]) -> Iterator[Conflict]:
        """The findings that no plugin drops, with the certainty that plugins give them and their reasons."""
        answering = list(self._answering("judge_conflict"))
        for conflict in conflicts:
            judged: Conflict | None = conflict
            for plugin in answering:
                judged = self._judge_one(plugin, judged, texts) if judged else None
            if judged:
                yield judged

    def _judge_one(self, plugin: Plugin, conflict: Conflict, texts: Mapping[str, str]) -> Conflict | None:
        held = {e.source_id for side in conflict.sides for e in side.evidence}
        shown = {source_id: texts[source_id] for source_id in sorted(held & texts.keys())}
        ask = _ask_judgement(conflict, shown)
        for judgement in self._ask(plugin, conflict.key, conflict.title, ask) or ():
            reason = " ".join(judgement.reason.split())[:_LONGEST_REASON]
            if judgement.decision is Decision.DROP:
                self._note(plugin, PluginEvent.DROPPED, conflict.key, conflict.title, reason)
                return None
            if judgement.certainty not in (None, conflict.certainty):
                told = f"{conflict.certainty.value} became {judgement.certainty.value}: {reason}"
                self._note(plugin, PluginEvent.CERTAINTY, conflict.key, conflict.title, told)
                why = f"{conflict.why} Certainty {told.rstrip('.')} (plugin {plugin.name})."
                conflict = evolve(conflict, certainty=judgement.certainty, why=why)
        return conflict

    def _answering(self, hook: str) -> Iterator[Plugin]:
        for plugin in self.plugins:
            if plugin.caller is not None and getattr(plugin.caller.hook, hook).get_hookimpls():
                yield plugin

    def _ask(
        self, plugin: Plugin, key: str, about: str, ask: Callable[[Plugin], list[Answer]]
    ) -> list[Answer] | None:
        try:
            return ask(plugin)
        except (Exception, SystemExit) as error:  # code of others: one plugin's fault must not end the run
            said = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST_REASON]
            self._note(plugin, PluginEvent.FAILED, key, about, said)
            return None

    def _note(self, plugin: Plugin, event: PluginEvent, key: str, about: str, reason: str) -> None:
        self.notes.append(
            PluginNote(self.stage, f"{plugin.name} {plugin.version}", event, key, about, reason)
        )


def _ask_claims(annotated: AnnotatedSource) -> Callable[[Plugin], list[Claim]]:
    def ask(plugin: Plugin) -> list[Claim]:
        assert plugin.caller is not None
        return [claim for answer in plugin.caller.hook.find_claims(source=annotated) for claim in answer]

    return ask


def _ask_judgement(conflict: Conflict, texts: Mapping[str, str]) -> Callable[[Plugin], list[Judgement]]:
    def ask(plugin: Plugin) -> list[Judgement]:
        assert plugin.caller is not None
        answers = plugin.caller.hook.judge_conflict(conflict=conflict, texts=texts)
        for answer in answers:
            _check_judgement(answer)
        return list(answers)

    return ask


def _check_judgement(answer: object) -> None:
    """TypeError or ValueError for what is no judgement that can be told to a reader."""
    if not isinstance(answer, Judgement) or not isinstance(answer.decision, Decision):
        message = f"a judgement is a provenance.plugins.Judgement, not {type(answer).__name__}"
        raise TypeError(message)
    if answer.certainty is not None and not isinstance(answer.certainty, Level):
        message = f"certainty is a Level, not {answer.certainty!r}"
        raise TypeError(message)
    changes = answer.decision is Decision.DROP or answer.certainty is not None
    if changes and not fold_text(answer.reason):
        message = "a judgement that changes something needs a reason"
        raise ValueError(message)


def _find_fault(claim: object, annotated: AnnotatedSource, stored: str) -> str:
    """Why a claim cannot be taken; "" if it can."""
    if not isinstance(claim, Claim):
        return f"not a claim but {type(claim).__name__}"
    if claim.source_id != annotated.source.id:
        return f"a claim of another source, {claim.source_id}"
    if claim.kind is ClaimKind.METADATA or claim.span is None or claim.field is not None:
        return "a claim without a place in the text"
    if claim.span.source_id != claim.source_id or claim.span.end > len(stored):
        return f"its place {claim.span.start}..{claim.span.end} is not in the text"
    if claim.quote not in (claim.span.quote(annotated.text), claim.span.quote(stored)):
        return f"its quote is not what stands at {claim.span.start}..{claim.span.end}"
    return ""
