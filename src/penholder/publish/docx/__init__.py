"""Documents and redlines as Word files, with native footnotes, numbering and tracked changes."""
