"""Word lists and tables as one frozen value, loaded by the readers and passed to the subjects."""

from collections.abc import Mapping

from attrs import field, frozen

_NO_WORDS: frozenset[str] = frozenset()


@frozen
class Role:
    """What is known of a title. `title`: canonical. `is_sole`: one holder at a time in one body.

    `is_leader`: says that the holder leads the body (head, leader, chairman: titles that can all hold).
    """

    title: str
    is_sole: bool
    is_leader: bool


@frozen
class EventForm:
    """A form of a verb or noun that names an event. `event`: its class, one word for all that mean the same.

    `kinds`: letters of event_verbs.tsv (b base, s third person, d past, n participle, g -ing, N noun, o takes
    an object). Forms of one `theme` and two `side`s cannot both hold; both "" where there is none.
    """

    event: str
    kinds: str
    theme: str = ""
    side: str = ""


@frozen(eq=False)
class Knowledge:
    """All keys and members are lower case unless said otherwise. `digest` identifies the whole.

    given_names, surnames: single words. common_names: those that very many bear. name_forms: a given name in
    a language, or a short form → the names that it may stand for, one space between (bill → "william").
    common_words: frequent lower-case English words. plain_words: less frequent ones, which names are made of.
    function_words: words of grammar and sentence openers, which never start a name.
    honorifics: Mr, Dr, Sheikh …; roles: title words → Role ("prime minister", "head").
    organization_words: words that head an organisation's name (ministry, party, brigade …).
    legal_forms: ltd, gmbh …; organization_translations: foreign head word → English ("harakat" → "movement").
    body_words: word of a body's name, a * at the end of a stem → "language English words" or "language =ISO
    code"; a dot behind the language marks abbreviations. place_names: name of a place in another language or
    time → the name that it is compared by, or "=ISO code".
    body_names: name or acronym of a well-known body, in any language → English name that it is compared by.
    countries: name or short form → ISO 3166 alpha-2; demonyms: "iraqi", "iraqis" → ISO 3166 alpha-2.
    capitals: state's capital → ISO 3166 alpha-2. regions: name or abbreviation of a part of a federal state,
    as it stands behind a town and a comma → ISO 3166-2. namesakes: names that several places bear.
    organization_heads: those that alone, last or before of/for, make a capitalised name an organisation's.
    country_parts: names in countries that name a part or an earlier state, not the country itself.
    organizations: well-known bodies by the names in common use.
    places: cities, regions, waters. place_words: words that head a place's name (river, airport, square).
    event_words: words that head a capitalised name of an event, law, treaty or work (war, election, act).
    groups: religious, ethnic and political adjectives that are no name (shiite, kurdish).
    agencies: news agencies and wire services. agency_names: a name of one -> that to compare by, both without
    marks. credit_wordings: how a text says whom it has its words from, the name as {} -> label, whole or
    statement, by what it speaks of. say_verbs: reporting verb form → lemma.
    units: printed unit → canonical unit. months, weekdays: printed form → 1..12, 0 (Monday)..6.
    number_words: printed → value. hedges: phrase → value of Hedge. modals, negations, conditions: words
    whose change alters a statement. opposites: word → "theme side"; words of one theme and two sides cannot
    both hold. event_verbs: form of a verb or noun, one word or two → EventForm. states: words that
    tell a state → "theme state"; two states of one theme cannot both hold. happenings: form of
    a verb, phrase or noun → classes of happenings, split by spaces. foreign: "language kind
    word" → value, of words of other languages. furniture_cues: phrases
    that start page furniture (photo credit, tags). predicates: "kind form" → class, of offices, control and
    kin: what stands for one another, and what only one can hold. synonyms: word → numbers of the groups of
    words that can stand for it, split by spaces.
    """

    digest: str = ""
    given_names: frozenset[str] = _NO_WORDS
    surnames: frozenset[str] = _NO_WORDS
    common_names: frozenset[str] = _NO_WORDS
    name_forms: Mapping[str, str] = field(factory=dict)
    common_words: frozenset[str] = _NO_WORDS
    plain_words: frozenset[str] = _NO_WORDS
    function_words: frozenset[str] = _NO_WORDS
    honorifics: frozenset[str] = _NO_WORDS
    roles: Mapping[str, Role] = field(factory=dict)
    organizations: frozenset[str] = _NO_WORDS
    organization_words: frozenset[str] = _NO_WORDS
    organization_heads: frozenset[str] = _NO_WORDS
    legal_forms: frozenset[str] = _NO_WORDS
    organization_translations: Mapping[str, str] = field(factory=dict)
    body_words: Mapping[str, str] = field(factory=dict)
    place_names: Mapping[str, str] = field(factory=dict)
    countries: Mapping[str, str] = field(factory=dict)
    country_parts: frozenset[str] = _NO_WORDS
    capitals: Mapping[str, str] = field(factory=dict)
    regions: Mapping[str, str] = field(factory=dict)
    body_names: Mapping[str, str] = field(factory=dict)
    namesakes: frozenset[str] = _NO_WORDS
    demonyms: Mapping[str, str] = field(factory=dict)
    places: frozenset[str] = _NO_WORDS
    place_words: frozenset[str] = _NO_WORDS
    event_words: frozenset[str] = _NO_WORDS
    groups: frozenset[str] = _NO_WORDS
    agencies: frozenset[str] = _NO_WORDS
    agency_names: Mapping[str, str] = field(factory=dict)
    credit_wordings: Mapping[str, str] = field(factory=dict)
    say_verbs: Mapping[str, str] = field(factory=dict)
    units: Mapping[str, str] = field(factory=dict)
    months: Mapping[str, int] = field(factory=dict)
    weekdays: Mapping[str, int] = field(factory=dict)
    number_words: Mapping[str, float] = field(factory=dict)
    hedges: Mapping[str, str] = field(factory=dict)
    modals: frozenset[str] = _NO_WORDS
    negations: frozenset[str] = _NO_WORDS
    conditions: frozenset[str] = _NO_WORDS
    furniture_cues: frozenset[str] = _NO_WORDS
    opposites: Mapping[str, str] = field(factory=dict)
    event_verbs: Mapping[str, EventForm] = field(factory=dict)
    states: Mapping[str, str] = field(factory=dict)
    happenings: Mapping[str, str] = field(factory=dict)
    foreign: Mapping[str, str] = field(factory=dict)
    predicates: Mapping[str, str] = field(factory=dict)
    synonyms: Mapping[str, str] = field(factory=dict)
