"""What a page for browsers says: from the file itself, from the document it was made of."""
