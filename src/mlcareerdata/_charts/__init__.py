"""How facts are drawn: `charts` says what stands in a chart, these modules what it looks like."""
