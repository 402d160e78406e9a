"""The terminal explorer: screens, widgets and the command line; holds no date logic."""
