"""How dates and numbers are written on screen, per language."""
