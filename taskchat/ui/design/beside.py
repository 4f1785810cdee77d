"""A dialog that becomes a column beside the list where the screen is wide (1600 px)."""

import reflex as rx
from reflex_components_radix.primitives.dialog import DialogContent, DialogRoot

SOURCE = rx.asset("beside.jsx", shared=True)


class BesideRoot(DialogRoot):
    """In place of the dialog's own root."""

    library = SOURCE.importable_path
    tag = "BesideRoot"
    alias = "BesideRoot"


class BesideContent(DialogContent):
    """In place of the dialog's own content; `shows` names the thing, so that the next one gets the focus."""

    library = SOURCE.importable_path
    tag = "BesideContent"
    alias = "BesideContent"
    shows: rx.Var[str]
