"""Pictures for people: from the figures of a deliberation to a drawing, and a drawing as SVG."""
