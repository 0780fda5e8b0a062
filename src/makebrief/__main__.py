"""`python -m makebrief`, the same as `make-brief`."""

from makebrief.cli import main

if __name__ == "__main__":
    main()
