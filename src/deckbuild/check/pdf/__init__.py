"""What a tagged PDF says when it is read aloud: from the file, from its pages, and compared."""
