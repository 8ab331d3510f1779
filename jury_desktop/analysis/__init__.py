"""What can be said about scores beside the official one: arithmetic on whole panels, with numpy."""
