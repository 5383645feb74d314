"""Moving in: what other programs were configured to do, as options; their sources as sources; proof that nothing was lost."""
