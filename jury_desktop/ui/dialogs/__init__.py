"""Questions that need more room than the bar of notices: each opens without blocking and tells by signal."""
