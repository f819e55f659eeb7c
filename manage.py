#!/usr/bin/env python
"""The portal's command line."""

import sys

from django.core.management import execute_from_command_line
from django.db import OperationalError

from portal.startup import read_environment


def main() -> None:
    read_environment()
    try:
        execute_from_command_line(sys.argv)
    except OperationalError as problem:
        sys.exit(f"The database does not answer as it should: {str(problem).strip()}")


if __name__ == "__main__":
    main()
