"""The pure core of the adviser: money, grants, budgets, conditions, eligibility, services.

It knows nothing of wording, storage, time or the conversation around it; results carry
ids, codes and amounts.
"""
