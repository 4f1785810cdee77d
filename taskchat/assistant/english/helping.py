"""How people ask for help with many tasks: plan my day, break it down, sum it up, what is there twice or missing."""

from taskchat.assistant.english.questions import SHOW
from taskchat.assistant.row_kinds import plan, split, suggest, sum_up, tidy
from taskchat.assistant.rows import Row

TWICE = "duplicates|duplicated|duplicate_tasks|double|doubles|doubled|twice|repeated|redundant|double_tasks"
TWICE += "|double_entries|duplicate_entries|duplicate_todos"
LOOK = f"find|search|look|check|detect|identify|spot|{SHOW}"
FREED = "clear|clean|tidy|sort|throw|get_rid_of|delete|remove|clear_out|clean_out|clean_up|tidy_up|merge|sort_out"
PLAN = "plan|organise|organize|schedule|arrange|structure|plan_out|map_out|prioritise|prioritize"
HELP = "help_me|help_me_to|help_me_with|let_us|let's|i_need_help_to|can_we|help"
DRAW = "make|create|draw_up|suggest|propose|give|build"
SUM = "summarise|summarize|sum_up|recap|review_of|summary_of|overview_of|summing_up"
ACHIEVED = "accomplish|accomplished|achieve|achieved"
GIVE = f"give|show|get|make|{SHOW}"
SUMMARY = "summary|overview|recap|rundown|status|status_report|round-up|roundup"
BRIEF = "short|quick|brief|little"
FORGOTTEN = "forgotten|stale|old|abandoned|untouched|dusty"
ONES = "tasks|ones|things|todos|to-dos|stuff|items"
PLANS: tuple[Row, ...] = (
    plan(f"{HELP}? {PLAN} my|the|our|this? day|today|workday|schedule"),
    plan(f"{HELP}? {PLAN} my|the? day|today until|till|to {{until}}", until="{until}"),
    plan(f"{HELP}? {PLAN} my|the? rest of my|the? day|today"),
    plan(f"{HELP}? {PLAN} my|the? day for? {{day}}", day="{day}"),
    plan(f"{HELP}? {PLAN} {{day}}", day="{day}"),
    plan(f"{HELP}? {PLAN} {{day}} until|till|to {{until}}", day="{day}", until="{until}"),
    plan(f"{DRAW} me? a|the|my plan|schedule for|of? my|the? day|today"),
    plan(f"{DRAW} me? a|the? day_plan|daily_plan|plan_for_today|plan_for_the_day"),
    plan(f"{DRAW} me? a|the plan|schedule for {{day}}", day="{day}"),
    plan("what|which order|sequence should|shall|do i do|tackle my|the|these? tasks|things|them in? today?"),
    plan("in what|which order should|shall|do i do|tackle my|the|these? tasks|things|them today?"),
    plan("how should|shall|do|can|could i plan|organise|organize|arrange|structure|spend my|the? day|today"),
    plan("what should|shall my|the day look_like"),
)

BREAKS: tuple[Row, ...] = (
    split("break|split|divide up|down? {task} up|down? into {parts}", parts="{parts}"),
    split("break|split|divide {task} down|up"),
    split("break_down|split_up {task}"),
    split("what|which are the? steps|subtasks|parts for|of|to {task}"),
    split("what|which steps|subtasks are needed|necessary for {task}"),
    split("add|create|make the? steps|subtasks: {parts} to|for|under|in {task}", parts="{parts}"),
    split("add|create|make the? steps|subtasks {parts} to|for|under {task}", parts="{parts}"),
    split("add|create|make the? steps|subtasks to|for|under {task}: {parts}", parts="{parts}"),
    split("add|create|make|give|suggest me? the|some? steps|subtasks to|for|under {task}"),
)

REVIEWS: tuple[Row, ...] = (
    sum_up("do|start|begin|run|give|show|make|let's_do|time_for me? a|the|my? weekly|week review", review=True),
    sum_up("weekly_review|week_review|review_of_the_week|review_of_my_week", review=True),
    sum_up(f"{HELP}? review|go_over|go_through|look_back_at|look_back_on my|the|this|last|past? week", review=True),
    sum_up("how was|did|went my|the|this|last|past week go?", review=True),
    sum_up(f"what did|have i {ACHIEVED} this|last|past? week", review=True),
)

