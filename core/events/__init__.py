"""Who did what to whom, where and when: events of an article."""
