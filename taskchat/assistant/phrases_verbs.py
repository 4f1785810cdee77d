"""The words that tell a task from talk, where nobody said "add"."""


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


TASK_VERBS = word_set(
    """
    accept adjust aerate analyse analyze answer apply appoint approve arrange ask assemble assess assign attach
    attend audit back bake balance bathe begin bike bleach block boil book borrow bring brush build burn buy
    calculate call cancel capture carve cash catch celebrate change charge check chop clarify clean climb close
    coach collect compare compile compose confirm connect contact convert cook copy correct count cover cut dance
    deadhead deal debug declare declutter decorate defrost deliver deploy deposit descale design develop dial dig
    discuss dish do donate download draft draw dress drink drive drop dry dust e-mail eat edit email empty encourage
    enrol enroll escort evaluate examine exchange exercise explain explore export extend fax feed fetch file fill
    film finalise finalize find fix float fold follow format forward frame freeze fry gather get give glue go google
    grab grade greet grill groom grow guide hand hang harvest have heat help hike hire hoover host hug hunt
    implement import improve inspect install instruct insure interview invest investigate invite invoice iron jog
    join journal jump keep kiss knead knit lay lead learn leave lend let lift light listen load lock look lower mail
    make manage marinate measure meditate meet mend merge message mix monitor mop mount mow nap negotiate notify
    nurse observe oil open order organise organize pack paint park pay peel phone pick plan plant play polish post
    practice practise pray prepare present press print process program promote prune publish pull pump purchase put
    quit raise rake read rearrange rebook receive recharge recycle redeem refactor refill register rehearse relax
    release remodel renew rent repaint repair replace reply report repot request research reserve reset resign
    resolve respond rest restock retrieve return review revise ride rinse roast run save saw scan scrub sell send
    separate serve service sew shampoo share sharpen shave ship shop shovel sign simplify sing sketch ski sleep
    solve sort speak spend split spray stain stamp start steam stir stop store straighten stretch study submit
    subscribe sue support survey swap sweep swim switch take talk taste teach tell test text thank think throw tidy
    tie top touch track train transfer translate transplant travel treat trim try tune turn type unblock unclog
    unpack unplug unsubscribe update upgrade upload use vacuum verify video visit volunteer vote wait wake walk warm
    wash watch water wax weed weigh whatsapp wipe withdraw work wrap write xerox
    """
)
"""Verbs that tasks begin with: "buy milk" needs no "add" before it."""
IRREGULAR = word_set(
    """
    ate bought brought built cut did drank drew drove fed found gave hung led lent lit made met mown paid put ran read
    rode sang sent set sold swept swam taught thought threw told took woke wore wrote picked dropped planned stopped
    """
)


def _past(verb: str) -> set[str]:
    if verb.endswith("e"):
        return {f"{verb}d"}
    return {f"{verb[:-1]}ied"} if verb.endswith("y") and verb[-2] not in "aeiou" else {f"{verb}ed"}


UNSURE = word_set("put set read cut found started planned changed blocked dropped stopped waited used")
"""Forms that are the present too, and what ends nothing: "the report is started"."""
PAST_FORMS = IRREGULAR.union(*(_past(verb) for verb in TASK_VERBS)) - UNSURE
"""What was done: "paid the rent" is no new task."""
NEVER_TASKS = word_set(
    """
    a actually am an and are aren't because but bye can cool could did does don't everything fine good goodbye
    great had has he hello her hey hi his hmm how how's i i'd i'm i've if im instead is isn't it it's its lol may
    maybe might must my never nice no nope not nothing ok okay or our please shall she should so sorry sure thank
    thanks that the their there these they this those thx wait was we we're well were what what's whats when when's
    where where's which who who's whom whose why will would wow yeah yes you you're your
    """
)
"""Words a bare statement that is to become a task does not begin with."""
