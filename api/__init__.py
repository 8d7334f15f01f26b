"""All the doors: HTTP, the pages and the command line. A door holds no logic."""
