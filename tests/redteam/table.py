"""All rows of the red team, by what they try."""

from tests.redteam import rows_disguised, rows_floods, rows_reaching, rows_said, rows_stored

FAMILIES = (
    *rows_said.FAMILIES,
    *rows_stored.FAMILIES,
    *rows_disguised.FAMILIES,
    *rows_reaching.FAMILIES,
    *rows_floods.FAMILIES,
)
ROWS = tuple(row for family in FAMILIES for row in family.rows)
