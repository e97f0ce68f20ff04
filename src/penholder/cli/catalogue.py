"""The verbs of the command line and what each does, in one line."""

from __future__ import annotations

SUMMARIES = {
    "init": "make a workspace: content/, templates/, the schema, a git repository",
    "new": "begin a document, or a draft that starts from another version",
    "import": "make documents of PDFs, Word files, texts and HTML pages, without losing a word",
    "check": "tell everything that is wrong with documents, with file and line",
    "fmt": "rewrite documents in their one canonical form",
    "build": "print documents to PDF, HTML and Word, only what changed",
    "watch": "print again whenever a document or template is saved",
    "diff": "show what changed between two versions, to the word",
    "amend": "carry out amendments on their target, and tell what does not fit",
    "package": "pack a draft to be handed in: Word files, PDFs, checklist, fingerprints",
    "verify": "prove that a package is what its versions make, byte for byte",
    "record": "commit one document, with a message and who proposed it",
    "log": "list the recorded versions of a document",
    "show": "print a document as it stood at a revision",
    "schema": "print the JSON Schema of the file format, for editors",
    "install-git": "make git diff, git log -p and git show tell documents clause by clause",
    "doctor": "look whether this machine and repository are fit to work",
}
