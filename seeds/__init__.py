"""The article that the program opens when it is given none."""
