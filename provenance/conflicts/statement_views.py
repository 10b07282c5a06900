"""What the kinds of conflicts between statements ask of a claim and of its sentence."""

from provenance.conflicts.pile import Pile
from provenance.model.claims import Claim, Modality


def is_done(pile: Pile, claim: Claim) -> bool:
    """Is it told as something past: has sold, was launched, struck?"""
    form = pile.knowledge.event_verbs.get(claim.wording.lower())
    if form is None or claim.modality is not Modality.ASSERTED:
        return False
    return bool(set(form.kinds) & {"d", "n"})
