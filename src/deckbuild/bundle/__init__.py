"""Release bundles and what differs between two of them: values and bytes in, findings and texts out."""
