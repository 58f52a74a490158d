"""The one module that knows pyarrow: who reads or writes Parquet asks for it here."""

from typing import Any

from nkdocs.errors import MissingExtra

__all__ = ["arrow_libraries"]


def arrow_libraries(purpose: str) -> tuple[Any, Any]:
    """``pyarrow`` and ``pyarrow.parquet``, imported at first use.

    >>> arrow, parquet = arrow_libraries("reading Parquet files")
    >>> arrow.__name__
    'pyarrow'

    Args:
        purpose: what needs them, for the message.

    Raises:
        MissingExtra: if pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtra("parquet", purpose) from error
    return pa, parquet
