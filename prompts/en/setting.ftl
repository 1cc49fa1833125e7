### Settings that cannot be used.

feeds = The feeds in pullquote.toml cannot be used. Each is a table [[feeds]] with url = "https://…" and, if you like, outlet = "…".
boilerplate = The list { $file } cannot be used. Please correct it: its tables are words, anywhere, at_the_edges and credits, as in the one that comes with Pullquote.
file = The file of the setting { $setting } cannot be read. Please correct it.
sensitive = The list { $file } cannot be used. It has two lists of phrases, `story` and `sentence`.
synonyms = The file { $file } beside the sample articles cannot be read. Please correct it: its tables are forms, same, narrower and themes, as in the one that comes with Pullquote.
value = The setting { $setting } has a value that cannot be used. Please correct it.
