"""Two versions become changes, and changes become the later version."""
