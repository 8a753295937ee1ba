"""The kernel classifier, trained with all rules and without one, on the same examples."""

from __future__ import annotations

from collections.abc import Sequence

from bot.evaluation.comparison.data import Example, Item
from bot.evaluation.comparison.rule_features import Classifier, Eyes, Seen
from bot.evaluation.comparison.rule_words import Rule
from bot.evaluation.comparison.rule_worth import Judged, Worth, worth


class Trial:
    """Some examples to learn from and some items to test on, read once for all rules."""

    def __init__(self, examples: Sequence[Example], items: Sequence[Item]) -> None:
        self.examples, self.items = examples, items
        self._eyes = Eyes([*(each.text for each in examples), *(item.text for item in items)])
        self._seen = self._eyes.see()
        self.with_all = self._judged(self._seen)

    def result(self, rule: Rule) -> Worth:
        """What the rule is worth; one that touches no tested text is not tried."""
        seen = self._eyes.see_without(rule, self._seen)
        changed = seen.changed_from(self._seen)
        count = len(self.examples)
        texts = [place - count for place in changed if place >= count]
        without_it = self._judged(seen) if texts else self.with_all
        return worth(rule, self.with_all, without_it, texts, len(changed) - len(texts))

    def _judged(self, seen: Seen) -> Judged:
        classifier = Classifier()
        classifier.fit(seen, [example.intent for example in self.examples])
        return Judged.of(self.items, classifier.scores(seen, len(self.examples)))
