"""The daily tidying: what lies in the trash for 30 days goes for good, everywhere (T-10)."""

from datetime import datetime

from taskchat.live import Change, What, live
from taskchat.storage import disk, purging
from taskchat.storage.database import tidy_file, writing


def purge(*, now: datetime) -> int:
    """How many tasks went."""
    with writing() as session:
        purged = purging.purge_tasks(session, now=now)
        purging.purge_the_rest(session, now=now)
        files = (*purging.purge_guests(session, now=now), *purging.purge_files(session, now=now))
        disk.drop(files)  # before the commit: a crash in between leaves rows to come back to, never bytes alone
    tidy_file()
    for theirs in purged:
        live().publish(theirs.user_id, Change(What.TASKS, theirs.task_ids))
    return sum(len(theirs.task_ids) for theirs in purged)
