/* Dates that disagree within one source: statements of one kind whose intervals in UTC do not meet */
SELECT a.path, a.name, a.value AS one, a.basis AS one_basis, coalesce(a.field, a.start) AS one_place,
  b.value AS other, b.basis AS other_basis, coalesce(b.field, b.start) AS other_place
FROM source_metadata AS a JOIN source_metadata AS b ON b.source = a.source AND b.name = a.name
WHERE a.latest < b.earliest
ORDER BY a.path, a.name, a.earliest, b.earliest, one_place, other_place;
