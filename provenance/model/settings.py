"""Every threshold: unit, default, where it came from."""

from attrs import AttrsInstance, asdict, field, frozen, validators

from provenance.model.keys import digest

_share = validators.and_(validators.ge(0.0), validators.le(1.0))


_count = validators.ge(1)


@frozen
class ReadingSettings:
    """Limits of reading. Each is named in the message that reports it; a larger pile raises them here."""

    largest_bytes: int = field(default=20_000_000, validator=_count)
    """Bytes of one document; a long book has 2 to 5 million."""
    largest_file_bytes: int = field(default=10_000_000_000, validator=_count)
    """Bytes of a file that holds many documents and is read piece by piece: mailbox, web archive, table."""
    largest_text_characters: int = field(default=10_000_000, validator=_count)
    """Code points of one document's text."""
    largest_inflated_bytes: int = field(default=100_000_000, validator=_count)
    """Bytes that one compressed document may unfold to, all its parts together."""
    largest_inflation: int = field(default=200, validator=_count)
    """Times that a compressed part of more than a million bytes may unfold; office files have 10 to 50."""
    most_entries: int = field(default=10_000, validator=_count)
    """Entries of one archive or office document."""
    most_documents: int = field(default=1_000_000, validator=_count)
    """Documents in one file."""
    deepest_container: int = field(default=3, validator=_count)
    """Containers inside containers: a mailbox in an archive is two."""
    cpu_seconds: int = field(default=20, validator=_count)
    """CPU time for one document."""
    wall_seconds: int = field(default=120, validator=_count)
    """Time for one document: above the CPU time, for a busy machine."""
    memory_megabytes: int = field(default=1_500, validator=validators.ge(256))
    """Address space of a reading process."""
    jobs: int = field(default=0, validator=validators.ge(0))
    """Reading processes; 0: as many as there are processors."""
    text_column: str = ""
    """Column of tables (.csv .tsv .jsonl) that holds the text; "": guessed from names and contents."""


@frozen
class FingerprintSettings:
    """Of near-duplicates and winnowed passages."""

    shingle_words: int = field(default=3, validator=validators.ge(1))
    """Words a shingle of the document signature."""
    signature_size: int = field(default=128, validator=validators.ge(16))
    """MinHash values a signature; the error of the estimate is about 1 / sqrt(size) (Broder 1997)."""
    near_duplicate: float = field(default=0.3, validator=_share)
    """Least resemblance of near-duplicates; 0.3 found all planted ones in the dev data, 0.7 a tenth."""
    winnow_words: int = field(default=5, validator=validators.ge(1))
    """Words a winnowed shingle."""
    winnow_window: int = field(default=4, validator=validators.ge(1))
    """Shingles a window: every shared run of winnow_words + window - 1 words is found (Schleimer 2003)."""
    postings: int = field(default=50_000_000, validator=validators.ge(0))
    """Winnowed shingles of all texts, up to which the database keeps where each stands, for `trace`: some 18
    bytes each, so about 0.9 GB; a text of 600 words has 240. Beyond, none are kept, and trace says so."""


