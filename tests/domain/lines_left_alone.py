"""Lines in which nothing is a date, a repeat or a mark, whatever their words look like: one a line."""

LEFT_ALONE: tuple[str, ...] = tuple(
    """
May the office party
call 911 museum
version 2.0
24/7 store
Read 1984
Sun lotion
march in the parade
buy 7 up
Friday the movie
call 911
upgrade to version 2.0
buy Windows 11
visit the 24/7 store
Read 1984 by Orwell
buy sun lotion
buy sun cream
watch Freaky Friday
May I have a word with Ben
ask May about the keys
call April
April's birthday present
write to June
August Strindberg essay
meet Tom
call Tom
Tom Sawyer summary
watch Mad Men season 2
sat nav update
SAT prep books
wed dress fitting
wed the two ideas
mon ami perfume
sit in the sun
Sunday roast recipe
Monday.com account
Black Friday research
read The Thursday Murder Club
Tuesdays with Morrie
second hand bike
buy a second monitor
fix the second hand
a minute of silence text
minute book
the last day of disco playlist
first aid kit
first day at school outfit
daily news subscription
Daily Mail article
weekly magazine draft
monthly report template
weekend bag
every dog has its day poster
everyday heroes book
twice
twice a year
everything must go sign
buy 2 kg of flour
buy 12 eggs
buy 3/4 inch screws
mix 1/2 cup of sugar
size 10 1/2 shoes
4x4 tyres
5 a day
7 wonders list
top 10 movies
7-eleven coupons
9/11 documentary
room 101
flat 5 doorbell
highway 61
route 66
gate 12
bus 100
M5 bolts
A4 paper
B12 vitamins
5G router
2FA for mail
iPhone 15 case
iOS 17.2
python 3.11 upgrade
release 1.2.3
v2.0.1 notes
RFC 5545
ISO 8601
chapter 3
page 24
exercise 4.2
section 12.3
question 5 of 10
step 2 of 3
1 of 5
ticket 12345
call 555-1234
call +49 30 123456
dial 0800 12 12 12
PIN 1730
code 20261224
model 3 charger
catch 22
fahrenheit 451
ocean's 11
blink 182
u2 tickets
50 first dates
28 days later
3 days grace album
one day at a time
day one app
two weeks notice letter
the year in review slides
year end party songs
month-end checklist
end of the world song
end of file bug
morning person quiz
good morning card
morning glory seeds
night owl book
night stand
noon chai
High Noon
midnight in paris
afternoon tea set
evening dress
new year's resolutions
valentine's card ideas
christmas tree stand
halloween costume ideas
in time for the show
in a nutshell book
in 4 easy steps
in 3 parts
at 5 places
at home
at once
by the way
by 3 points
due diligence
until dawn
before sunrise
after hours
next door neighbour
next level design
next of kin form
next steps
this is us
this and that
last minute deals
last supper print
now or never
now that's what I call music
back to the future
later, gator
soon to be famous
one at a time
once upon a time
once more
send 5 pounds
run 5k
run 10 km
drink 2l
lift 20 kg
6 pack
six feet under
five guys
four seasons
ten commandments
eight bit art
half marathon
half and half
quarter pounder
a quarter of the cake
past papers
to 5 people
from 3 to 5 people
5 to 10 people
between 2 and 4 slices
2-3 apples
10-12 eggs
1-2-3
price 12.50
pay 9.99
pay 24.12 euro
pay $5.30
50% off
-5 degrees
3:2 aspect ratio
16:9 monitor
1:100 model
Psalm 23:4
score 2:1
set 127.0.0.1
192.168.1.1
port 3000
C# course
F# book
issue # 5
a # b
me@example.com
mail to ben@work.org
price @ 5 each
wow!
stop!
hello!1
1!
p1000 printer
p10 phone
mp3
ps5
ctrl+1
remind Ben
remind them about lunch
reminder app research
for 3 people
for 45 guests
for life
for good
5 min abs
60 minutes interview
48 hours film
24 hours of le mans
hour of power
mon amour
sat down
Dec spec
mar the surface
sep funnel
oct tree
Jan Novak
call Jan
mail Jun
AM radio
pm role
PM the design
I am here
who am I
est. cost
1984
2026
2026 goals
budget 2027
roadmap 2026/27
Q3 plan
H1 review
plan for 2030
class of 1999
Blade Runner 2049
2001: A Space Odyssey
Apollo 13
Boeing 747
Chanel No 5
WD-40
Area 51
Studio 54
Formula 1
Euro 2028 tickets
summer of 69
trip june 5-8
trip mon-wed
trip fri–sun
fri - sun trip
fix the 5p bug
20p coin
vacation july 1 - july 14
vacation 1 july - 14 july
vacation from july 1 to july 14
trip mar 3 - mar 5
trip 2026-07-01 – 2026-07-14
pick up on Tuesday or Wednesday
call tomorrow or friday
gym 3 times a week
brush teeth twice daily
every now and then
every one of them
half past dead
50/50 split
5th avenue walk
my 40th birthday
second try
plan March budget
Plan for march
call May about April
book table for 4
say 'every day' loudly
0001-01-01T00:00:00+23:00
rate it from 1 to 10
invite 7 30 year olds
read chapter 9 15 times
choose between 3 and 4
trip from monday to wednesday
I am at home
play all day
last day 9999-12-31T23:59:59-23:00
""".strip().splitlines()
)
