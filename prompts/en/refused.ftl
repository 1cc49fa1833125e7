### Why something cannot become an article.

bad_date = "{ $value }" under "{ $key }" is not a date. Please write it like 2024-05-16.
empty = There is no text in it. Please add a file that holds an article.
front_matter = The front matter cannot be read at line { $line }. Please write it as YAML, one "key: value" a line, and put a value with special signs into quotation marks.
front_matter_alias = The front matter uses a YAML alias at line { $line }. Please write the value out.
front_matter_field = The value of "{ $field }" in the front matter is not plain text. Please write it as words on one line.
front_matter_long = The front matter is longer than { $limit } characters. Please check its closing line of three dashes.
front_matter_open = The front matter begins with { $rule } and never ends. Please add a line of { $rule } below its last line.
front_matter_shape = The front matter is nested too deeply. Please write one "key: value" a line.
front_matter_toml = The front matter cannot be read at line { $line }. Please write it as TOML, one key = "value" a line.
json = It is not valid JSON at line { $line }, column { $column }. Please correct it there.
json_deep = Its JSON is nested too deeply. Please write one object for each article.
json_field = The value of "{ $field }" is of the wrong kind. Please write it as text, or leave it out.
json_missing = "{ $field }" is missing. Please add it to the article.
json_shape = It is not a JSON object. Please write each article as an object with a "text".
missing = There is no such file or folder.
no_article = No article was found on this page. Please check that it opens without logging in.
no_words = It holds no words, only signs or numbers. Please add a file that holds an article.
not_text = It is not a text file. Please save the article as text, Markdown, HTML or JSON.
pdf = Files of the kind ".pdf" cannot be read: their words stand in no certain order, so they cannot be quoted. Please give the web page of the article, or a .txt file with its text.
sidecar = sources.toml cannot be read: { $problem }. Please correct it there.
sidecar_key = sources.toml says "{ $key }" of "{ $file }", which is not a known key and is left aside. Please use title, outlet, author, published, url or language.
sidecar_value = In sources.toml the value of "{ $key }" for "{ $file }" is not text and is left aside. Please put it in quotation marks.
too_large = It is larger than { $limit } MB. Please split it into smaller files.
unknown_format = Files of the kind "{ $suffix }" cannot be read. Please use one of these: { $known }.
unreadable = It cannot be read. Please check that it is a file and that its permissions allow reading.
