/* How many sources each side of a finding really has: texts, and the range of independent ones */
SELECT severity, kind, title, side, value, count(DISTINCT source) AS texts, independent_min, independent_max, key
FROM conflicts
GROUP BY key, side
ORDER BY severity_rank, kind, title, key, side;
