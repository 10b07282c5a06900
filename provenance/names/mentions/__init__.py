"""Where a text names whom: exact spans with their kinds."""
