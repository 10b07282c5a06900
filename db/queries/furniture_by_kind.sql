/* Page furniture by kind: how many blocks, in how many sources, and their share of all text */
SELECT kind, count(*) AS blocks, count(DISTINCT source) AS sources, sum("end" - start) AS characters,
  round(100.0 * sum("end" - start) / (SELECT sum(characters) FROM sources), 1) AS percent
FROM furniture
GROUP BY kind
ORDER BY characters DESC, kind;
