"""The nouns that everything else shares: frozen values, no behaviour beyond their own rules."""
