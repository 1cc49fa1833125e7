### Rounds, answers, boards and scores.

admin_below_chance = { $question } · fewer right answers than by chance · `{ $id }`
admin_gone = A question of a removed article · `{ $id }`
admin_heading = **{ $questions ->
        [one] { $questions } question is
       *[other] { $questions } questions are
    } not asked here**
admin_more = and { $questions } more
admin_none = Every question is asked here: none was withdrawn or retired.
admin_reported = { $question } · reported · `{ $id }`
admin_retired = { $question } · retired · `{ $id }`
best_told = Best told: { $outlet }, { $right } of { $answers } answers right
board_empty = **There is no question left that was not asked here** · { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }. New articles bring new ones.
board_finished = **The round is over** · { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }
board_interrupted = **I was away, so the round ended early** · { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }
board_paused = **The round was paused for too long, so it ended** · { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }
board_silence = **The round ended, for nobody answers any more** · { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }
board_stopped = **The round was stopped** · { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }
board_unreachable = **The round ended, for I cannot write here any more** · { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }
button_guess = Guess
button_me = Quiz me
button_next = Next question
button_option = { $letter }
button_pause = Pause
button_report = Report this question
button_resume = Go on
button_skip = Skip
button_stop = Stop
cannot_post = I may not write in this channel, so I cannot run a live round here. I need View Channel and Send Messages.
changed = Changed: your answer is now **{ $letter }**.
foreign = That button belongs to another server, channel or message, so it does not count here.
form_hint = For example 1,200 or 1.2 million or 7.5 %
form_label = A number
form_title = Your guess
going_on = A round is going on in this channel. Join it, or wait until it is over.
gone = The article has been removed, so the answer cannot be shown.
heading_closed = **Question { $number }** of { $questions } · closed
heading_closed_double = **Question { $number }** of { $questions } · double points · closed
heading_daily = **Question of the day** · one try each; the answer is shown { MOMENT($closes, style: "relative") }
heading_daily_closed = **Question of the day** · closed
heading_here = **Question { $number }** of { $questions } · answer with a letter or a number, or `stop`
heading_live = **Question { $number }** of { $questions } · answer before it closes, { MOMENT($closes, style: "relative") }
heading_live_double = **Question { $number }** of { $questions } · **double points** · answer before it closes, { MOMENT($closes, style: "relative") }
heading_solo = **Question { $number }** of { $questions }
headline_withheld = A quiz question that is open in this server asks for a word of that headline, so the article is not shown until the question closes.
late = That question is closed, so the answer came too late. The next one may be yours.
leader = **{ $rank }**  { PERSON($player) } · { $points ->
        [one] { $points } point
       *[other] { $points } points
    }
leaderboard_all = **All time**
leaderboard_month = **This month**
leaderboard_none = Nobody has points yet. Start with `/quiz`.
leaderboard_week = **This week**
live_server_only = A live round needs a server that I have been added to. Leave out `live` to play alone.
locked_in = **{ $letter }** is locked in. You may change it until the question closes.
locked_in_daily = **{ $letter }** is locked in. The right answer is shown when the question closes.
more_players = and { $players ->
        [one] { $players } more player
       *[other] { $players } more players
    }
nearest_wins = -# The nearest guess gets 10 points, the next ones 6 and 3, an exact one 5 more.
no_letter = That is none of the answers. There are { $letters }.
no_number = I cannot read that as one number. Write it like 1,200 or 1.2 million or 7.5 %.
no_option = That question has no such answer.
no_questions = I have no question left that you have not had. New articles bring new ones.
no_round = I do not know that round any more. Start another one with `/quiz`.
no_such_question = No question "{ $id }" was asked here. Choose one from the list.
no_topic = I have no question left on that topic. Try another topic, or none.
no_zone = There is no time zone "{ $zone }". Choose one from the list, for example Europe/Paris.
nobody = Nobody answered.
nobody_played = Nobody answered.
not_host = Only the one who started the round, or a moderator, can do that.
not_paused = The round is not paused.
not_yours = That round belongs to somebody else. Start your own with `/quiz`.
nothing_to_pause = Nothing is asked after this question, so there is nothing to pause.
nothing_to_skip = That question is closed already.
number = ✅ **{ $number }**
number_changed = Changed: your guess is now **{ $number }**.
number_guessed = **{ $rank }**  { PERSON($player) } · { $number } · { $points ->
        [one] { $points } point
       *[other] { $points } points
    }
