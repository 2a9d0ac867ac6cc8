"""Ask where a file is to be written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate


def ask_path(
    parent: QWidget, title: str, name: str, suffixes: Sequence[str], write: Callable[[Path], None]
) -> QFileDialog:
    """Open the dialog; `write` gets the path, with one of `suffixes` (the first one when none is typed)."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, title, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([f"{file_kind(suffix)} (*{suffix})" for suffix in suffixes])
    dialog.selectFile(name + suffixes[0])
    dialog.setDefaultSuffix(suffixes[0])
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_suffix(chosen)))
    dialog.fileSelected.connect(lambda path: write(_ended(Path(path), suffixes)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def file_kind(suffix: str) -> str:
    """What a file of this ending is, in words."""
    return {
        ".xlsx": translate("files", "Excel workbook"),
        ".csv": translate("files", "CSV table"),
        ".txt": translate("files", "Plain text"),
        ".vcf": translate("files", "Contact cards"),
        ".pdf": translate("files", "PDF to print"),
        ".toml": translate("files", "Templates"),
        ".json": translate("files", "Templates for other programs"),
        ".sqlite3": translate("files", "Copy of SMS desk's data"),
    }[suffix]


def _suffix(name_filter: str) -> str:
    return name_filter.rpartition("*")[2].rstrip(")")


def _ended(path: Path, suffixes: Sequence[str]) -> Path:
    return path if path.suffix.lower() in suffixes else path.with_name(path.name + suffixes[0])
