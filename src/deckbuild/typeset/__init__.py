"""Slide + Template + metrics → Scene: boxes, lines and what does not fit."""
