### What stands around a quote.

after = After it:
before = Before it:
nothing = Nothing that can be quoted stands directly before or after it.
quote = The quote
