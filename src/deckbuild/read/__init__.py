"""Files of a project in, model values out: YAML, Markdown, CSV, pictures, drawings, checked for form."""
