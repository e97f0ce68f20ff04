"""Resolutions as YAML files, read strictly and written canonically."""
