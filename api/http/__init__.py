"""HTTP and JSON, as section 8 of the design has it."""
