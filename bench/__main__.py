"""``python -m bench [pages|word]``: what is measured against what (see bench/README.md)."""

import sys
from pathlib import Path

from bench import pages, read_word_score

OWN_DOCUMENTS = Path("tests/documents/word")


def main() -> None:
    wanted = sys.argv[1:] or ["word", "pages"]
    if "word" in wanted:
        read_word_score.main([str(OWN_DOCUMENTS)])
    if "pages" in wanted:
        pages.main()


if __name__ == "__main__":
    main()
