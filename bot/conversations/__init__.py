"""What was said: every message of every channel, stored before it is answered."""
