"""Scenes → files: one room for each format."""
