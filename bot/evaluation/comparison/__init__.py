"""What the intent classifier is worth beside others, and each rule of its features."""
