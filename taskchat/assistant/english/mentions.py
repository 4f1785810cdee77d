"""How a sentence with a mark in it is said in words: "@dentist" alone asks about the dentist."""

ALONE = {"task": "when is ", "list": "show ", "words": ""}
"""Before the name, where nothing but a name was said."""
OWNERS = ("the", "my")
THE = "the"
LIST = "list"
A_LIST = "the {} list"
AND = "and"
