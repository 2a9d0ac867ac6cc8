"""What a person does: one family of use cases a module, and the send engine."""
