"""Pictures as the typesetter and Word take them."""

from io import BytesIO

from PIL import Image, ImageOps

MOST_PIXELS = 1000  # a side: 54 mm at more than 450 dots an inch
QUALITY = 88
BEGINS_SVG = (b"<", b"\xef\xbb\xbf<")  # no photograph begins so


class NoPicture(Exception):
    """The file is no picture that can be printed."""


def prepared(content: bytes) -> tuple[str, bytes]:
    """The name ending and content for printing: drawings as they are, photographs as JPEG.

    A photograph is turned upright and loses what the camera wrote into it, such as the place.
    Raises `NoPicture`.
    """
    if content.lstrip()[:4].startswith(BEGINS_SVG):
        return "svg", content
    try:
        with Image.open(BytesIO(content)) as opened:
            opened.draft("RGB", (2 * MOST_PIXELS, 2 * MOST_PIXELS))
            photo = ImageOps.exif_transpose(opened)
            photo.thumbnail((MOST_PIXELS, MOST_PIXELS))
            upright = photo.convert("RGBA")
    except Exception as problem:  # Pillow has no family of its own for what files do to it
        raise NoPicture from problem
    sheet = Image.new("RGB", upright.size, "white")
    sheet.paste(upright, mask=upright)
    made = BytesIO()
    sheet.save(made, "JPEG", quality=QUALITY)
    return "jpg", made.getvalue()
