"""What a comparison means: advice for a reader, found by rule in English texts, never a verdict."""
