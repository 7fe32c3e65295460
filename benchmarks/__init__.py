"""Benchmarks: made-up collections of any size, our engines, and bare ones beside them."""
