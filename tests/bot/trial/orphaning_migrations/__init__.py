"""The trial schema, and a third step that leaves rows pointing at nothing."""