@frozen
class ReuseSettings:
    """Of passages that two places share. The reuse subject documents where each default comes from."""

    tier: str = field(default="verbatim", validator=validators.in_(("verbatim", "paraphrase")))
    run_words: int = field(default=6, validator=validators.ge(2))
    """Words of a plain seed."""
    run_window: int = field(default=4, validator=validators.ge(1))
    """Plain seeds a window: any shared run of run_words + window - 1 words gives one (Schleimer 2003)."""
    run_weight: int = field(default=3, validator=validators.ge(1))
    """How many seeds of content words a plain seed counts for."""
    content_letters: int = field(default=4, validator=validators.ge(1))
    """Letters from which a word counts as a content word: leaves out most function words."""
    content_reach: int = field(default=16, validator=validators.ge(3))
    """Words between the first and the last word of a seed of content words, at most."""
    content_patterns: tuple[tuple[int, ...], ...] = ((0, 1, 2), (0, 1, 3), (0, 2, 3))
    """Which of consecutive content words make a seed: three of four survive one changed word."""
    max_holders: int = field(default=8, validator=validators.ge(2))
    """Places of one seed that are all paired; beyond, each is paired with the first and its predecessor."""
    content_holders: int = field(default=4, validator=validators.ge(2))
    """The same for seeds of content words, of which each copied passage has many."""
    drift_words: int = field(default=12, validator=validators.ge(0))
    """Words inserted or left out between two neighbouring seeds of a chain, at most."""
    reach_words: int = field(default=40, validator=validators.ge(1))
    """Words between two neighbouring seeds of a chain, at most."""
    chain_weight: int = field(default=2, validator=validators.ge(1))
    """Least weight of a chain that is worth aligning; 3 missed some copies with every fourth word changed."""
    margin_words: int = field(default=40, validator=validators.ge(0))
    """Words beyond the outermost seeds in which the ends of a passage are looked for."""
    gap_open: float = field(default=0.5, validator=validators.ge(0.0))
    """Cost of a gap, in equal words: one equal word beyond a replaced one does not extend a passage."""
    replaced_word: float = field(default=1.0, validator=validators.ge(0.0))
    """Cost of a replaced word, in equal words."""
    slip_words: int = field(default=2, validator=validators.ge(0))
    """Words replaced in a row that a copyist's slip or a light edit explains."""
    rewritten_word: float = field(default=0.5, validator=validators.ge(0.0))
    """Further cost of each replaced word beyond those, in equal words."""
    added_word: float = field(default=0.5, validator=validators.ge(0.0))
    """Cost of a word on one side only, in equal words."""
    near_word: float = field(default=0.6, validator=_share)
    """What another reading of a word counts for, in equal words."""
    drop_score: float = field(default=12.0, validator=validators.ge(0.0))
    """Fall of the score, in equal words, that ends a passage."""
    piece_score: float = field(default=6.0, validator=validators.ge(0.0))
    """Least score of a piece that may be joined to others."""
    nucleus_score: float = field(default=11.5, validator=validators.ge(0.0))
    """Least score of a piece that others may be joined to."""
    least_score: float = field(default=11.5, validator=validators.ge(0.0))
    """Least score of a reported passage: about 12 words in a row, more where words were changed."""
    fact_word: float = field(default=0.5, validator=_share)
    """What a name or number counts for in a short passage: two reports of one event share them anyway."""
    sentence_words: int = field(default=9, validator=validators.ge(4))
    """Words from which a whole sentence, or a part of one beside a longer passage, is reported although its
    score is less: function words alone are six to seven of ten, so that nine hold three or four others."""
    sentence_score: float = field(default=7.5, validator=validators.ge(0.0))
    """Least score of such a sentence: nine words, one of them replaced."""
    sentence_characters: int = field(default=45, validator=validators.ge(1))
    """Least length of either side of such a sentence, code points; a sign of Han, kana or Hangul is 2.5."""
    least_share: float = field(default=0.66, validator=_share)
    """Least share of a passage's words that are equal or readings of one word, on both sides together."""
    least_characters: int = field(default=65, validator=validators.ge(1))
    """Least length of either side of any other reported passage, code points, counted in the same way."""
    join_words: int = field(default=40, validator=validators.ge(0))
    """Words between two pieces of one passage, at most, on both sides together where they were moved."""
    moved_score: float = field(default=8.0, validator=validators.ge(0.0))
    """Least score of a piece that is joined out of order: shorter ones are set phrases too often."""
    moved_cover: float = field(default=0.65, validator=_share)
    """Least share of words of a passage of moved pieces that the pieces cover, on either side."""
    jobs: int = field(default=0, validator=validators.ge(0))
    """Processes that compare a large pile; 0: as many as there are processors."""


@frozen
class NameSettings:
    """Of comparing and joining names."""

    same: float = field(default=0.7, validator=_share)
    """Score from which two names are the same: chosen on half of the annotated pairs of persons and bodies
    (Wikidata, EU acts, news), where 98 of 100 that score so are the same; of a small source, 31 of 32."""
    different: float = field(default=0.4, validator=_share)
    """Score under which two names are different; between the two: unsure. A bare surname, which may be
    anyone's, scores above it against a full name."""
    model: str = "auto"
    """Language model that marks names: "none", "auto" (one that is installed) or a package's name."""


@frozen
class ClaimSettings:
    """Of extracting claims."""


@frozen
class ConflictSettings:
    """Of judging claims against each other."""

    event_window_days: int = field(default=45, validator=validators.ge(0))
    """How far two sources' dates may lie apart and still speak of one event."""
    weigh_from: int = field(default=21, validator=_count)
    """Sources from which the sides of conflicts are weighed (Dong et al. 2009): fewer tell too little."""


@frozen
class Settings:
    """All of a run."""

    reading: ReadingSettings = field(factory=ReadingSettings)
    fingerprint: FingerprintSettings = field(factory=FingerprintSettings)
    reuse: ReuseSettings = field(factory=ReuseSettings)
    names: NameSettings = field(factory=NameSettings)
    claims: ClaimSettings = field(factory=ClaimSettings)
    conflicts: ConflictSettings = field(factory=ConflictSettings)


def settings_digest(settings: AttrsInstance) -> str:
    """SHA-256 over a settings class, nested ones included; equal values give equal digests."""
    return digest([_listed(asdict(settings))])


def _listed(value: object) -> object:
    if isinstance(value, dict):
        return [[name, _listed(inner)] for name, inner in sorted(value.items())]
    if isinstance(value, list | tuple):
        return [_listed(inner) for inner in value]
    return value
