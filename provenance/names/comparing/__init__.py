"""Are two names one? Persons, organizations and places, each with reasons."""
