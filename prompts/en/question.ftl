### How a fact is asked about. A question stays as it was made: it is English, like its article.

blank = Fill in the blank: { $words }
explained = Facts of { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }:
explained_made = made into { $made ->
        [one] { $made } question
       *[other] { $made } questions
    } of the kind { $kind }
explained_rejected = turned away { $rejected ->
        [one] { $rejected } fact
       *[other] { $rejected } facts
    } of the kind { $kind }: { $gate }
guess_eur = { $before }how much (in euros){ $after }?
guess_gbp = { $before }how much (in pounds){ $after }?
guess_many = { $before }how many{ $after }?
guess_many_first = How many{ $after }?
guess_usd = { $before }how much (in US dollars){ $after }?
headline_word = Complete the headline of { $outlet }: “{ $words }”
headline_word_unstated = Complete the headline: “{ $words }”
how_many = How many { $words }?
how_many_told = According to { $outlet }, how many { $words }?
how_much = How much { $words }?
how_much_told = According to { $outlet }, how much { $words }?
when_day = On which day { $words }?
when_month = In which month { $words }?
when_year = In which year { $words }?
who_role = Who is described by { $outlet } as “{ $words }”?
who_role_unstated = Who is described as “{ $words }”?
who_said = Who said “{ $words }”, as quoted by { $outlet }?
who_said_unstated = Who said “{ $words }” in this report?
who_stated = Who { $words }?
who_stated_told = According to { $outlet }, who { $words }?
