"""Word files become documents: guarded, read in both versions of their changes, nothing lost."""
