"""What a user can do, one file per verb: each opens a unit of work, calls rules and records the journal."""
