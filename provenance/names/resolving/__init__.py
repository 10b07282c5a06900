"""Who is who over a pile: mentions, variants, entities."""
