"""Every threshold: unit, default, where it came from."""

from attrs import AttrsInstance, asdict, field, frozen, validators

from provenance.model.keys import digest

_share = validators.and_(validators.ge(0.0), validators.le(1.0))


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


@frozen
class ReuseSettings:
    """Of passages that two places share. The reuse subject documents where each default comes from."""

    tier: str = field(default="verbatim", validator=validators.in_(("verbatim", "paraphrase")))


@frozen
class NameSettings:
    """Of comparing and joining names."""

    same: float = field(default=0.8, validator=_share)
    """Score from which two names are the same."""
    different: float = field(default=0.5, validator=_share)
    """Score under which two names are different; between the two: unsure."""
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


@frozen
class Settings:
    """All of a run."""

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