SUMS: tuple[Row, ...] = (
    sum_up(f"{SUM} my|the|this? week|everything|tasks|all_my_tasks|list|lists|things|to-dos|todos"),
    sum_up(f"{SUM} my|the|this week"),
    sum_up(f"{GIVE} me? a|an|the? {BRIEF}? {SUMMARY} of|for|on|about? my|the|this? week|tasks|everything|things"),
    sum_up(f"{GIVE} me? a|an|the {BRIEF}? {SUMMARY}"),
    sum_up(f"a|an|my|the? weekly|quick|short? {SUMMARY} please?"),
    sum_up("how am i doing so_far|today|this_week|overall?"),
    sum_up("where do i stand right_now|now|today|this_week?"),
    sum_up("how are|is things|everything|it going|looking? this_week|overall?"),
    sum_up(f"{SUM} my|the? {{list}} list", list="{list}"),
    sum_up(f"{SUM} the? list {{list}}", list="{list}"),
    sum_up(f"{GIVE} me? a|an|the? {BRIEF}? {SUMMARY} of|for|on|about my|the? {{list}} list", list="{list}"),
    sum_up("how is|are|does|goes my|the {list} list doing|going|look|looking|coming_along", list="{list}"),
    sum_up("how's|hows my|the {list} list doing|going|looking|coming_along?", list="{list}"),
    sum_up("what's|what is the? status|state of my|the {list} list", list="{list}"),
    sum_up("how far am i with|on my|the {list} list", list="{list}"),
)

TIDIES: tuple[Row, ...] = (
    tidy(f"{LOOK} me? for|out? my|the|any|all|some? {TWICE} in|on|among? my|the? tasks|list|lists|ones?", "duplicates"),
    tidy(f"do|have|did i have|got|write|enter|add? any|anything|something|some? {ONES}? {TWICE} {ONES}?", "duplicates"),
    tidy(f"are|is there any|some? {TWICE} {ONES}? in|on|among? my|the? tasks|list|lists?", "duplicates"),
    tidy(f"is|are anything|something|any|some {ONES}? in|on? my|the? list? there|listed|noted? {TWICE}", "duplicates"),
    tidy(f"{FREED} up|out? my|the|any|all|some? {TWICE} {ONES}?", "duplicates"),
    tidy(f"what|which {ONES}? do|have|is|are|did i? have|got? there? {TWICE} on_my_list?", "duplicates"),
    tidy("duplicates|any_duplicates|find_duplicate_tasks", "duplicates"),
    tidy(f"{FREED} up|out|away? my|the|all|any? {FORGOTTEN} {ONES}", "forgotten"),
    tidy(f"{FREED} up|out|away? my|the|all? {ONES} i? have? forgotten|not_touched_for_long|abandoned", "forgotten"),
)
TAGS = "tags|a_tag|labels|some_tags|missing_tags|a_label|any_tags"
DATES = "dates|due_dates|deadlines|a_date|a_due_date|some_dates|some_due_dates|missing_dates|days|deadline|due_date"
OFFER = "suggest|propose|recommend|think_of|come_up_with"
BARE = "without|with_no|that_have_no|which_have_no|missing|lacking"
SUGGESTS: tuple[Row, ...] = tuple(
    suggest(said, what)
    for what, names in (("tags", TAGS), ("dates", DATES))
    for said in (
        f"{OFFER} me? the? {names}",
        f"{OFFER} me? the? {names} for|to my|the|all|any? untagged|undated? {ONES}",
        f"{OFFER} me? the? {names} for|to my|the|all|any? {ONES} {BARE} {names}|one|any",
        f"{OFFER} me? the? {names} for|to those|them|these|all|everything",
        f"{OFFER} me? the? {names} for|to those|them|these|all|everything {BARE} {names}|one|any",
        f"what|which {names} do|would|can|could you suggest|propose|recommend",
        f"what|which {names} should|could i|these|those|they|my_tasks use|give|set|have|add|get them?",
        f"{HELP} with? add|set|find? {names}",
    )
)
HELPS: tuple[Row, ...] = (*PLANS, *REVIEWS, *SUMS, *TIDIES, *SUGGESTS)
AND = "and"
SIZES = ("its", "their", "some", "a few", "smaller", "small", "single", "simple", "little", "manageable", "easy")
SIZES += ("two", "three")
PARTS = ("steps", "step", "parts", "part", "pieces", "piece", "subtasks", "subtask", "sub-tasks", "sub-task", "chunks")
PARTS += ("chunk", "tasks", "task", "bits", "bit")
"""Says that there shall be parts, and not which."""
