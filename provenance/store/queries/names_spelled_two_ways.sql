/* One name, one source, more than one spelling */
SELECT path, name, count(DISTINCT text) AS spellings, group_concat(DISTINCT text) AS texts
FROM (SELECT * FROM mentions ORDER BY path, start)
WHERE entity IS NOT NULL
GROUP BY source, entity
HAVING count(DISTINCT text) > 1
ORDER BY path, name;
