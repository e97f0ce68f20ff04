"""Official PDFs, plain text and HTML become documents."""
