"""Passages of provenance.find_reuse in the tier that the command line names third."""

import sys

from exchange import read_documents, write_detections

import provenance

found = provenance.find_reuse(read_documents(), tier=sys.argv[3])
write_detections((x.a.source_id, x.a.start, x.a.end, x.b.source_id, x.b.start, x.b.end) for x in found)
