"""Pictures come out as they looked and without what they carried."""

import io

import pytest
from PIL import Image

from taskchat.errors import Invalid
from taskchat.services.pictures import PREVIEW, READ_BY_MODELS, for_models, redrawn
from tests.pictures import SECRET, bomb, moving, picture, turned

FORMS = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp", "GIF": "image/gif"}


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_keeps_its_form_and_size_and_loses_its_record(form: str) -> None:
    sent = picture(form)
    assert SECRET.encode() in sent

    drawn = redrawn("a picture", sent)

    with opened(drawn.content) as kept:
        assert (drawn.kind, kept.size, kept.format) == (FORMS[form], (40, 20), form)
        assert not kept.getexif()
        assert SECRET not in str(kept.info)
    assert SECRET.encode() not in drawn.content + drawn.small


def test_a_portrait_is_turned_before_the_order_to_turn_it_goes() -> None:
    with opened(redrawn("portrait.jpg", turned()).content) as kept:
        assert kept.size == (20, 40)


def test_what_is_transparent_stays_so() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (10, 10), (255, 0, 0, 0)).save(out, "PNG")

    with opened(redrawn("glass.png", out.getvalue()).content) as kept:
        assert kept.convert("RGBA").getpixel((5, 5)) == (255, 0, 0, 0)


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_what_moves_goes_on_moving(form: str) -> None:
    drawn = redrawn("moving", moving(form=form))

    with opened(drawn.content) as kept:
        assert kept.n_frames == 3  # pyright: ignore[reportAttributeAccessIssue]
        kept.seek(1)
        kept.load()
        assert kept.info["duration"] == 80
    assert SECRET.encode() not in drawn.content


def test_the_preview_is_small() -> None:
    with opened(redrawn("wide.png", picture(size=(2_000, 500))).small) as small:
        assert small.size == (PREVIEW, PREVIEW // 4)


@pytest.mark.parametrize("form", FORMS)
def test_models_get_a_jpeg_of_a_size_they_can_use(form: str) -> None:
    with opened(for_models(redrawn("big", picture(form, size=(2_000, 1_000))).content)) as shown:
        assert (shown.format, shown.size) == ("JPEG", (READ_BY_MODELS, READ_BY_MODELS // 2))


@pytest.mark.parametrize("side", [7_000, 12_000, 30_000])
def test_a_bomb_is_refused_before_it_goes_off(side: int) -> None:
    sent = bomb(side)
    assert len(sent) < 10_000

    with pytest.raises(Invalid) as refused:
        redrawn("bomb.png", sent)

    assert refused.value.code == "too_many_pixels"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        b"%PDF-1.7",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x00" * 1_000,
        picture()[:60],
        picture("JPEG")[:-200],
        picture("WEBP")[:50],
        b"BM" + b"\x00" * 100,
    ],
)
def test_what_is_no_whole_picture_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(Invalid, match=r"“x\.png” is not a picture that can be read") as refused:
        redrawn("x.png", content)

    assert refused.value.code == "wrong_type"
