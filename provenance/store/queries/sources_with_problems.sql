/* What was noticed while files were read, by code: how many sources, and one of them */
SELECT code, state, count(DISTINCT source) AS sources, min(path) AS for_example, min(text) AS what
FROM source_problems
GROUP BY code, state
ORDER BY sources DESC, code, state;
