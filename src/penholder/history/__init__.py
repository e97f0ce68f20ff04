"""Resolutions through time, in git, without a work tree."""
