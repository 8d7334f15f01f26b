"""The outside world becomes changes: data sets and files are read, checked and loaded."""
