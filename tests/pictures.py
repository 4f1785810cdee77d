"""Pictures for tests: drawn here, with the things in them that must not stay."""

import io
import struct
import zlib

from PIL import Image, PngImagePlugin

SECRET = "CanaryCamera"
"""Stands in every record a picture of these has."""


def picture(form: str = "PNG", size: tuple[int, int] = (40, 20), colour: str = "teal") -> bytes:
    """A picture that says where and with what it was taken."""
    image = Image.new("RGB", size, colour)
    record = Image.Exif()
    record[0x010F] = SECRET
    record.get_ifd(0x8825)[1] = "N"
    options: dict[str, object] = {"comment": SECRET} if form == "GIF" else {"exif": record}
    if form == "PNG":
        noted = PngImagePlugin.PngInfo()
        noted.add_text("Comment", SECRET)
        options["pnginfo"] = noted
    return _saved(image, form, **options)


def turned() -> bytes:
    """A phone's portrait: lying on its side, with the order to turn it."""
    record = Image.Exif()
    record[0x0112] = 6
    return _saved(Image.new("RGB", (40, 20)), "JPEG", exif=record)


def moving(frames: int = 3, form: str = "GIF") -> bytes:
    drawn = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green", "blue")[:frames]]
    return _saved(drawn[0], form, save_all=True, append_images=drawn[1:], duration=80, comment=SECRET)


def bomb(side: int = 30_000) -> bytes:
    """Some kilobytes of PNG that would be gigabytes of pixels."""
    row = b"\x00" * (side // 8 + 1)
    squeeze = zlib.compressobj(9)
    data = b"".join(squeeze.compress(row) for _ in range(200)) + squeeze.flush()
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _saved(image: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()
