### What stands around a quote.

nothing = Nothing that can be quoted stands directly before or after it.
