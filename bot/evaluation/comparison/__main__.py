"""`python -m bot.evaluation.comparison [--force]`: this project's classifier beside others.

Writes docs/nlu-comparison.md and its plots; the part on rules is of
`python -m bot.evaluation.comparison.rules`. With `--force` nothing stored is used.
"""

import sys

from bot.evaluation.comparison.quiet import settle


def main() -> None:
    """Run what is not stored and write the document."""
    settle()
    from bot.evaluation.comparison import document, pages, plots, runs  # noqa: PLC0415 - after

    ordered = runs.orders()
    found = [runs.figures_of(order, force="--force" in sys.argv[1:]) for order in ordered]
    whole = next(order.examples for order in ordered if order.size == runs.ALL)
    plots.draw_all(found, intents=len({example.intent for example in whole}))
    document.write_part("methods", pages.comparison(found, ordered[0].asked, len(whole)))
    sys.stdout.write(f"see {document.NAME}\n")


if __name__ == "__main__":
    main()
