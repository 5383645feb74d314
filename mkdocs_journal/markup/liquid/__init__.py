"""The part of Liquid whose values are known without running anything."""
