"""How people make lists and put things on them, and say that something has run out; rows as in `notings`."""

from taskchat.assistant.english.notings import CALLED, MINE, ONTO, PUT, THING, THINGS, A
from taskchat.assistant.row_kinds import new_list, note
from taskchat.assistant.rows import Row

GENERAL = "to_do|to-do|todo|task"
START = "create|make|start|add|begin|new|set_up|setup|build|need|i_need|i_want|i'd_like|i_would_like|give_me|make_me"
START += "|write|we_need"
ONE = "a|an|another|me_a|me_an|one|my|us_a"
FRESH = "new|separate|blank|empty|brand_new"
NAMED = "called|named|titled|labelled|labeled|for|of|about|with_the_name|by_the_name|by_the_name_of"
WITH = "with|containing|including|that_has|consisting_of|and_add|and_put"
PUTS = f"{PUT}|need|i_need|i_want|we_need|buy"
ITEM = f"{PUTS}|create|make|new {A}? new? {THING}"
LISTS = "list|tasks|to-dos|todos|lists"
NEW_LISTS: tuple[Row, ...] = (
    note(f"update|change|edit {MINE}? {{named}} list to include|have {{line}}", list="{named}", several="maybe"),
    note(
        f"{START} {ONE}? {FRESH}? {GENERAL}? list {NAMED} {MINE}? {{named}} {WITH} {{line}}",
        list="{named}",
        several=True,
    ),
    note(f"{START} {ONE}? {FRESH}? list {NAMED} {{name}}: {{line}}", list="{name}", several=True),
    note(f"{START} {ONE}? {FRESH}? {{named}} list {WITH}|of {{line}}", list="{named}", several=True),
    note(f"{START} {ONE}? {FRESH}? {{named}} list: {{line}}", list="{named}", several=True),
    new_list(f"{START} {ONE}? {FRESH}? list {NAMED}? {{name}}"),
    new_list(f"{START} {ONE}? {FRESH}? list: {{name}}"),
    Row(f"{START} {ONE}? {FRESH}? {{named}} list", "create_list", name="{named}"),
    new_list("new list: {name}"),
    new_list(f"open a|another {FRESH}? list {NAMED} {{name}}"),
    Row(f"{START} {ONE}? {FRESH}? list", "create_list", name=""),
    Row(f"{START} {ONE}? {FRESH}? to-do|todo|to_do|task|tasks list", "create_list", name="to do"),
)
"""An empty list, or one that its first items make; with a date it is rather something to do."""
RUN_OUT: tuple[Row, ...] = (
    note("we're|we_are|i'm|i_am|im all|almost|nearly|completely|running|getting? out of {line}", several="maybe"),
    note("we're|we_are|i'm|i_am|im almost|nearly|running|getting? low on {line}", several="maybe"),
    note("i|we|i've|we've have? run|ran|running out of {line}", several="maybe"),
    note("i|we are? out of {line}", several="maybe"),
    Row("{kept} is|are almost|nearly|all? empty|running_low|running_out|used_up|all_gone", "note", line="{kept}"),
)

ON_LISTS: tuple[Row, ...] = (
    note(f"{PUT} {{line}} to|on|onto|in it|there|that_list|this_list", several="maybe"),
    note(
        f"{PUT}|new this|these|the_following {ONTO} {MINE}? {{named}} {LISTS}: {{line}}",
        list="{named}",
        several="maybe",
    ),
    note(f"{ITEM} {CALLED}? {{line}} {ONTO} {MINE}|a? list called|named|of? {{named}}", list="{named}"),
    note(f"{ITEM} {CALLED}? {{line}} {ONTO} {MINE}|a? {{named}} {LISTS}", list="{named}"),
    note(
        f"{PUTS} down? {{line}} {ONTO}|for {MINE}|a? list called|named|of? {{named}}", list="{named}", several="maybe"
    ),
    note(f"{PUTS} {ONTO} {MINE}|a? {{named}} {LISTS}: {{line}}", list="{named}", several="maybe"),
    note(f"{ITEM} {ONTO}|for {MINE}|a? {{named}} {LISTS}: {{line}}", list="{named}"),
    note(f"{ITEM} {ONTO}|for {MINE}|a? {{named}} {LISTS} to|called|named|for|that? {{line}}", list="{named}"),
    note(f"{PUTS} {{line}} as a|an? new? {THING} {ONTO} {MINE}|a? {{named}} {LISTS}", list="{named}"),
    note(f"{PUTS} down? {{line}} added|put? {ONTO}|for {MINE}|a? {{named}} {LISTS}", list="{named}", several="maybe"),
    note(f"{PUTS} {{line}} {ONTO} {MINE}? {{place}}", list="{place}", several="maybe"),
    note(f"{PUTS} {ONTO} {MINE}|a? {{named}} list that|to? {{line}}", list="{named}", several="maybe"),
    note(f"{MINE}? {{named}} list needs|should_have|should_include {{line}}", list="{named}", several="maybe"),
    note(f"{ONTO} {MINE}|a? {{named}} list {PUT} {{line}}", list="{named}", several="maybe"),
    note(f"{MINE}? {{named}} list {PUT} {{line}}", list="{named}", several="maybe"),
    note(f"{MINE}? {{named}} list: {{line}}", list="{named}", several=True),
    note("{place}: {line}", list="{place}", several=True),
    note(f"{PUTS} {THINGS} {ONTO} {MINE} {{named}} list: {{line}}", list="{named}", several=True),
    note(f"{{line}} to|onto {MINE}? groceries|grocery_list|groceries_list", list="groceries", several="maybe"),
    note(f"{{line}} to|onto {MINE} shopping_list", list="shopping", several="maybe"),
)
