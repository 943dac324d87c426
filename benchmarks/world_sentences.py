"""Check sentences on ten countries, and on a made-up table of a user, and count right and wrong.

The sentences are those of ``tests/verification/world_sentences.csv``. They are put in two halves
at random: the rules were mended on the first one alone.
"""

import sys
from collections import Counter
from pathlib import Path

import click

TESTS = Path(__file__).parents[1] / "tests" / "verification"


@click.command(help=__doc__)
@click.option("--half", type=click.Choice(["read", "unread", "both"]), default="both")
@click.option("--show", is_flag=True, help="Print each sentence whose verdict is not the truth.")
def main(half: str, show: bool) -> None:
    sys.path.insert(0, str(TESTS))
    from world_sentences import judged, sentences

    for name, own in (("ten countries", False), ("own table", True)):
        for part in ("read", "unread") if half == "both" else (half,):
            found: Counter[tuple[str, str]] = Counter()
            for row in sentences(part):
                if row.own == own:
                    verdict = judged(row)
                    found[row.truth, verdict.label] += 1
                    if show and verdict.label != row.truth:
                        click.echo(
                            f"- {row.truth} / {verdict.label}: {row.text}\n    {verdict.because}"
                        )
            right = sum(n for (truth, label), n in found.items() if truth == label)
            false = sum(n for (truth, label), n in found.items() if label == "supported" != truth)
            click.echo(
                f"{name}, {part} half: {right} of {found.total()} right, false supported {false}"
            )
            for truth in ("supported", "contradicted", "cannot tell"):
                of = {label: n for (one, label), n in sorted(found.items()) if one == truth}
                click.echo(f"    {truth}: {of}")


if __name__ == "__main__":
    main()
