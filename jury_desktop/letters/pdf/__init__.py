"""Tagged, archivable PDF on top of ReportLab: structure, canvas, boxes, pages. Knows nothing of letters."""
