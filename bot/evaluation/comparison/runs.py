"""All runs of the comparison, each in a process of its own, their figures kept in `var/`.

A run whose examples, tests, method and settings are still the same is not run again.
"""

from __future__ import annotations

import hashlib
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from multiprocessing import get_context
from pathlib import Path

from bot.evaluation.comparison import quiet
from bot.evaluation.comparison.data import draw, read_examples
from bot.evaluation.comparison.one_run import METHODS, Asked, Figures, Order, run
from bot.run.digest import digest_of
from bot.settings import ROOT, settings

ALL = "all"
SIZES = ("5", "10", "20", ALL)
NOT_RUN = {("stock", ALL)}
_HERE = Path(__file__).parent


def orders() -> list[Order]:
    """Every run, from one reading of the data: the same draws for all methods."""
    tests = Asked.held_out()
    pool = read_examples(tests.items)
    drawn = {size: pool if size == ALL else draw(pool, int(size)) for size in SIZES}
    return [
        Order(method, size, tuple(drawn[size]), tests)
        for size in SIZES
        for method in METHODS
        if (method, size) not in NOT_RUN
    ]


def figures_of(order: Order, *, force: bool = False) -> Figures:
    """The figures of a run, stored ones if nothing has changed that they depend on."""
    path = settings().var_dir / "comparison" / f"{order.method}-{order.size}.json"
    key = key_of(order)
    stored = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if force or stored.get("key") != key:
        sys.stdout.write(f"{order.method}, examples of each intent: {order.size} ...\n")
        sys.stdout.flush()
        stored = {"key": key, "figures": asdict(run_apart(order))}
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    return Figures(**stored["figures"])


def key_of(order: Order) -> str:
    """A hash of what the figures of a run depend on."""
    module = METHODS[order.method].split(".")[0]
    sources = (f"{module}.py", "scoring.py")
    parts = [repr(order), *((_HERE / name).read_text(encoding="utf-8") for name in sources)]
    if order.method == "ours":
        parts += [digest_of(ROOT).code, (ROOT / "config.yml").read_text(encoding="utf-8")]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def run_apart(order: Order) -> Figures:
    """Run in a fresh process: its memory is given back, and no run warms up another."""
    fresh = get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=fresh, initializer=quiet.settle) as pool:
        return pool.submit(run, order).result()
