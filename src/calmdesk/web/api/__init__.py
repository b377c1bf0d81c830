"""The same over HTTP, for programs and for the pages: JSON in the wire form, OpenAPI at `/api/openapi.json`."""
