"""Makes the sample mailbox of Lier 2023: the forms, the messages around them, and what import must find."""
