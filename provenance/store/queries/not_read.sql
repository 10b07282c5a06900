/* Files and members that were not read, with the reason */
SELECT path, state, problem, key FROM sources WHERE state IN ('refused', 'skipped') ORDER BY state, path, key;
