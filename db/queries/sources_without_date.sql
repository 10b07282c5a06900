/* Sources whose day of publication is not known, or only concluded */
SELECT path, title, publisher, published, published_basis, state, key
FROM sources
WHERE published IS NULL OR published_basis IN ('inferred', 'unknown')
ORDER BY path, key;
