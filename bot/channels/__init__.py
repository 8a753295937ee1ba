"""How messages come in and answers go out, one module for each channel on shared parts."""
