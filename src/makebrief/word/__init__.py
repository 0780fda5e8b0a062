"""A Document into the parts of a Word file, and those into its bytes.

`render` names the steps. A `Desk` gathers what paragraphs ask for while the story is written
(styles, lists, links, pictures, comments, characters); then one module writes each part.
"""
