"""Planted families of texts, and how far directions and lineages are told rightly.

    python -m tests.bench.families [--half tuned|held-out] [--families N] [--seeds N,N,...] [-v]

A family has two to six texts in the pile: an original, edited copies, copies of copies, texts made of two
others, texts that all go back to an agency's text which the pile does not hold, copies whose own model is
lost. Half of the families have no dates; in the others a quarter of the texts has a date that proves little:
the same day, a wrong zone, a time of capture only, a date in the markup only, a page stamped anew. A third of
the copies names its model. What copyists do goes both ways (typos are made and mended, sentences are dropped
and added, words are put for each other in either direction), but for what cannot go back: quotations are
shortened, figures rounded, days moved away.

Where dates are known is told in several ways, widest first: of all pairs of dated families, weak dates
included; of those of which both dates are stated, the same day and identical text included; of those whose
dates lie apart, too; of these, of edited text, since identical text gets no direction from dates.
"""

import argparse
import random
import re
from collections import Counter
from datetime import UTC, datetime, timedelta

from attrs import define, field, frozen

from provenance.model.reuse import Alignment, Direction, Lineage
from provenance.model.settings import ReuseSettings
from provenance.model.sources import Basis, Metadatum, Source, State
from provenance.readers.gazetteers import load_knowledge
from provenance.reuse import find_groups, find_passages, find_versions, judge_families, mark_versions
from tests.bench.family_prose import FILLERS, HELD_OUT, OWN_CLOSINGS, OWN_OPENINGS, SYNONYMS, TUNED

_PLACES = (
    "Ostrow Velmar Lindfell Karsund Tamrin Belcastro Quayle Norvik Ashmere Dunwall Pelago Sarrant".split()
)
_FIRST = "Irene Tomas Adaeze Viktor Marguerite Halim Sunniva Pedro Ottilie Kwame Rosa Janek".split()
_LAST = "Marlow Obuya Lindqvist Carrow Dervish Halloran Petrenko Vasquez Ngata Ferreday Kolb Amundsen".split()
_ODD = "rusty eastern narrow amber northern steep wooden foreign inner hollow painted southern silent".split()
_BODIES = "Harbour Office|Road Authority|Growers Union|Board of Trade|Safety Council|River Commission".split(
    "|"
)
_HOUSES = (
    "Ashmere Courier|The Norvik Post|Karsund Weekly|Lindfell Tribune|The Eastern Herald|Pelago Daily|"
    "Valley Observer|The Sarrant Mirror|Coast Gazette|Dunwall Chronicle"
).split("|")
_AGENCIES = "Seawire|Meridian Press Agency|Northern News Service|Continental Press|AP|Reuters".split("|")
_DAYS = ("on Monday", "on Tuesday", "on Wednesday", "on Thursday", "yesterday", "today")
_WORD = re.compile(r"[A-Za-z]+")
_QUOTED = re.compile("\u201c([^\u201d]+)\u201d")


@define
class Text:
    """A text while it is made. `model`: sentences taken, each with the text that it was taken from."""

    name: str
    sentences: list[str]
    parents: tuple[str, ...] = ()
    when: datetime = datetime(2021, 3, 1, 9, tzinfo=UTC)
    house: str = ""
    head: list[str] = field(factory=list)
    tail: list[str] = field(factory=list)
    is_held: bool = True

    def body(self) -> str:
        """The whole text, in paragraphs of two sentences."""
        body = [" ".join(self.sentences[at : at + 2]) for at in range(0, len(self.sentences), 2)]
        return "\n\n".join([*self.head, *body, *self.tail]) + "\n"


