"""Invented English prose of any length: sentences from a grammar and word lists of our own.

No frame of fixed words is longer than three, so that two texts share runs of words only by chance, as texts
of two hands on one subject do. Words are drawn unevenly, and each text has words of its own that come often.
"""

import random
from collections.abc import Sequence

_NOUNS = """
harbour mill bridge market council school river valley railway station hospital factory farm road forest
island library museum theatre garden church tower tunnel quarry cellar kitchen orchard warehouse ferry
tram bus wagon boat ladder lantern letter ledger contract budget report survey map census vote ballot
debate speech lesson song play novel painting photograph newspaper law tax fee fine loan debt wage pension
strike union guild club team crew band choir family widow orphan baker miller tailor mason carpenter
plumber teacher pupil doctor nurse patient judge lawyer clerk mayor minister senator soldier sailor driver
guard visitor traveller stranger neighbour tenant landlord merchant customer fisherman shepherd gardener
engineer chemist storm flood drought frost harvest fire smoke dust mud snow wind tide current wave cliff
marsh meadow field hedge fence gate wall roof floor window door stair chimney engine boiler pipe pump
valve wheel rope chain hook hammer nail brick stone timber plank barrel basket sack crate bottle kettle
blanket coat boot glove button flour bread cheese butter apple pear plum cabbage potato onion barley wheat
oat rye salt sugar coffee tea coal oil gas copper iron silver paper ink glass wool cotton leather dog
horse cow goat sheep hen goose pigeon
""".split()
_VERBS = """
built mended sold bought carried opened closed painted measured counted moved burned drained planted
watered fenced cleared searched guarded inspected repaired replaced removed raised lowered cut joined
loaded emptied filled weighed marked numbered listed printed copied signed sealed posted refused accepted
praised blamed thanked warned followed helped visited invited greeted taught trained paid fined sued hired
dismissed rented shared divided promised denied doubted feared expected remembered forgot described
explained studied questioned answered ignored watched heard noticed found lost hid stole returned kept
saved wasted damaged destroyed rebuilt widened shortened delayed cancelled announced postponed defended
opposed approved rejected discussed drafted amended read wrote sang played finished started stopped
continued missed
""".split()
_ADJECTIVES = """
old new small large narrow wide deep shallow tall low heavy light quiet loud busy empty full dry wet cold
warm dark bright clean dirty broken solid hollow rough smooth sharp blunt early late long short cheap
costly public private local foreign northern southern eastern western former present future secret open
wooden rusty golden grey green red blue black white brown yellow pale strange common rare useful useless
safe dangerous careful careless honest patient stubborn cheerful weary hungry proud modest famous unknown
annual weekly daily sudden gradual partial complete final recent ancient modern temporary permanent
""".split()
_ADVERBS = """
slowly quickly quietly often seldom twice again already nearly almost finally suddenly carefully badly
easily openly gladly sadly together alone abroad downstairs upstream indoors early late soon later
meanwhile instead therefore perhaps certainly hardly mostly partly
""".split()
_PLACES = ("near", "behind", "above", "below", "beside", "across", "along", "inside", "outside", "beyond")
_TIMES = (
    "before breakfast", "after dark", "at noon", "in the spring", "last winter", "on market day", "for weeks",
    "during the night", "since the war", "until dusk", "every autumn", "by candlelight", "one morning",
    "at low tide", "in heavy rain",
)  # fmt: skip
_JOINTS = ("because", "although", "while", "until", "so that", "after", "before", "where", "unless", "as if")
_SYLLABLES = "bar den fal gor hun kel lim mor nes por ran sil tor ver wen yar zet bri cas dol".split()
_ENDINGS = ("ton", "ford", "by", "mere", "holm", "wick", "gate", "dal")
_GIVEN = """
Ada Bram Clara Dirk Edda Finn Greta Hugo Ilse Jonas Karin Lars Mina Nils Olga Piet Rosa Sven Tilda Udo
Vera Wim Yara Zeno
""".split()


class Writer:
    """Writes sentences; one chance, one sequence of sentences."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.names = [self._invent() for _ in range(400)]
        self.start_text()

    def start_text(self) -> None:
        """Choose the words that the next text uses often."""
        pick = self.chance.sample
        self.own = {id(words): pick(words, 14) for words in (_NOUNS, _VERBS, _ADJECTIVES)}
        self.people = pick(self.names, 4)

    def sentence(self) -> str:
        """One sentence of about 8 to 30 words."""
        clause = self._clause()
        shape = self.chance.random()
        if shape < 0.2:
            clause = f"{self._one(_ADVERBS)}, {clause}"
        elif shape < 0.4:
            clause = f"{self._one(_TIMES)} {clause}"
        if self.chance.random() < 0.45:
            clause = f"{clause} {self._one(_JOINTS)} {self._clause()}"
        elif self.chance.random() < 0.3:
            clause = f"{clause}, and {self._clause()}"
        if self.chance.random() < 0.12:
            clause = f"{clause}, {self._person()} said"
        return clause[0].upper() + clause[1:] + "."

    def word(self) -> str:
        """Any common word."""
        return self._one(self.chance.choice((_NOUNS, _VERBS, _ADJECTIVES)))

    def _clause(self) -> str:
        subject = self._person() if self.chance.random() < 0.3 else self._thing()
        words = [subject]
        if self.chance.random() < 0.2:
            words.append(self._one(_ADVERBS))
        words += [self._word(_VERBS), self._thing()]
        if self.chance.random() < 0.5:
            words += [self._one(_PLACES), self._thing()]
        return " ".join(words)

    def _thing(self) -> str:
        shape = self.chance.random()
        noun = self._word(_NOUNS)
        if shape < 0.12:
            return f"{self.chance.randint(2, 990)} {noun}s"
        if shape < 0.2:
            return f"the {noun} of {self._name()}"
        article = self.chance.choice(("the", "the", "the", "a", "every", "that", "their", "no"))
        adjective = f"{self._word(_ADJECTIVES)} " if self.chance.random() < 0.5 else ""
        article = "an" if article == "a" and (adjective or noun)[0] in "aeiou" else article
        return f"{article} {adjective}{noun}"

    def _person(self) -> str:
        return f"{self._one(_GIVEN)} {self._name()}"

    def _name(self) -> str:
        return self._one(self.people if self.chance.random() < 0.6 else self.names)

    def _word(self, words: Sequence[str]) -> str:
        return self._one(self.own[id(words)] if self.chance.random() < 0.35 else words)

    def _one(self, words: Sequence[str]) -> str:
        return words[int(len(words) * self.chance.random() ** 1.3)]

    def _invent(self) -> str:
        parts = [self.chance.choice(_SYLLABLES) for _ in range(self.chance.randint(1, 2))]
        return ("".join(parts) + self.chance.choice(_ENDINGS)).title()
