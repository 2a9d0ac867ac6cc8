"""Class lists in, reports out: workbooks and delimited text."""
