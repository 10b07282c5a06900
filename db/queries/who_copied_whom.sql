/* Passages that two texts share, longest first, boilerplate and quotations left out */
SELECT a_path, b_path, kind, direction, direction_reason, similarity, a_end - a_start AS characters, a_text, key
FROM reused_passages
WHERE kind NOT IN ('boilerplate', 'quotation')
ORDER BY characters DESC, a_path, a_start, b_path, b_start;
