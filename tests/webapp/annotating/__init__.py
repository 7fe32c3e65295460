"""Tests of what editors fill in and see."""
