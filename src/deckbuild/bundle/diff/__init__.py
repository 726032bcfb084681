"""Two decks in, what differs between them out: slides added, removed, moved and changed, word by word."""
