"""Lines whose words are in the tables of dates and mean something else in them: one a line."""

LEFT_ALONE: tuple[str, ...] = tuple(
    """
buy after dinner mints
order the after work platter
read Before Sunrise review
the night before, a poem
plan spring cleaning
order a fall jacket
winter tyres quote
summer reading list
watch 500 Days of Summer
buy spring onions
book the quarter final
half time oranges
second half of the form
read the first half of the book
look up quarter notes
easter egg hunt ideas
buy easter eggs
plan thanksgiving dinner
listen to last christmas
watch the christmas movie
book a mother's day brunch table
write about good friday agreement
black friday
find the labor day speech
groundhog day film
late fee waiver
early bird tickets
early access keys
fix the late night bug list
middle management memo
mid-century lamp
end of the line
the start of something new
beginning of the end essay
first week trial
the last week playlist
week one recap
a week of meals
year one review
one year warranty
the year of the rabbit
two week notice period
three day ticket
the second coming poem
third time lucky
fifth element poster
the first draft
twenty first century notes
one hundred years of solitude
a dozen eggs
a couple of shirts
a few good men
couple goals poster
five guys order
seven samurai
ten thirty cafe menu
half past dead review
quarter horse photos
noon cafe menu
twelve angry men
around the world flight
around 5 people
about 20 chairs
roughly 10 screws
by 5 authors
after 8 chocolates
before 2 witnesses
until 10 replies
exactly 3 copies
from 3 to 5 chairs
between 5 and 10 apples
between two and four people
2 to 4 players
5 or 6 plates
3 of 4 boxes
10-15 people
2-3 kg of flour
1/2 a lemon
3/4 inch pipe
2½ cups of rice
1 1/2 cups of sugar
30-minute meals book
90 minutes cassette
24 hours diner
number 12-24-36
part 10-20-30
code 24-12
call 020-79-46
sat/nav update
tue-thu bus line
mon petit chou
check the CT scan
buy an ET poster
MT bike fork
PT appointment notes
EST. 1990 sign
update the EST field
fix GMT label
UTC clock widget
eastern european deli
pacific rim poster
time zone map
this time it's personal
same time capsule
now and then
next of kin
next door
next chapter
next man up
the following people
coming soon sign
upcoming events page
latest issue of the paper
the latest fashion
sharp knives
ish magazine
some time off request form
any time limit?
sometime fan
due process essay
by hand
on time delivery report
at sharp corners
no later
as of now policy
starting lineup
start from scratch
from scratch
ends meet
until further notice sign
day planner
day and night cream
night shift rota
evening gown
morning glory
lunch bag
lunchtime menu
school run rota
bed frame
work boots
may not be needed
may want to call
march on
march to the beat
mar a lago
sun and moon lamp
wed in Vegas
sat on it
fri-ed chicken
august company
june bug spray
April showers
Q4 deck
Q1 results
h2 heading
H1 tag
2 of diamonds
eighteen wheeler
thirty something
score in the third quarter
play better in the second half
dogs in winter coats
2nd hand bike
1st order logic
the 2nd visit notes
may visitors come
5 call centers
fortnight magazine
fortnite skin
hour glass
minute steak
second guess
month old bread
decade in review
century egg
week-old bread
tomorrowland tickets
todays paper
yesterday once more
weekender bag
monday blues playlist
sunday school flyers
taco tuesday banner
""".strip().splitlines()
)
