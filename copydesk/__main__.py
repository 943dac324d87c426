"""``python -m copydesk`` is the same as ``copydesk``."""

from copydesk.cli import main

if __name__ == "__main__":
    main(prog_name="copydesk")