number_locked_in = **{ $number }** is locked in. You may change it until the question closes.
number_same = Your guess is **{ $number }** already.
once = You have answered **{ $letter }**, and the first answer counts. The right one is shown when the question closes.
option = `{ $letter }`  { $option }
option_counted = ▫️ `{ $letter }`  { $option } · { $count } ({ $share } %)
option_other = ▫️ `{ $letter }`  { $option }
option_right = ✅ `{ $letter }`  **{ $option }**
option_right_counted = ✅ `{ $letter }`  **{ $option }** · { $count } ({ $share } %)
option_wrong = ❌ `{ $letter }`  { $option }
over = That round is over. Start another one with `/quiz`.
own_place = You: place { $rank } with { $points ->
        [one] { $points } point
       *[other] { $points } points
    }
paused = **Paused.** { PERSON($player) } or a moderator can go on; else the round ends { MOMENT($ends, style: "relative") }.
paused_before = The round is paused already. **Go on** is below the answer.
paused_by_moderator = **Paused.** A moderator can go on; else the round ends { MOMENT($ends, style: "relative") }.
pausing = The round is paused: when this answer has been shown, nothing is asked until you press **Go on** below it.
place = **{ $rank }**  { PERSON($player) } · { $points ->
        [one] { $points } point
       *[other] { $points } points
    }, { $right } right
players = -# { $players ->
        [one] { $players } player has
       *[other] { $players } players have
    } answered so far. You may change your answer until it closes.
proof = The article says:
question = ### { $question }
reason_ambiguous = Two answers are right
reason_given_away = It gives itself away
reason_improper = Not fit for a quiz
reason_unclear = Hard to understand
reason_wrong = The answer is wrong
report_later = A question can be reported when its answer has been shown.
report_usage = After an answer, type `report` and one of: { $reasons }
report_why = What is wrong with this question?
reported = Thank you. When another player reports it too, it is not asked here any more.
reported_before = You have reported that question already. Thank you.
reported_withdrawn = Thank you. The question is not asked here any more; those who manage the server can look at it.
restored = The question is asked again. Earlier reports and answers do not count against it any more.
result = You had { $right } of { $answers } right: { $points ->
        [one] { $points } point
       *[other] { $points } points
    }.
results = { $right } of { $answers ->
        [one] { $answers } answer was
       *[other] { $answers } answers were
    } right.
resuming = The round goes on.
retired = The question is not asked here any more.
right = Right, that is { $points ->
        [one] { $points } point
       *[other] { $points } points
    }.
row_alone = Most right answers in a row: { $length }
row_of_many = Best streak: { $length } right in a row, by { $players } players
row_of_one = Best streak: { PERSON($first) }, { $length } right in a row
row_of_three = Best streak: { PERSON($first) }, { PERSON($second) } and { PERSON($third) }, { $length } right in a row
row_of_two = Best streak: { PERSON($first) } and { PERSON($second) }, { $length } right in a row
rule = ———
same = Your answer is **{ $letter }** already.
score_all = In all: { $points ->
        [one] { $points } point
       *[other] { $points } points
    }, { $right } of { $answers } right
score_month = This month: { $points ->
        [one] { $points } point
       *[other] { $points } points
    }, { $right } of { $answers } right, place { $rank }
score_none = You have not played here yet. Start with `/quiz`.
score_week = This week: { $points ->
        [one] { $points } point
       *[other] { $points } points
    }, { $right } of { $answers } right, place { $rank }
settings_double = The last question of a live round gives double points.
settings_single = The last question of a live round gives as many points as the others.
settings_speed = Days and weeks begin in { $zone }; fast answers in live rounds get up to half as many points on top.
settings_steady = Days and weeks begin in { $zone }; how fast somebody answers does not count.
skipping = The question is closed; its answer follows.
source = -# From { $outlet } · { $title } · { $date }
source_bare = -# From { $title } · source not stated · undated
source_undated = -# From { $outlet } · { $title } · undated
source_unstated = -# From an article of { $date } · { $title } · source not stated
source_untitled = -# From { $outlet } · { $date }
source_untitled_undated = -# From { $outlet } · undated
source_untitled_unstated = -# From an article of { $date } · source not stated
standing = So far:
stopping = The round ends here; the answer and the board follow.
streak = Played { $days ->
        [one] { $days } day
       *[other] { $days } days
    } in a row
tie = { $players } players share the first place.
unanswered = Not answered. It is { $letter }.
winner = { PERSON($player) } wins.
withheld = A quiz question that is open in this server is answered by that article, so it is not quoted until the question closes.
wrong = Not quite: it is { $letter }.
