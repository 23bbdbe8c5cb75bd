"""Lets ``python -m alongside`` do what ``alongside`` does."""

from alongside.cli import main

if __name__ == "__main__":
    main(prog_name="alongside")
