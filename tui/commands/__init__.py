"""The commands, one module each: arguments in, exit status out; none is loaded before it is asked for."""
