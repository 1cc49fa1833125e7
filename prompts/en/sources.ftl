### The menu "Find sources".

heading = Passages that bear on this message, from { $matched ->
        [one] { $matched } article
       *[other] { $matched } articles
    }
