"""Sizes in pixels and colours of the pictures."""

MARGIN = 56
TITLE, HEADLINE, BODY, SMALL, SMALLEST = 46, 46, 30, 26, 23
LEADING = 1.42
"""The height of a line, in sizes of its text."""

PAPER, INK, MUTED, RULE = "#ffffff", "#1d2733", "#5d6b79", "#dfe5ea"
BRAND, ON_BRAND, ON_BRAND_MUTED = "#0b4a5e", "#ffffff", "#c5dde5"
TINT, STRONG = "#e6f3f1", "#0a6c61"
NOTICE, NOTICE_EDGE = "#f4f6f8", "#d9a441"
STATES = {"full": "#0e8a7d", "part": "#c98a1b", "none": "#9aa6b1"}
ROLES = {"government": "#0e8a7d", "own": "#3a7bbf", "excluded": "#b4bec8"}
ON_ROLES = {"government": "#ffffff", "own": "#ffffff", "excluded": "#1d2733"}

PAIRS: tuple[tuple[str, str], ...] = (
    (INK, PAPER),
    (MUTED, PAPER),
    (RULE, PAPER),
    (INK, NOTICE),
    (NOTICE, PAPER),
    (NOTICE_EDGE, NOTICE),
    (NOTICE_EDGE, PAPER),
    (STRONG, TINT),
    (TINT, PAPER),
    (BRAND, PAPER),
    (ON_BRAND_MUTED, BRAND),
    *((colour, PAPER) for colour in (*STATES.values(), *ROLES.values())),
    *((ON_ROLES[role], colour) for role, colour in ROLES.items()),
)
"""Which colour meets which: their edges have the shades between."""
