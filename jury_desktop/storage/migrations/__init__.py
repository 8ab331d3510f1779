"""The history of the tables; see ``storage.migrate``."""
