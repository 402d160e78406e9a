"""What can be corrected of an event, line by line, and what may be written there."""
