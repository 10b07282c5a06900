/* What to check first: every finding with its sides, most severe first */
SELECT severity, kind, title, side, value, independent_min, independent_max, path, start, "end", quote, key
FROM conflicts
ORDER BY severity_rank, kind, title, key, side, path, start;
