"""Many conversations at once: a backtest over an export, and what its marks say of each sign."""

from calmdesk.archive.backtest import Backtest, run_backtest
from calmdesk.archive.interval import Rate, rate
from calmdesk.archive.marks import Mark, Report, load_report, make_way_for_report, precision, save_report
from calmdesk.archive.samples import Sample

__all__ = [
    "Backtest",
    "Mark",
    "Rate",
    "Report",
    "Sample",
    "load_report",
    "make_way_for_report",
    "precision",
    "rate",
    "run_backtest",
    "save_report",
]
