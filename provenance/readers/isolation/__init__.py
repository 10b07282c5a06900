"""Reading in child processes that may do nothing but read, within limits."""
