-- The public views: their names and columns are a promise.
CREATE VIEW sources AS
SELECT
  s.key, s.path,
  (SELECT value FROM metadatum WHERE source = s.key AND name = 'url' ORDER BY position LIMIT 1) AS url,
  (SELECT value FROM metadatum WHERE source = s.key AND name = 'canonical_url' ORDER BY position LIMIT 1)
    AS canonical_url,
  (SELECT value FROM metadatum WHERE source = s.key AND name = 'title' ORDER BY position LIMIT 1) AS title,
  (SELECT value FROM metadatum WHERE source = s.key AND name = 'author' ORDER BY position LIMIT 1) AS author,
  (SELECT value FROM metadatum WHERE source = s.key AND name = 'publisher' ORDER BY position LIMIT 1)
    AS publisher,
  published.value AS published,
  coalesce(published.basis, 'unknown') AS published_basis,
  published.earliest AS published_earliest,
  published.latest AS published_latest,
  (SELECT value FROM metadatum WHERE source = s.key AND name = 'modified' ORDER BY position LIMIT 1) AS modified,
  (SELECT value FROM metadatum WHERE source = s.key AND name = 'captured_at' ORDER BY position LIMIT 1)
    AS captured_at,
  coalesce(
    (SELECT min(page) FROM page_version WHERE later = s.key AND page <> s.key),
    (SELECT min(page) FROM page_version WHERE earlier = s.key AND page <> s.key),
    (SELECT value FROM metadatum WHERE source = s.key AND name = 'version_of' ORDER BY position LIMIT 1)
  ) AS version_of,
  s.media_type, s.language, content.characters, content.sha256,
  CASE WHEN s.state = 'read' AND site.source IS NOT NULL THEN 'warned' ELSE s.state END AS state,
  CASE WHEN site.source IS NULL THEN s.problem
    ELSE coalesce(s.problem || '; ', '') || site.code || ': ' || site.text END AS problem
FROM source AS s
LEFT JOIN site_notice AS site ON site.source = s.key
LEFT JOIN content ON content.key = s.content
LEFT JOIN metadatum AS published ON published.source = s.key AND published.name = 'published'
  AND published.position =
    (SELECT min(position) FROM metadatum WHERE source = s.key AND name = 'published');

CREATE VIEW source_problems AS
SELECT
  n.source, source.path,
  CASE WHEN source.state = 'read' THEN 'warned' ELSE source.state END AS state,
  n.code, n.text
FROM (SELECT source, code, text FROM notice UNION ALL SELECT source, code, text FROM site_notice) AS n
JOIN source ON source.key = n.source;

CREATE VIEW source_metadata AS
SELECT
  m.source, source.path, m.name, m.value, m.basis, m.field, span.start, span."end", span.quote,
  m.earliest, m.latest, m.zone
FROM metadatum AS m JOIN source ON source.key = m.source LEFT JOIN span ON span.id = m.span;

CREATE VIEW furniture AS
SELECT span.source, source.path, f.kind, span.start, span."end", span.quote AS text, f.reason
FROM furniture_span AS f JOIN span ON span.id = f.span JOIN source ON source.key = span.source;

CREATE VIEW coverage AS
WITH stages (stage, position) AS (
  VALUES ('ingest', 1), ('fingerprint', 2), ('reuse', 3), ('names', 4), ('claims', 5), ('conflicts', 6)
)
SELECT language, stage, done, not_done, reason FROM (
  SELECT c.language, c.stage, c.done, c.not_done, c.reason, stages.position
  FROM stage_coverage AS c JOIN stages ON stages.stage = c.stage
  UNION ALL
  SELECT coalesce(source.language, 'unknown'), stages.stage, 0, count(*), 'this stage has not run yet',
    stages.position
  FROM stages JOIN source
  WHERE NOT EXISTS (SELECT 1 FROM stage_coverage WHERE stage_coverage.stage = stages.stage)
  GROUP BY 1, 2
)
ORDER BY position, language;

CREATE VIEW near_duplicates AS
SELECT n.key, n.a, a.path AS a_path, n.b, b.path AS b_path, n.resemblance, n.containment, n.cluster
FROM near_duplicate AS n JOIN source AS a ON a.key = n.a JOIN source AS b ON b.key = n.b;

CREATE VIEW contained_texts AS
SELECT c.key, c.a, a.path AS a_path, c.b, b.path AS b_path, c.containment, c.resemblance
FROM contained_text AS c JOIN source AS a ON a.key = c.a JOIN source AS b ON b.key = c.b;

CREATE VIEW duplicate_texts AS
SELECT member.cluster, s.key AS source, s.path, s.published, s.published_earliest, s.published_latest,
  s.sha256, f.folded_sha256, s.version_of
