### Errors of every kind.

asked_elsewhere = That button belongs to another server or an old reply. Please ask again.
bad_day = "{ $value }" is not a date that I can use for { $option }. Please write it as 2024-05-16.
no_such_article = There is no article "{ $id }" here. `/articles list` shows what there is.
not_verbatim = A quote did not match its article, so it is not shown. Please ask again, and tell the operator.
prompt = The words "{ $name }" in prompts/{ $file } are missing, malformed or do not fit the program.
quote_gone = That quote is no longer in my articles. Please ask again.
unexpected = Something went wrong on my side. Please try again in a moment.
