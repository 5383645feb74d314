"""Days as nearly everyone writes them are read as any date is."""

from __future__ import annotations

from datetime import UTC, date, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from mkdocs_journal.posts.any_dates import read_any_date
from mkdocs_journal.posts.dates import read_date
from mkdocs_journal.posts.read_dates import UnreadableDate

ZONES = (UTC, timezone(timedelta(hours=-3.5)), ZoneInfo("Europe/Berlin"))
TEXTS = (
    *(
        f"{year:04}-{month:02}-{day:02}"
        for year in (999, 1000, 1900, 2024, 2100)
        for month in range(14)
        for day in range(33)
    ),
    *(
        "٢٠٢٤-01-02",
        "2024-01-02 ",
        " 2024-01-02",
        "2024-01-02\n",
        "2024-1-02",
        "20240102",
        "2024-W01-2",
        "2024-01-02T",
        "x",
    ),
)


def said(read: object, text: str, **given: object) -> object:
    try:
        return read(text, **given)  # type: ignore[operator]
    except UnreadableDate as error:
        return str(error)


@pytest.mark.parametrize("compat", [False, True])
@pytest.mark.parametrize("zone", ZONES, ids=str)
@pytest.mark.parametrize("named", [None, date(2024, 2, 1)])
def test_a_usual_day(zone: object, named: date | None, *, compat: bool) -> None:
    given = {"quoted": False, "zone": zone, "compat": compat, "named": named}

    for text in TEXTS:
        assert said(read_date, text, **given) == said(read_any_date, " ".join(text.split()), **given)
