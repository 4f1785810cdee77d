"""Keys, selection, doing things to several tasks at once, and the palette: loaded with the first key."""
