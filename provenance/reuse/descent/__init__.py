"""Which text had it first, who derives from whom, and which sources depend on which."""
