"""What sort of sharing a passage is: copy, quotation, boilerplate."""
