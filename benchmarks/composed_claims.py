"""Compose false sentences out of the readers' words, in any order, and count those supported.

The sentences are those of ``tests/verification/composed_claims.py``, which the tests take a few
thousand of. Every one that is called supported is printed: there should be none.
"""

import sys
import time
from collections import Counter
from pathlib import Path

import click

from copydesk.claims import find_claims
from copydesk.verification import load_reference, verify


@click.command(help=__doc__)
@click.option("--count", default=100_000, show_default=True, help="How many texts.")
@click.option("--seed", default=1, show_default=True)
def main(count: int, seed: int) -> None:
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "verification"))
    from composed_claims import compose

    reference, labels = load_reference(), Counter[tuple[str, str]]()
    begun = time.process_time()
    for kind, text, value in compose(seed, count):
        for claim in find_claims(text):
            if claim.value != value:
                continue
            label = verify(claim, reference).label
            labels[kind, label] += 1
            if label == "supported":
                print(f"{kind}: {text}")
    for (kind, label), number in sorted(labels.items()):
        print(f"{kind:16} {label:24} {number:7,}")
    print(f"{count / (time.process_time() - begun):,.0f} texts a CPU second")


if __name__ == "__main__":
    main()
