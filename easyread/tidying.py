"""A photograph or drawing as somebody sends it, made fit for a page. Knows no database."""

import io
from dataclasses import dataclass
from typing import IO

from PIL import Image, ImageOps

KINDS = ("JPEG", "PNG", "WEBP", "GIF")
MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 50_000_000
SHORTEST_LONG_SIDE = 200  # on paper a picture is 40 mm wide
LONGEST_SIDE = 1_200
_LARGE_FOR_A_PAGE = 600 * 1024  # above this a drawing without holes is kept as JPEG
TOO_MANY_PIXELS = (
    "This picture is too large: it has more than 50 million pixels. Save it smaller, and "
    "choose it again."
)
DAMAGED = "This file is damaged, or a part of it is missing. Save it again, or choose another."


class UnusablePicture(Exception):
    """The file cannot be taken; `str()` says why and what to do, in plain words."""


@dataclass(frozen=True)
class TidyPicture:
    """The bytes of a JPEG or PNG file of at most 1,200 pixels a side, and its ending."""

    content: bytes
    ending: str
    width: int
    height: int


def tidy(file: IO[bytes], *, size: int, smallest: int = SHORTEST_LONG_SIDE) -> TidyPicture:
    """Turn it upright, make it smaller, take out what cameras write into it (also the place).

    ``size`` is that of the file in bytes, ``smallest`` the least that its longer side may have in
    pixels. Of moving pictures the first one is kept. Raises UnusablePicture.
    """
    if size == 0:
        raise UnusablePicture("This file is empty. Choose another file.")
    if size > MAX_BYTES:
        raise UnusablePicture(
            f"This file has {size / 1024 / 1024:.0f} MB. A picture may have 10 MB at most. "
            "Save it smaller, and choose it again."
        )
    picture = _opened(file, smallest)
    try:
        return _tidied(picture)
    except Exception as error:  # Pillow has no family of its own for what files do to it
        raise UnusablePicture(DAMAGED) from error


def check_whole(file: IO[bytes]) -> None:
    """Read all of a picture that is kept as it is; raises UnusablePicture."""
    file.seek(0)
    picture = _opened(file, smallest=1)
    try:
        frames = getattr(picture, "n_frames", 1)
        if picture.width * picture.height * frames <= MAX_PIXELS:
            picture.load()
    except Exception as error:  # as above
        raise UnusablePicture(DAMAGED) from error
    finally:
        file.seek(0)
    if picture.width * picture.height * frames > MAX_PIXELS:
        raise UnusablePicture(TOO_MANY_PIXELS)


def _opened(file: IO[bytes], smallest: int) -> Image.Image:
    """The picture, of which only the beginning was read."""
    try:
        picture = Image.open(file, formats=KINDS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnusablePicture(TOO_MANY_PIXELS) from error
    except Exception as error:
        raise UnusablePicture(
            "This file is not a picture that we can use. Choose a JPEG, PNG, WebP or GIF file."
        ) from error
    if picture.width * picture.height > MAX_PIXELS:
        raise UnusablePicture(TOO_MANY_PIXELS)
    if max(picture.size) < smallest:
        raise UnusablePicture(
            f"This picture is too small: {picture.width} × {picture.height} pixels. It would look "
            f"blurred. It needs {smallest} pixels or more on its longer side."
        )
    return picture


def _tidied(picture: Image.Image) -> TidyPicture:
    is_photograph = picture.format == "JPEG"
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(picture)
    has_holes = upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info
    colours = None if upright.mode == "CMYK" else upright.info.get("icc_profile")
    plain = upright.convert("RGBA" if has_holes else "RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    content, ending = b"", "png"
    if not is_photograph or has_holes:
        content = _saved(plain, "PNG", optimize=True, icc_profile=colours)
    if not has_holes and (is_photograph or len(content) > _LARGE_FOR_A_PAGE):
        content = _saved(plain, "JPEG", quality=88, icc_profile=colours)
        ending = "jpg"
    return TidyPicture(content, ending, plain.width, plain.height)


def _saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()
