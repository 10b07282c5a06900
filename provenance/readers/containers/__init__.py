"""Formats of several documents a file: mailboxes, web archives, tables, archives."""
