"""What people say of names: names.toml, names.csv, and lists of entities, as one NameRules."""

from provenance.readers.name_rules.loading import load_name_rules, names_template

__all__ = ["load_name_rules", "names_template"]
