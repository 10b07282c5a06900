/* Who says what about a subject (-p name "Badr"): claims whose subject or value holds the words */
SELECT subject, predicate, value, voice, speaker, hedge, path, start, "end", quote
FROM claims
WHERE instr(lower(subject), lower(:name)) > 0 OR instr(lower(value), lower(:name)) > 0
ORDER BY subject, predicate, value, path, start;
