"""Cards (docs/website-api.md) as pictures, for messengers."""
