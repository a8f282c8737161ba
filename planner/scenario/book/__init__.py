"""A scenario as a workbook: written to be filled by people, read with the cell of every value.

====================  ================================================================
``leaves``            the values of the scenario's model, one by one
``tables``            the tables they make; ``arrangement`` says where these stand
``headings``          the columns of a table; ``wording`` what they are called, ``words`` holds the words
``cell_values``       a value as a cell, and a cell as a value; ``value_text``, ``list_text`` as text
``book_rows``         a scenario as rows of tables
``draw``              tables on a sheet; ``drop_downs``, ``notes`` and ``look`` belong to them
``write_book``        the workbook; ``pages_for_people`` explain it, ``book_bytes`` are the file
``package``           a workbook file before anything is read; ``scan`` looks through its sheets
``grid``              its cells; ``found_tables`` finds the tables in them
``read_book``         the scenario; ``read_settings``, ``read_rows`` and ``read_more`` read its tables
``places``            where each value stands; ``said_of_cells`` and ``marked_copy`` tell mistakes
====================  ================================================================
"""
