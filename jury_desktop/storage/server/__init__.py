"""A dossier on a PostgreSQL server: who may connect, and what the server itself lets each of them see and
do."""