FROM (
  SELECT cluster, a AS source FROM near_duplicate UNION SELECT cluster, b FROM near_duplicate
) AS member
JOIN sources AS s ON s.key = member.source JOIN fingerprint AS f ON f.source = member.source;

CREATE VIEW source_groups AS
SELECT g.source, s.path, g.dependence_group, g.counts, g.reason
FROM source_group AS g JOIN source AS s ON s.key = g.source;

CREATE VIEW lineage AS
SELECT family, parent, child, confidence, reason FROM lineage_link;

CREATE VIEW standing_decisions AS
SELECT d.key, d.action, d.value, d.evidence_digest,
  CASE d.action WHEN 'accept' THEN 'accepted' WHEN 'reject' THEN 'rejected' WHEN 'resolve' THEN 'resolved'
    WHEN 'unsure' THEN 'unsure' ELSE d.action END AS review
FROM decision AS d
WHERE d.id = (
  SELECT max(e.id) FROM decision AS e
  WHERE e.key = d.key AND e.action <> 'undo'
    AND NOT EXISTS (SELECT 1 FROM decision AS u WHERE u.undoes = e.id)
);

CREATE VIEW reused_passages AS
SELECT
  r.key, r.kind, r.grade AS similarity, r.direction, r.direction_reason,
  a.source AS a, a_source.path AS a_path, a.start AS a_start, a."end" AS a_end, a.quote AS a_text,
  b.source AS b, b_source.path AS b_path, b.start AS b_start, b."end" AS b_end, b.quote AS b_text,
  coalesce((SELECT changes FROM judged_changes WHERE alignment = r.key), r.changes) AS changes,
  coalesce((SELECT review FROM standing_decisions WHERE standing_decisions.key = r.key), 'open') AS review,
  r.direction_confidence, r.evidence, r.upstream
FROM alignment AS r
JOIN span AS a ON a.id = r.a_span JOIN source AS a_source ON a_source.key = a.source
JOIN span AS b ON b.id = r.b_span JOIN source AS b_source ON b_source.key = b.source;

CREATE VIEW mentions AS
SELECT
  variant.entity, coalesce(entity.name, span.quote) AS name, mention.kind,
  span.source, source.path, span.start, span."end", span.quote AS text
FROM mention
JOIN span ON span.id = mention.span JOIN source ON source.key = span.source
LEFT JOIN variant ON variant.key = mention.variant LEFT JOIN entity ON entity.key = variant.entity;

CREATE VIEW name_variants AS
SELECT
  v.key, v.entity, entity.name, v.kind, v.text AS variant,
  (SELECT count(*) FROM mention WHERE mention.variant = v.key) AS mentions,
  (SELECT count(DISTINCT span.source) FROM mention JOIN span ON span.id = mention.span
    WHERE mention.variant = v.key) AS sources,
  v.score, v.reason,
  coalesce((SELECT review FROM standing_decisions WHERE standing_decisions.key = v.key), 'open') AS review
FROM variant AS v JOIN entity ON entity.key = v.entity;

CREATE VIEW name_pairs AS
SELECT
  p.key, p.a, p.b, p.kind, p.score, p.verdict, p.reason,
  coalesce((SELECT review FROM standing_decisions WHERE standing_decisions.key = p.key), 'open') AS review
FROM name_pair AS p;

CREATE VIEW name_sources AS
SELECT
  entity.key AS entity, entity.name, entity.kind, v.key AS variant_key, v.text AS variant,
  span.source, s.path, s.publisher, s.published, count(*) AS mentions,
  min(span.start) AS first_start
FROM variant AS v JOIN entity ON entity.key = v.entity
JOIN mention ON mention.variant = v.key JOIN span ON span.id = mention.span
JOIN sources AS s ON s.key = span.source
GROUP BY v.key, span.source;

CREATE VIEW name_links AS
SELECT
  l.key, l.entity, coalesce(entity.name, l.a) AS name, l.a, l.b, l.kind, l.basis, l.score, l.reason,
  l.is_joined AS joined, span.source, source.path, span.start, span."end", span.quote
FROM name_link AS l LEFT JOIN entity ON entity.key = l.entity
LEFT JOIN name_link_place AS p ON p.link = l.key LEFT JOIN span ON span.id = p.span
LEFT JOIN source ON source.key = span.source;

CREATE VIEW name_descriptions AS
SELECT
  d.entity, entity.name, entity.kind, span.source, source.path, span.start, span."end", span.quote AS text,
  named.start AS antecedent_start, named."end" AS antecedent_end, named.quote AS antecedent
FROM name_description AS d
JOIN entity ON entity.key = d.entity JOIN span ON span.id = d.span
JOIN span AS named ON named.id = d.antecedent JOIN source ON source.key = span.source;

