"""Problems of sources and outputs, reported to the author."""
