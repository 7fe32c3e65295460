"""Tests that drive a real Chromium; without one they are skipped, and fail in CI."""
