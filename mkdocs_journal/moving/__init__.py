"""Moving in: options and sources made from those of other programs, and proof that nothing was lost."""
