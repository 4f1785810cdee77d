"""What stands around a title, and the words of amounts."""

from taskchat.assistant.rows import Row
from taskchat.domain.lexicon import word_set

LEADS: tuple[Row, ...] = tuple(
    Row(words, "lead")
    for words in (
        "i|we still|also|really|just? need|have|want|ought|got|plan to",
        "i've|we've|ive got? to",
        "i|we still|also|really|just? must|should|gotta|shall really|probably?",
        "i'm|i_am|we're|we_are|im going|supposed|meant to",
        "i|we need|got",
        "i've|we've|ive got? a|an|my?",
        "i|we have|got a|an|my?",
        "remember|be_sure|make_sure|try|not_forget|don't_forget|do_not_forget to",
        "not_forget|don't_forget|do_not_forget|remember about|that?",
        "title|titled|with_title|with_the_title",
        "i'd|we'd|i_would|we_would like|love to",
        "i'm|i_am|we're|we_are|im having|doing|getting a|an?",
        "is|are|will_be",
        "to|about|that|please|for_me_to|me_to|is_to",
    )
)
"""Left where the date stood first: "tomorrow I have to pick up the kids"; the last ones after any row."""
KEPT = word_set("few couple lot bit dozen little number day week month year while good great one same other rest")
"""With these an article says more: "a few eggs"."""
ARTICLES = ("a", "an", "the", "some")
AND = "and"
PLUS = "plus"
"""Between things of a list."""
PAIRS = ("mac and cheese", "fish and chips", "peanut butter and jelly", "gin and tonic", "arts and crafts")
"""One thing, with "and" in its name."""
GOODS = word_set(
    """
    milk eggs bread butter cheese yogurt cream apples bananas oranges lemons limes grapes pears peaches berries
    strawberries blueberries tomatoes potatoes onions carrots cucumbers peppers mushrooms beans avocados lettuce
    spinach broccoli celery garlic rice pasta noodles flour sugar salt cereal oats honey jam ham bacon sausages
    chicken beef fish tofu cookies crackers chips nuts chocolate coffee tea water beer wine soap shampoo toothpaste
    detergent napkins diapers tissues batteries
    """
)
"""Things of a shopping list that are one thing each: they may stand side by side without a comma."""
PLURAL = "s"
AMOUNTS = (
    *("a", "an", "the", "some", "more", "one", "two", "three", "four", "five", "six", "ten", "twelve", "half", "dozen"),
    *("couple", "few", "bag", "bags", "box", "boxes", "bottle", "bottles", "cup", "cups", "loaf", "loaves", "pack"),
    *("packs", "packet", "can", "cans", "jar", "bunch", "pound", "pounds", "kilo", "kilos", "kg", "g", "ml", "litre"),
    *("litres", "liter", "liters", "gallon", "pint", "of", "new", "fresh", "organic"),
)
"""How much of something: these words do not make an item long."""
