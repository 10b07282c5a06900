/* What is said to have happened when, in the order of the events */
SELECT valid_from, valid_to, subject, predicate, value, path, start, "end", quote
FROM claims
WHERE kind = 'event_date' AND valid_from IS NOT NULL
ORDER BY valid_from, valid_to, subject, path, start;
