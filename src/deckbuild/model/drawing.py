"""Outlines of drawn shapes: the part of SVG path data that PowerPoint's custom geometry has too."""

from __future__ import annotations

Command = tuple[str, tuple[float, ...]]
"""`M x y`, `L x y`, `C x1 y1 x2 y2 x y` or `Z`, absolute, as letter and numbers on a square of 100 × 100."""
