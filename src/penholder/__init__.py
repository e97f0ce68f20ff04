"""United Nations resolutions as structured YAML under git, printed and compared."""

__version__ = "0.1.0"
