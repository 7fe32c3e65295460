"""The archive: documents with their notes, authorities, and the folder that holds them."""