CREATE VIEW name_rules AS
SELECT r.position, r.place, r.relation, r.a, r.b, r.kind, r.note, r.effect,
  (SELECT group_concat(evidence, '; ') FROM (
    SELECT evidence FROM name_contradiction WHERE name_contradiction.place = r.place
      OR instr(name_contradiction.rule, '(' || r.place || ')') > 0
    GROUP BY evidence ORDER BY min(position)
  )) AS contradiction
FROM name_rule AS r;

CREATE VIEW name_contradictions AS
SELECT c.position, c.rule, c.evidence, c.place FROM name_contradiction AS c;

CREATE VIEW inconsistent_names AS
SELECT
  entity, name, kind, source, path, variant_key, spelling, count(*) AS mentions,
  '[' || group_concat('[' || start || ', ' || "end" || ']', ', ') || ']' AS places
FROM (
  SELECT entity.key AS entity, entity.name, entity.kind, spelling.source, source.path,
    v.key AS variant_key, v.text AS spelling, span.start, span."end"
  FROM name_spelling AS spelling
  JOIN variant AS v ON v.key = spelling.variant JOIN entity ON entity.key = v.entity
  JOIN source ON source.key = spelling.source
  JOIN mention ON mention.variant = v.key
  JOIN span ON span.id = mention.span AND span.source = spelling.source
  ORDER BY spelling.source, v.key, span.start
)
GROUP BY source, variant_key;

CREATE VIEW decisions AS
SELECT
  d.id, d.at, d.action, d.key, d.value, d.reason, d.reviewer,
  (SELECT u.id FROM decision AS u WHERE u.undoes = d.id) AS undone_by
FROM decision AS d;

CREATE VIEW claims AS
SELECT
  c.key, c.kind, c.subject, c.predicate, c.value, c.number, c.unit, c.valid_from, c.valid_to,
  c.speaker, c.voice, c.hedge, c.source, source.path, span.start, span."end",
  coalesce(span.quote, c.quote) AS quote, c.field, c.scope, c.wording, c.polarity, c.modality, c.condition,
  c.valid_basis, c.addressee, c.occasion
FROM claim AS c JOIN source ON source.key = c.source LEFT JOIN span ON span.id = c.span;

CREATE VIEW conflicts AS
SELECT
  k.key, k.kind, k.severity,
  CASE k.severity WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END AS severity_rank,
  k.scope, k.title, k.why, e.side, s.value, e.source, source.path, span.start, span."end",
  coalesce(span.quote, e.quote) AS quote, s.independent_min, s.independent_max,
  k.class, k.consequence, k.certainty,
  CASE
    WHEN d.key IS NULL THEN 'open'
    WHEN d.evidence_digest IS NOT NULL AND d.evidence_digest <> k.evidence_digest THEN 'stale'
    ELSE d.review
  END AS review,
  e.field
FROM conflict AS k
JOIN conflict_side AS s ON s.conflict = k.key
JOIN conflict_evidence AS e ON e.conflict = s.conflict AND e.side = s.side
JOIN source ON source.key = e.source
LEFT JOIN span ON span.id = e.span
LEFT JOIN standing_decisions AS d ON d.key = k.key;

CREATE VIEW open_conflicts AS
SELECT * FROM conflicts WHERE review IN ('open', 'unsure', 'stale');

CREATE VIEW timelines AS
SELECT
  t.key, t.subject, t.predicate, t.unit, p.at, p.basis, p.value, p.number, p.is_stale,
  p.source, source.path, span.start, span."end", span.quote
FROM timeline AS t
JOIN timeline_point AS p ON p.timeline = t.key
JOIN source ON source.key = p.source
JOIN span ON span.id = p.span;

CREATE VIEW quotations AS
SELECT
  q.key, q.speaker, q.words, u.variant, u.speaker AS said_by, u.differs, u.addressee, u.occasion,
  u.source, source.path, span.start, span."end", span.quote, u.claim
FROM quotation AS q
JOIN quotation_use AS u ON u.quotation = q.key
JOIN source ON source.key = u.source
JOIN span ON span.id = u.span;

CREATE VIEW side_sources AS
SELECT
  x.conflict, x.side, s.value, s.independent_min, s.independent_max, x.source, source.path, x.counts, x.reason,
  x.other, other.path AS other_path
FROM side_support AS x
JOIN conflict_side AS s ON s.conflict = x.conflict AND s.side = x.side
JOIN source ON source.key = x.source
LEFT JOIN source AS other ON other.key = x.other;

CREATE VIEW side_weights AS
SELECT
  w.conflict, w.side, s.value, w.total, w.share, x.source, source.path, x.accuracy, x.independence, x.vote
FROM side_weight AS w
JOIN conflict_side AS s ON s.conflict = w.conflict AND s.side = w.side
JOIN weighed_source AS x ON x.conflict = w.conflict AND x.side = w.side
JOIN source ON source.key = x.source;

CREATE VIEW plugin_notes AS
SELECT stage, position, plugin, event, key, about, reason FROM plugin_note;
