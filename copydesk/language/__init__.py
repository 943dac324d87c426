"""What every step reads a text with: its sentences, words, phrases and numbers."""
