"""Tests of the pure core, on an invented scheme with round numbers."""
