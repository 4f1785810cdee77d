"""How people ask what is remembered of them, and have it forgotten."""

from taskchat.assistant.rows import Row

KNOWING = "know|remember|have_stored|have_saved|learned|learnt|remembered|noted|saved|stored|kept"
ASKING: tuple[Row, ...] = (
    Row(f"what do|have|did you {KNOWING} about|of|for me|us|my_habits|my_ways", "list"),
    Row("what do you remember", "list"),
    Row("what have you learned|learnt|remembered", "list"),
    Row("do|have you know|remember|remembered|stored|learned anything|something about|of me|us", "list"),
    Row("what are|is my preferences|preference|habits|ways|rules", "list"),
    Row("show|list|tell|see|open me? my|your|all|the? preferences|memories|memory|habits", "list"),
    Row("show|list|tell me? everything|all|what you|that? know|remember|you_know|you_remember about|of? me?", "list"),
    Row("my? preferences|memories", "list"),
    Row("what|what's is? my name", "name"),
    Row("do you know my name", "name"),
    Row("who am i", "name"),
)
GONE = "forget|unlearn|stop_remembering|no_longer_remember|delete|remove|clear|erase"
FORGETTING: tuple[Row, ...] = (
    Row(f"{GONE} all|everything|what|anything that|what? you know|remember|learned|stored|saved about|of? me?", "all"),
    Row("forget me|about_me|everything|it_all|all_of_it|everything_about_me", "all"),
    Row(f"{GONE} all|everything? of? my|your preferences|memories|memory|habits", "all"),
    Row("forget that {text}", "one", text="{text}"),
    Row(f"{GONE} my {{text}} preference|rule|habit", "one", text="{text}"),
    Row("stop_remembering|no_longer_remember that? {text}", "one", text="{text}"),
    Row("forget my {text}", "mine", text="{text}"),
    Row("forget about? {text}", "kept", text="{text}"),
)
NAMED = {"my name", "what i am called", "what i'm called"}
