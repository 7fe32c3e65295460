"""The importer of plain text taken from PDFs: a chain of small pure steps."""
