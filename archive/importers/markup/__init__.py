"""What importers of marked-up formats share: trees of HTML to blocks and notes.

Web pages come as HTML, the formats that pandoc reads are turned into it. A tree is put in order
step by step (depth, notes, tables, images, headings, links) and then read as `document.html` is.
"""
