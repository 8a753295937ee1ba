"""What axe finds wrong on a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
MOVING = """(() => {
  const of = (root) => [...root.getAnimations(), ...[...root.querySelectorAll('*')]
    .flatMap((node) => (node.shadowRoot ? of(node.shadowRoot) : []))];
  return of(document);
})()"""
ARRIVED = f"""() => {{
  for (const each of {MOVING}) if (each.effect.getTiming().iterations < 9) each.finish();
}}"""


def violations(visitor, within: str = "rfs-advisor") -> list[str]:
    """What is wrong within an element, once everything has stopped moving."""
    visitor.page.evaluate(ARRIVED)
    found = Axe().run(visitor.page, within, options=RULES).response["violations"]
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in found
        for node in each["nodes"]
    ]
