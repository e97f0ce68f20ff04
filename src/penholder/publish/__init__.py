"""A document or a redline becomes HTML, PDF or text."""
