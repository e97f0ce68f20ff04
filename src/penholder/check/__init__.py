"""Editorial rules as pure functions over a document."""
