#!/usr/bin/env python
"""The portal's command line."""

import sys

import django
from django.core.management import execute_from_command_line
from django.db import OperationalError

from portal.startup import nothing_thrown_away, read_environment


def main() -> None:
    read_environment()
    try:
        with nothing_thrown_away():
            django.setup()
        execute_from_command_line(sys.argv)
    except OperationalError as problem:
        sys.exit(f"The database does not answer as it should: {str(problem).strip()}")


if __name__ == "__main__":
    main()
