"""Tests; see the package they mirror."""
