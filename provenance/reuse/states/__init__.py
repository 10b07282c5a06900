"""States of one page, told from copies."""
