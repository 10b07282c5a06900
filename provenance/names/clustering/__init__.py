"""Which names are worth comparing, and clusters of those that are one."""
