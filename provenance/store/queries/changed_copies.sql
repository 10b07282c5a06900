/* Copied passages in which a number, a date, a name, a negation or a condition was changed */
SELECT c.kind, c.a_text, c.b_text, r.direction, r.a_path, c.a_start, r.b_path, c.b_start, r.key
FROM reused_passages AS r JOIN change AS c ON c.alignment = r.key
WHERE r.kind <> 'boilerplate'
  AND c.kind IN ('number', 'date', 'negation', 'modality', 'condition', 'attribution', 'role', 'name')
ORDER BY c.kind, r.a_path, c.a_start, r.b_path, c.b_start;
