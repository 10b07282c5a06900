"""The only home of SQL: values in, rows kept; rows out, values again."""
