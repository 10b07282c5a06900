/* What came of plugins: what failed, what was refused, which findings were dropped or judged otherwise, and why */
SELECT stage, plugin, event, about, reason, key FROM plugin_notes ORDER BY stage, position;
