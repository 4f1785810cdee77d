"""The words that tell a task from talk, where nobody said "add"."""

from taskchat.domain.lexicon import word_set

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
PAST_FORMS = word_set(
    """
    accepted adjusted aerated analysed analyzed answered applied appointed approved arranged asked assembled
    assessed assigned ate attached attended audited backed baked balanced bathed begined biked bleached boiled
    booked borrowed bought bringed brought brushed builded built burned buyed calculated called canceled captured
    carved cashed catched celebrated charged checked choped clarified cleaned climbed closed coached collected
    compared compiled composed confirmed connected contacted converted cooked copied corrected counted covered cuted
    danced deadheaded dealed debuged declared decluttered decorated defrosted delivered deployed deposited descaled
    designed developed dialed did diged discussed dished doed donated downloaded drafted drank drawed dressed drew
    dried drinked drived droped drove dusted e-mailed eated edited emailed emptied encouraged enroled enrolled
    escorted evaluated examined exchanged exercised explained explored exported extended faxed fed feeded fetched
    filed filled filmed finalised finalized finded fixed floated folded followed formated forwarded framed freezed
    fried gathered gave geted gived glued goed googled grabed graded greeted grilled groomed growed guided handed
    hanged harvested haved heated helped hiked hired hoovered hosted huged hung hunted implemented imported improved
    inspected installed instructed insured interviewed invested investigated invited invoiced ironed joged joined
    journaled jumped keeped kissed kneaded knited layed leaded learned leaved led lended lent leted lifted lighted
    listened lit loaded locked looked lowered made mailed maked managed marinated measured meditated meeted mended
    merged messaged met mixed monitored moped mounted mowed mown naped negotiated notified nursed observed oiled
    opened ordered organised organized packed paid painted parked payed peeled phoned picked planed planted played
    polished posted practiced practised prayed prepared presented pressed printed processed programed promoted
    pruned published pulled pumped purchased puted quited raised raked ran readed rearranged rebooked received
    recharged recycled redeemed refactored refilled registered rehearsed relaxed released remodeled renewed rented
    repainted repaired replaced replied reported repoted requested researched reserved reseted resigned resolved
    responded rested restocked retrieved returned reviewed revised rided rinsed roasted rode runed sang saved sawed
    scaned scrubed selled sended sent separated served serviced sewed shampooed shared sharpened shaved shiped
    shoped shoveled signed simplified singed sketched skied sleeped sold solved sorted speaked spended splited
    sprayed stained stamped steamed stired stoped stored straightened stretched studied submited subscribed sued
    supported surveyed swam swaped sweeped swept swimed switched taked talked tasted taught teached telled tested
    texted thanked thinked thought threw throwed tidied tied told took toped touched tracked trained transfered
    translated transplanted traveled treated tried trimed tuned turned typed unblocked uncloged unpacked unpluged
    unsubscribed updated upgraded uploaded vacuumed verified videoed visited volunteered voted waked walked warmed
    washed watched watered waxed weeded weighed whatsapped wiped withdrawed woke wore worked wraped writed wrote
    xeroxed
    """
)
"""What was done: "paid the rent" is no new task. Forms that are the present too ("put") are left out."""
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
