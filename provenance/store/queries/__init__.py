"""Saved questions, one SQL file each; a workspace's own stand in `queries` beside its database."""
