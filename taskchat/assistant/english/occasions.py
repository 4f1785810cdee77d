"""The words by which something new is told from talk: what takes place, how lists are called, what people have."""

from taskchat.assistant.rows import Row
from taskchat.domain.lexicon import word_set

EVENT_NOUNS = word_set(
    """
    anniversary appointment appt audition barbecue bbq birthday breakfast brunch call catch-up ceremony checkup check-up
    class cleaning concert conference consultation demo dinner exam festival flight funeral gathering gig
    graduation haircut hangout hearing holiday interview lecture lesson lunch massage meet-up meeting meetup
    outing party performance picnic practice presentation recital rehearsal reservation retreat reunion review
    seminar service session shift sleepover stand-up standup supper surgery sync training trip tour
    vacation viewing visit walk-through webinar wedding workout workshop yoga meetings appointments
    """
)
NO_EVENT = word_set("with for at about on to in and that it list called named of task reminder alarm list:")
"""The noun stands before these."""
MOVING = word_set("to until from")
"""Before a date they move what is there."""
REPEATED = word_set("repeat repeats recur recurring")
NOT_NEW = word_set("the it this that these those them")
PLACES = word_set(
    """
    groceries grocery shopping errands chores housework work home office household garden packing camping wishlist
    reading watchlist gifts school family personal private health fitness finances ideas someday inbox backlog hobbies
    travel holiday hardware pharmacy kitchen
    """
)
"""What people call their lists."""
GENERIC = frozenset({"to do", "to-do", "todo", "to dos", "todos", "task", "tasks"})
"""The list that everything is on."""
IN_NO_NAME = word_set(
    "to my the on into onto our in add put list called named with and me us a an some item task new blank empty"
)
NOT_HAD = word_set(
    """
    no not nothing never any been had to already done finished completed all it them that this you he she they i we
    headache cold fever flu cough pain question problem idea feeling doubt issue bad good great nice terrible long fun
    """
)
"""What people have is no appointment where it begins so."""
NOT_DONE = word_set(
    """
    feeling thinking wondering hoping trying kidding asking saying looking being bring nothing something anything having
    thing telling joking struggling dying talking going waiting wanting needing
    """
)
NOBODY = word_set(
    "i we you it this that there what who which when where how why task tasks what's who's nothing something"
)
OLD = word_set("done complete completed finished everything all tasks")
ACTS = word_set("start begin leave move fly meet see graduate travel return arrive visit perform present host drive")
"""What people say of themselves about a day ahead."""
HAPPENS = word_set(
    "starts begins leaves arrives departs opens closes ends expires comes happens lands boards returns finishes renews"
)
OURS = word_set("my our the")
IF = "when|once|whenever|if|as_soon_as|every_time|each_time|the_next_time|next_time|after|before|until|unless|while"
WHO = "i|i'm|i've|we|we're|it|it's|he|he's|she|she's|they|they're|you|there|there's|someone|somebody|anyone|nobody"
CONDITION = Row(f"{IF} that? {WHO}|my|our|the|his|her", "condition")
MEALS = word_set("breakfast brunch lunch dinner supper")
BOUGHT = word_set("flight flights reservation reservations table hotel room trip ticket tickets vacation holiday tour")
QUESTIONS = word_set("what what's whats which when's where where's who whose how why whether")
MANY = word_set("appointments meetings tasks events plans schedule reminders to-dos todos agenda calendar")
SEVERAL = MANY | word_set("things ones items stuff everything anything")
ASKING = word_set("check ask see know out decide tell confirm verify wonder sure remember say show")
NO_ADVERB = word_set("something anything nothing more most less not and or is are an the what how too as")
"""Before "urgent" these make something else of it."""
UNFINISHED = word_set("get arrive am go come be i'm reach the a my is are at leave")
HAS = ("has", "have", "has got", "have got")
AN = ("an", "a")
""" "The kids have a soccer practice"."""
COMING = "is|are coming|arriving|visiting|leaving|returning|flying|moving"
NEEDS = (
    "needs|need|has|have|must|ought to? be",
    "needs|need to|a|an|new",
    "is|are coming|arriving|visiting|leaving|starting|closing|opening|moving|returning|flying|taking|happening|playing",
    "is|are closed|open|due",
)
"""What a sentence says of something that lies ahead."""
NAMES = ("my", "the", "our", "a", "an")
ARTICLES = frozenset({"a", "an", "the", "my", "some"})
DOING = "ing"
NO_YEARLY = frozenset({"remember", "don't", "never"})
YEARLY = frozenset({"birthday", "anniversary", "bday", "b-day"})
OWN = frozenset({"my", "our"})
THE = "the"
IS = frozenset({"is", "are"})
THAT = "that"
US = frozenset({"me", "us", "myself"})
DAY = " day"
""" "Sports day", "pay day"."""
