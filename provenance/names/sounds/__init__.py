"""How words of any script sound in Latin letters."""
