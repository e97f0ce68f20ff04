"""How one asks: one verb, one module."""
