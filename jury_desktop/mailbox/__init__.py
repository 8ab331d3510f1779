"""Every mail format behind one reader; hostile input lives and dies here."""
