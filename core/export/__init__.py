"""What is found, in the formats that other programs read; one module a format."""
