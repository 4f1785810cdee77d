"""Draws the pictures of the installed app from the one mark of `assets/favicon.svg`: `bin/python bin/icons.py`.

They are committed; this is how they were made.
"""

from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "icons"
PETROL, PAPER, NOTHING = "#0e5a6b", "#fffdfa", "#00000000"
TICK = ((9, 17), (14, 22), (23, 10))
"""In the mark's own 32 by 32 units, as its stroke is."""
STROKE, CORNER = 3.5, 8.0
FINE = 4
"""Drawn so much larger, then made small: smooth edges."""


def mark(size: int, *, corner: float = CORNER, scale: float = 1.0, ground: str = PETROL) -> Image.Image:
    """`scale` is how much of the square the tick takes: a mask cuts away all but the middle four fifths."""
    unit = size * FINE / 32
    picture = Image.new("RGBA", (size * FINE, size * FINE), NOTHING)
    draw = ImageDraw.Draw(picture)
    if ground != NOTHING:
        draw.rounded_rectangle((0, 0, size * FINE - 1, size * FINE - 1), corner * unit, ground)
    points = [((16 + (x - 16) * scale) * unit, (16 + (y - 16) * scale) * unit) for x, y in TICK]
    width = STROKE * scale * unit
    draw.line(points, PAPER, round(width), joint="curve")
    for x, y in points:
        draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), PAPER)
    return picture.resize((size, size), Image.Resampling.LANCZOS)


PICTURES = {
    "icon-192.png": mark(192),
    "icon-512.png": mark(512),
    "maskable-512.png": mark(512, corner=0, scale=0.8),
    "apple-180.png": mark(180, corner=0),
    "badge-96.png": mark(96, scale=1.4, ground=NOTHING),
}

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, picture in PICTURES.items():
        picture.save(FOLDER / name, optimize=True)
