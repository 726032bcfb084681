"""The entries of the catalogue, by the first digit of the code."""
