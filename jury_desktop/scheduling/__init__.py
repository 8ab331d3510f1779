"""Planning the pitches: problem → model → solve → plan, with a separate verifier and explanations."""
