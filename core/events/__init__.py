"""Dated sentences → events: who did what to whom, where and when."""

from core.events.extract import find_events

__all__ = ["find_events"]
