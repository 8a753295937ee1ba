"""The names of all slots that actions read or set."""

LANGUAGE = "language"
BUDGET = "budget"
REQUESTED = "requested_slot"
PROFILE = ("incorporated", "new_line", "in_hong_kong", "smart_share", "technologies", "months")
