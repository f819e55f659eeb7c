"""Draw one page of the PDFs of the demonstration's easy reads, and say where these are.

``python -m docs.make_pages FOLDER`` writes ``FOLDER/<name>-page.png`` and prints JSON: the address
of each by its name. The environment names the portal, as for ``manage.py``. A browser without a
screen shows no PDF, so typst draws the same sheet with the same words as a picture.
"""

import json
import sys
from pathlib import Path
from typing import Any

import django
import typst

from easyread.printing.making import Printer
from easyread.printing.typesetting import as_data, fonts
from portal.startup import read_environment

SIZE = 16  # points
PAGE = 3  # rows only, no title
DOTS = 60.0  # an inch
SIX = {  # where each stands, and which of those there, by date
    "minutes": ("/boards/learning-disability/", -1),
    "checked": ("/boards/learning-disability/", 0),
    "out-of-date": ("/boards/carers/", -1),
    "mental-health": ("/boards/mental-health/", -1),
    "agenda": ("/boards/senate/", -1),
    "home": ("/home/easy-read/", 0),
}


class PagePrinter(Printer):
    def page(self, number: int) -> bytes:
        """That page, or the last one, as PNG."""
        made: Any = typst.compile(
            str(self._folder / "easy_read.typ"),
            root=str(self._folder),
            font_paths=fonts(),
            ignore_system_fonts=True,
            format="png",
            ppi=DOTS,
            sys_inputs={"size": str(SIZE), "data": as_data(self._data())},
        )
        pages: list[bytes] = made if isinstance(made, list) else [made]
        return pages[:number][-1]


def main(folder: Path) -> None:
    read_environment()
    django.setup()
    from easyread.models import EasyReadPage
    from easyread.selectors.printing import files_plan, picture_path

    def read(source: str) -> bytes:
        path = picture_path(source)
        if path is None:
            raise FileNotFoundError(source)
        return Path(path).read_bytes()

    addresses = {}
    for name, (place, which) in SIX.items():
        live = EasyReadPage.objects.live().filter(url_path__contains=place)
        found = list(live.order_by("url_path"))
        if not found:  # the agenda, when its meeting would be at Christmas
            continue
        easy_read = found[which]
        printer = PagePrinter(files_plan(easy_read).content, read_picture=read)
        with printer:
            (folder / f"{name}-page.png").write_bytes(printer.page(PAGE))
        addresses[name] = easy_read.url
    sys.stdout.write(json.dumps(addresses))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
