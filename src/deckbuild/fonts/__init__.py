"""Font files and what is measured with them."""
