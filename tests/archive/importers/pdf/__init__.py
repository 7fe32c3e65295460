"""Tests of the importer of PDFs."""
