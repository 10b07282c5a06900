/* Numbers told of something (-p name "killed"): the figure, its unit, how exact, and where it stands */
SELECT subject, value, number, unit, hedge, voice, speaker, path, start, "end", quote
FROM claims
WHERE kind = 'quantity' AND instr(lower(subject || ' ' || predicate || ' ' || quote), lower(:name)) > 0
ORDER BY unit, number, path, start;