@frozen
class Family:
    """`parents`: text id → ids of those that it was made of, those that are lost included."""

    sources: tuple[Source, ...]
    parents: dict[str, tuple[str, ...]]
    is_dated: bool

    def ancestors(self, name: str) -> frozenset[str]:
        """All texts that this one goes back to, itself not included."""
        found = frozenset(self.parents.get(name, ()))
        return found.union(*(self.ancestors(each) for each in found))

    def truth(self, a: str, b: str) -> Direction:
        """Which way the text travelled between two."""
        if a in self.ancestors(b):
            return Direction.A_TO_B
        if b in self.ancestors(a):
            return Direction.B_TO_A
        common = self.ancestors(a) & self.ancestors(b)
        return Direction.COMMON_SOURCE if common else Direction.UNKNOWN

    def held(self) -> frozenset[str]:
        """Texts in the pile."""
        return frozenset(each.id for each in self.sources)

    def nearest(self, name: str) -> frozenset[str]:
        """Its parents, a lost one that has no other child here being looked through."""
        found: set[str] = set()
        for each in self.parents.get(name, ()):
            others = [n for n in self.parents if each in self.parents[n] and n != name]
            is_seen = each in self.held() or others
            found |= {each} if is_seen else self.nearest(each)
        return frozenset(found)


