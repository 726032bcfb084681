"""Brand tokens → Template: theme, master and layouts as values."""
