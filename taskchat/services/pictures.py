"""Pictures drawn anew: what comes out has the pixels of what came in, and nothing else it carried."""

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps, ImageSequence

from taskchat.errors import Invalid

MOST_PIXELS = 40_000_000
"""Of all frames together: what is small in a file can be huge in memory."""
FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp", "GIF": "image/gif"}
WRITTEN = {"JPEG": {"quality": 90}, "WEBP": {"quality": 90}}
PREVIEW = 320
"""Pixels of the longer side."""
READ_BY_MODELS = 1_568
"""Models see no more; larger pictures only cost."""
UNREADABLE = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, OverflowError, struct.error)
"""What the readers of four formats raise at broken data."""
BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


@dataclass(frozen=True, slots=True)
class Picture:
    """What it really is, its bytes without metadata, and a small WebP of it."""

    kind: str
    content: bytes
    small: bytes


def redrawn(name: str, content: bytes) -> Picture:
    """Raises Invalid where this is no picture of a kind we know, or has more pixels than 40 million."""
    try:
        with Image.open(io.BytesIO(content), formats=tuple(FORMATS)) as opened:
            _check_pixels(name, opened)
            form, frames = str(opened.format), list(_frames(opened))
            return Picture(FORMATS[form], _written(form, frames, opened), _small(frames[0]))
    except BOMBS:
        raise _too_many_pixels(name) from None
    except UNREADABLE:
        said = f"“{name}” is not a picture that can be read: PNG, JPEG, WebP and GIF can."
        raise Invalid(said, "content", code="wrong_type") from None


def for_models(content: bytes) -> bytes:
    """A stored picture as the JPEG every model reads; of one that moves, the first frame."""
    with Image.open(io.BytesIO(content)) as opened:
        opened.draft("RGB", (READ_BY_MODELS, READ_BY_MODELS))
        shown = opened.convert("RGBA")
    shown.thumbnail((READ_BY_MODELS, READ_BY_MODELS))
    paper = Image.new("RGB", shown.size, "white")
    paper.paste(shown, mask=shown.getchannel("A"))
    return _saved(paper, "JPEG", quality=85)


def _check_pixels(name: str, opened: Image.Image) -> None:
    frames = getattr(opened, "n_frames", 1)
    if opened.width * opened.height * frames > MOST_PIXELS:
        raise _too_many_pixels(name)


def _too_many_pixels(name: str) -> Invalid:
    most = MOST_PIXELS // 1_000_000
    said = f"“{name}” has more than {most} million pixels. Make it smaller and attach it again."
    return Invalid(said, "content", code="too_many_pixels")


def _frames(opened: Image.Image) -> Iterator[Image.Image]:
    """Every frame the right way up, in the colours every screen knows; of its record only how long it stands."""
    for frame in ImageSequence.Iterator(opened):
        upright = ImageOps.exif_transpose(_in_known_colours(frame))
        bare = upright.convert(_mode(upright))
        bare.info = {"duration": int(frame.info.get("duration") or 100)}
        yield bare


def _mode(frame: Image.Image) -> str:
    if frame.mode in {"1", "L"} and "transparency" not in frame.info:
        return "L"
    return "RGBA" if frame.has_transparency_data else "RGB"


def _in_known_colours(frame: Image.Image) -> Image.Image:
    """The profile goes with the rest of the record, so its colours are worked out now; a broken one is passed over."""
    profile = frame.info.get("icc_profile")
    if not profile or frame.mode not in {"RGB", "CMYK"}:
        return frame
    try:
        made = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(frame, made, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return frame
    return turned or frame


def _written(form: str, frames: list[Image.Image], opened: Image.Image) -> bytes:
    options = dict(WRITTEN.get(form, {}))
    if len(frames) > 1:
        options |= {"save_all": True, "append_images": frames[1:], "loop": opened.info.get("loop", 0)}
        options |= {"duration": [frame.info["duration"] for frame in frames]}
    first = frames[0].convert("RGB") if form == "JPEG" and frames[0].mode == "RGBA" else frames[0]
    return _saved(first, form, **options)


def _small(frame: Image.Image) -> bytes:
    preview = frame.copy()
    preview.thumbnail((PREVIEW, PREVIEW))
    return _saved(preview, "WEBP", quality=80)


def _saved(image: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()
