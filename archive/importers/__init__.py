"""Importers: files of other formats read as documents, with an account of what was done.

`import_file` chooses the importer by content and never writes anything.
"""

from archive.importers.identifiers import propose_id
from archive.importers.protocol import Importer, ImportOverrides, ImportResult, Source
from archive.importers.registry import IMPORTERS, choose_importer, import_file
from archive.importers.report import (
    AuthorDate,
    Counts,
    Evidence,
    ImportReport,
    Omission,
    Remark,
    report_yaml,
)
from archive.importers.reuse import reuse_ids

__all__ = [
    "IMPORTERS",
    "AuthorDate",
    "Counts",
    "Evidence",
    "ImportOverrides",
    "ImportReport",
    "ImportResult",
    "Importer",
    "Omission",
    "Remark",
    "Source",
    "choose_importer",
    "import_file",
    "propose_id",
    "report_yaml",
    "reuse_ids",
]