class Maker:
    """Families of one half of the stories; same seed, same families."""

    def __init__(self, stories: tuple[tuple[str, ...], ...], seed: int) -> None:
        self.chance = random.Random(seed)
        self.stories = stories
        self._mistyped: dict[str, str] = {}

    def make(self) -> Family:
        """One family."""
        chance = self.chance
        size = chance.randint(2, 6)
        shape = chance.choices(("tree", "agency", "lost-model", "merged"), (60, 20, 8, 12))[0]
        names = [f"t{number}" for number in chance.sample(range(10, 99), size + 3)]
        houses = chance.sample(_HOUSES, len(_HOUSES))
        texts = [self._original(names.pop(), houses.pop())]
        if shape == "merged":
            texts.append(self._original(names.pop(), houses.pop(), other_than=texts[0].head[0]))
        texts[0].is_held = shape != "agency"
        agency = chance.choice(_AGENCIES)
        while sum(each.is_held for each in texts) < size:
            models = texts[:1] if shape == "agency" and chance.random() < 0.8 else texts
            model = chance.choice(models)
            made = self._copy(model, names.pop() if names else f"u{len(texts)}", houses.pop())
            is_merged = shape == "merged" and len(texts) == 2
            if is_merged:
                self._merge(made, texts[1 - texts.index(model)])
            if shape == "agency" and texts[0].name in made.parents and chance.random() < 0.7:
                self._name_agency(made, agency)
            elif shape == "lost-model" and len(texts) == 2:
                made.is_held = False
            elif chance.random() < 0.33 and model.is_held:
                made.tail.append(self._credit(model))
            texts.append(made)
        is_dated = chance.random() < 0.5
        sources = [self._source(each, is_dated) for each in texts if each.is_held]
        return Family(
            tuple(sorted(sources, key=lambda s: s.id)), {t.name: t.parents for t in texts}, is_dated
        )

    def _fill(self, frame: str, slots: dict[str, str]) -> str:
        return re.sub(r"\{(\w)\}", lambda found: slots[found[1]], frame)

    def _slots(self) -> dict[str, str]:
        chance = self.chance
        p, q, r, v = chance.sample(_PLACES, 4)
        f, g = chance.sample(_FIRST, 2)
        s, t = chance.sample(_LAST, 2)
        x, y, w = chance.sample(_ODD, 3)

        def number(low: int, high: int, chance: random.Random = chance) -> str:
            return str(chance.randint(low, high))

        slots = {
            "P": p,
            "Q": q,
            "R": r,
            "V": v,
            "F": f,
            "G": g,
            "S": s,
            "T": t,
            "A": p,
            "x": x,
            "y": y,
            "w": w,
        }
        slots |= {"n": number(3, 90), "m": number(3, 40), "k": number(2, 60), "d": number(2, 28)}
        slots |= {"Y": number(1890, 2012), "O": chance.choice(_BODIES), "day": chance.choice(_DAYS)}
        return slots | {
            "z": chance.choice("paper magazine bulletin site".split()),
            "e": chance.choice(("Easter", "May", "autumn")),
        }

    def _original(self, name: str, house: str, other_than: str = "") -> Text:
        """A text of its own. `other_than`: headline of a story that it must not tell too."""
        words = set(other_than.split())
        story = self.chance.choice([each for each in self.stories if len(words & set(each[0].split())) < 2])
        slots = self._slots()
        sentences = [self._fill(each.replace("{day}", slots["day"]), slots) for each in story[1:]]
        if self.chance.random() < 0.5:
            sentences = [self._mistype(s) if self.chance.random() < 0.12 else s for s in sentences]
        made = Text(name, sentences, house=house)
        made.head = [self._fill(story[0], slots)]
        made.tail = self._own(self.chance.randint(0, 2))
        made.when += timedelta(days=self.chance.randint(0, 300), hours=self.chance.randint(0, 12))
        return made

    def _own(self, count: int) -> list[str]:
        openings, closings = (self.chance.sample(each, count) for each in (OWN_OPENINGS, OWN_CLOSINGS))
        halves = zip(openings, closings, strict=True)
        return [
            f"{self._fill(one, self._slots())}, {self._fill(other, self._slots())}." for one, other in halves
        ]

    def _copy(self, model: Text, name: str, house: str) -> Text:
        chance = self.chance
        sentences = list(model.sentences)
        made = Text(name, sentences, (model.name,), house=house)
        if chance.random() < 0.4:
            count = chance.randint(min(len(sentences), max(3, len(sentences) // 3)), len(sentences))
            first = chance.randint(0, len(sentences) - count)
            sentences = sentences[first : first + count]
        if chance.random() > 0.12:
            sentences = self._edited(sentences)
        made.sentences = sentences
        made.head = [" ".join(self._own(1)), *self._own(chance.randint(0, 1))]
        made.tail = self._own(chance.randint(0, 2))
        made.when = model.when + timedelta(
            days=chance.choice((0, 1, 2, 3, 4, 6, 9, 20, 60)), hours=chance.randint(1, 9)
        )
        return made

    def _merge(self, made: Text, other: Text) -> None:
        taken = self._edited(other.sentences[: self.chance.randint(4, len(other.sentences))])
        made.sentences = [*made.sentences, *self._own(1), *taken]
        made.parents = (*made.parents, other.name)
        made.when = max(made.when, other.when + timedelta(days=self.chance.randint(1, 5)))

    def _edited(self, sentences: list[str]) -> list[str]:
        chance = self.chance
        edited = []
        for each in sentences:
            if chance.random() < 0.07 and len(sentences) > 4:
                continue
            edited.append(self._edited_sentence(each))
            if chance.random() < 0.05:
                edited += self._own(1)
        return edited if edited != sentences else [self._swap(edited[0]), *edited[1:]]

    def _edited_sentence(self, sentence: str) -> str:
        chance = self.chance
        edits = (
            (0.35, self._swap),
            (0.04, self._mistype),
            (0.4, self._mend),
            (0.15, self._shorten),
            (0.15, self._move_day),
            (0.08, _round),
            (0.08, lambda s: re.sub(r"^(?:He|She) ", lambda _: f"{chance.choice(_LAST)} ", s)),
        )
        for share, edit in edits:
            if chance.random() < share:
                sentence = edit(sentence)
        return sentence

    def _swap(self, sentence: str) -> str:
        """Another word for one of the sentence, a filler added or dropped, or its first part put last."""
        chance = self.chance
        way = chance.random()
        dropped = re.sub(rf",? \b(?:{'|'.join(FILLERS)})\b,?", "", sentence, count=1)
        is_quoted = "\u201c" in sentence  # nobody's quotation is filled up
        if way < 0.15 and dropped != sentence and not is_quoted:
            return dropped
        if way < 0.3 and not is_quoted:
            verb = re.search(r" (?:is|are|was|were|had|has|said|will|would|must) ", sentence)
            if verb:
                filler = chance.choice(FILLERS)
                return f"{sentence[: verb.end() - 1]}, {filler}, {sentence[verb.end() :]}"
        for group in chance.sample(SYNONYMS, len(SYNONYMS)):
            for old in chance.sample(group, len(group)):
                new = chance.choice([each for each in group if each != old])
                pattern = rf"\b{old.replace('~', ' ')}\b"
                swapped = re.sub(pattern, new.replace("~", " "), sentence, count=1)
                if swapped != sentence:
                    return swapped
        return sentence

    def _mistype(self, sentence: str) -> str:
        words = [
            found for found in _WORD.finditer(sentence) if len(found.group()) > 5 and found.group().islower()
        ]
        if not words:
            return sentence
        word = self.chance.choice(words)
        at = self.chance.randint(word.start() + 1, word.end() - 3)
        made = sentence[:at] + sentence[at + 1] + sentence[at] + sentence[at + 2 :]
        self._mistyped[made[word.start() : word.end()]] = word.group()
        return made

    def _mend(self, sentence: str) -> str:
        return _WORD.sub(lambda found: self._mistyped.get(found.group(), found.group()), sentence)

    def _shorten(self, sentence: str) -> str:
        """A quotation without its last words."""
        quoted = _QUOTED.search(sentence)
        words = quoted[1].split() if quoted else []
        if quoted is None or len(words) < 8:
            return sentence
        kept = " ".join(words[: self.chance.randint(5, len(words) - 2)]).rstrip(",")
        return f"{sentence[: quoted.start(1)]}{kept}{sentence[quoted.end(1) :]}"

    def _move_day(self, sentence: str) -> str:
        moved = re.sub(r"\b(?:today|yesterday)\b", self.chance.choice(_DAYS[:4]), sentence)
        if moved == sentence:
            moved = re.sub(r"\bon (?:Mon|Tues|Wednes|Thurs)day\b", "last week", sentence)
        return moved

    def _credit(self, model: Text) -> str:
        house = model.house
        return self.chance.choice(
            (
                f"The story was first reported by {house}.",
                f"{house} reported it first.",
                f"Originally published in {house}.",
                f"With material from {house}.",
                f"Source: {house}",
                f"Read the whole story at https://www.{_host(house)}/news/{model.name}",
            )
        )

    def _name_agency(self, made: Text, agency: str) -> None:
        way = self.chance.randint(0, 4)
        if way == 0:
            made.sentences[0] = f"{self.chance.choice(_PLACES).upper()} ({agency}) - {made.sentences[0]}"
        elif way == 1:
            made.tail.append(f"With files from {agency}")
        elif way == 2:
            made.head.insert(1, f"By {agency}")
        elif way == 3:
            made.sentences[-1] += f" ({agency})"
        else:
            made.sentences[-1] += f" - {agency}"

    def _source(self, text: Text, is_dated: bool) -> Source:
        stated: list[Metadatum] = []
        chance = self.chance
        if chance.random() < 0.85:
            stated.append(Metadatum("publisher", text.house, Basis.STATED))
        if chance.random() < 0.5:
            address = f"https://www.{_host(text.house)}/news/{text.name}"
            stated.append(Metadatum("url", address, Basis.METADATA, None, "file"))
        if is_dated:
            stated.append(self._date(text))
        return Source(text.name, f"{text.name}.txt", State.READ, text=text.body(), metadata=tuple(stated))

    def _date(self, text: Text) -> Metadatum:
        chance, when = self.chance, text.when
        way = chance.choices(
            ("day", "time", "zone", "captured", "markup", "restamped"), (56, 21, 8, 8, 6, 1)
        )[0]
        if way == "zone":
            when += timedelta(hours=chance.choice((-9, -5, 5, 9)))
        if way == "restamped":
            when += timedelta(days=30)
        first = last = when
        if way not in ("time", "zone"):
            midnight = when.replace(hour=0)
            first, last = midnight - timedelta(hours=14), midnight + timedelta(hours=36)
        name = "captured_at" if way == "captured" else "published"
        basis = Basis.METADATA if way in ("captured", "markup") else Basis.STATED
        if way == "captured":
            first = last = when + timedelta(days=chance.randint(0, 90))
        return Metadatum(
            name,
            first.date().isoformat() if first == last else when.date().isoformat(),
            basis,
            None,
            None,
            first.isoformat(),
            last.isoformat(),
        )


def _round(sentence: str) -> str:
    return re.sub(r"\b(\d)(\d)\b(?! \w+ \d{4})", lambda n: f"about {n[1]}0", sentence, count=1)


def _host(house: str) -> str:
    return house.removeprefix("The ").replace(" ", "-").lower() + ".example"


@define
class Score:
    """Counts over many families. `pairs`: (what is known of the dates, relation, outcome) → how many."""

    pairs: Counter[tuple[str, str, str]] = field(factory=Counter)
    links: Counter[str] = field(factory=Counter)
    lost: Counter[str] = field(factory=Counter)
    wrong: list[str] = field(factory=list)

    def share(self, known: str, outcome: str, relation: str | None = None) -> float:
        """Of pairs of which this is known, one of KNOWN, those with this outcome; "wrong" of those asserted,
        0..1."""
        count = self._outcomes(KNOWN[known], relation)
        asserted = count["right"] + count["wrong"]
        if outcome == "wrong":
            return count["wrong"] / max(1, asserted)
        return asserted / max(1, asserted + count["open"])

    def pairs_of(self, known: str, relation: str | None = None) -> int:
        """How many pairs that is."""
        return self._outcomes(KNOWN[known], relation).total()

    def _outcomes(self, dates: tuple[str, ...], relation: str | None) -> Counter[str]:
        count = Counter[str]()
        for (known, related, result), number in self.pairs.items():
            if known in dates and relation in (None, related):
                count[result] += number
        return count

    def wrong_share(self) -> float:
        """Of all directions asserted, 0..1."""
        return self.share("all", "wrong")

    def add(self, other: "Score") -> None:
        """Count what another has counted, too."""
        self.pairs += other.pairs
        self.links += other.links
        self.lost += other.lost
        self.wrong += other.wrong


_APART = ("disjoint dates", "identical, disjoint dates")
KNOWN = {
    "all": (*_APART, "stated, not disjoint", "weak dates", "no dates"),
    "dated": (*_APART, "stated, not disjoint", "weak dates"),
    "both stated": (*_APART, "stated, not disjoint"),
    "stated and apart": _APART,
    **{each: (each,) for each in (*_APART, "stated, not disjoint", "weak dates", "no dates")},
}
"""What is known of the dates of two texts, in words, and the kinds of pairs that it holds of."""


def measure(half: str, families: int, seed: int) -> Score:
    """Directions and lineages of planted families held against what was planted."""
    maker = Maker({"tuned": TUNED, "held-out": HELD_OUT}[half], seed)
    knowledge = load_knowledge()
    score = Score()
    for number in range(families):
        family = maker.make()
        texts = {source.id: source.text for source in family.sources}
        found = find_passages(texts, ReuseSettings(), knowledge).alignments
        versions = find_versions(family.sources, found, [])
        judged = judge_families(found, family.sources, knowledge, versions)
        _, lineage = find_groups(judged.alignments, family.sources, [], versions, judged.lineage)
        _count_pairs(score, family, mark_versions(judged.alignments, versions), f"{half} {number}")
        _count_links(score, family, lineage, f"{half} {number}")
    return score


def _count_pairs(score: Score, family: Family, judged: list[Alignment], name: str) -> None:
    pairs: dict[tuple[str, str], list[Alignment]] = {}
    for each in judged:
        if each.a.source_id != each.b.source_id and each.kind.value in ("verbatim", "edited", "paraphrase"):
            pairs.setdefault((each.a.source_id, each.b.source_id), []).append(each)
    for (a, b), shared in sorted(pairs.items()):
        truth = family.truth(a, b)
        if truth is Direction.UNKNOWN:
            continue
        told = {each.direction for each in shared} - {Direction.UNKNOWN}
        outcome = "open" if not told else "right" if told == {truth} else "wrong"
        relation = "siblings" if truth is Direction.COMMON_SOURCE else "parent and child"
        score.pairs[_dates(family, a, b, shared), relation, outcome] += 1
        if outcome == "wrong":
            reason = next(each.direction_reason for each in shared if each.direction is not Direction.UNKNOWN)
            score.wrong.append(f"{name} {a} {b} truth {truth} told {sorted(told)} {family.parents} {reason}")


def _dates(family: Family, a: str, b: str, shared: list[Alignment]) -> str:
    if not family.is_dated:
        return "no dates"
    known = {source.id: source.first("published") for source in family.sources}
    one, other = known[a], known[b]
    if one is None or other is None or {one.basis, other.basis} != {Basis.STATED}:
        return "weak dates"
    is_apart = (
        str(one.latest)[:10] < str(other.earliest)[:10] or str(other.latest)[:10] < str(one.earliest)[:10]
    )
    if not is_apart:
        return "stated, not disjoint"
    return "disjoint dates" if any(e.kind.value == "edited" for e in shared) else "identical, disjoint dates"


def _count_links(score: Score, family: Family, lineage: list[Lineage], name: str) -> None:
    children: dict[str, set[str]] = {}
    for link in lineage:
        children.setdefault(link.parent, set()).add(link.child)
    wanted = {(parent, child) for child in sorted(family.held()) for parent in family.nearest(child)}
    held = {(p, c) for p, c in wanted if p in family.held()}
    told = {(link.parent, link.child) for link in lineage if not link.is_lost}
    score.links["right"] += len(told & held)
    score.links["missing"] += len(held - told)
    score.links["wrong"] += len(told - held)
    score.links["wrong, but an ancestor"] += sum(p in family.ancestors(c) for p, c in told - held)
    lost = {p: {c for q, c in wanted if q == p} for p, _ in wanted if p not in family.held()}
    for parent in sorted(children):
        if parent.startswith("x-"):
            is_right = any(
                len(children[parent] & group) >= 2 and children[parent] <= group for group in lost.values()
            )
            score.lost["right" if is_right else "wrong"] += 1
            if not is_right:
                score.wrong.append(f"{name} lost ancestor of {sorted(children[parent])} {family.parents}")
    score.lost["planted"] += len(lost)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--half", choices=("tuned", "held-out"))
    parser.add_argument("--families", type=int, default=1000, help="of each seed")
    parser.add_argument("--seeds", default="1,2,3", help="numbers with commas between them")
    parser.add_argument("-v", action="store_true", help="list what was told wrongly")
    options = parser.parse_args()
    for half in (options.half,) if options.half else ("tuned", "held-out"):
        score = Score()
        for seed in options.seeds.split(","):
            score.add(measure(half, options.families, int(seed)))
        print(f"{half}: {options.families} families of each seed of {options.seeds}")
        for known in KNOWN:
            for relation in ("parent and child", "siblings", None) if known == "dated" else (None,):
                shares = score.share(known, "asserted", relation), score.share(known, "wrong", relation)
                told = f"asserted {shares[0]:.3f}, of these wrong {shares[1]:.3f}"
                print(f"  {known:26} {relation or '':17} {score.pairs_of(known, relation):6} pairs {told}")
        print(f"  lineage {dict(score.links)}; lost ancestors {dict(score.lost)}")
        if options.v:
            print(*score.wrong, sep="\n")


if __name__ == "__main__":
    main()
