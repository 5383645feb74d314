"""Evaluates Liquid whose values are known without running code."""
