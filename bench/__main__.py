"""``python -m bench [word|easy|writing|files|pages|start]``: see bench/README.md."""

import sys
from pathlib import Path

from bench import easy_read_files, easy_read_score, pages, read_word_score, start, writing_journey

OWN_DOCUMENTS = Path("tests/documents/word")


def main() -> None:
    wanted = sys.argv[1:] or ["word", "easy", "writing", "files", "pages", "start"]
    if "word" in wanted:
        read_word_score.main([str(OWN_DOCUMENTS)])
    if "easy" in wanted:
        easy_read_score.main([])
    if "writing" in wanted:
        writing_journey.main()
    if "files" in wanted:
        easy_read_files.main()
    if "pages" in wanted:
        pages.main()
    if "start" in wanted:
        start.main()


if __name__ == "__main__":
    main()
