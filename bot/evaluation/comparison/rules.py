"""`python -m bot.evaluation.comparison.rules`: the worth of each rule of `bot.nlu.cantonese`.

Writes its part of docs/nlu-comparison.md.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from bot.evaluation.comparison.quiet import settle

if TYPE_CHECKING:
    from bot.evaluation.comparison.rule_trial import Trial
    from bot.evaluation.comparison.rule_words import Rule
    from bot.evaluation.comparison.rule_worth import Worth

SHARE = 1 / 3


def main() -> None:
    """Measure every rule and write the part of the document."""
    settle()
    from bot.evaluation.comparison import data, document  # noqa: PLC0415 - after settling
    from bot.evaluation.comparison.rule_pages import page_of  # noqa: PLC0415
    from bot.evaluation.comparison.rule_trial import Trial  # noqa: PLC0415
    from bot.evaluation.comparison.rule_words import single_rules, whole_rules  # noqa: PLC0415

    started = time.monotonic()
    tested = data.read_items(data.DEVELOPMENT / "in_scope.yml")
    examples = data.draw_share(data.read_examples(tested), SHARE)
    trial = Trial(examples, [item for item in tested if item.register != "english"])
    whole, single = (_measured(trial, rules) for rules in (whole_rules(), single_rules()))
    page = page_of(trial, whole, single, time.monotonic() - started)
    document.write_part("rules", page)
    sys.stdout.write(f"see {document.NAME}\n")


def _measured(trial: Trial, rules: list[Rule]) -> list[Worth]:
    results = []
    for rule in rules:
        found = trial.result(rule)
        results.append(found)
        sys.stdout.write(f"{rule.name}: {found.margin:+.5f}, +{found.gained} -{found.lost}\n")
        sys.stdout.flush()
    return results


if __name__ == "__main__":
    main()
