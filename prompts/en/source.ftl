### Where a quote is from.

also_copies = the same text in { $copies ->
        [one] { $copies } article without a stated source
       *[other] { $copies } articles without a stated source
    }
also_in = also in { $outlets }
author = by { $author }
begins = untitled, begins: { $title }
begins_linked = untitled, begins: { LINK($title, $url) }
date = { $date }
excerpt = excerpt
outlet = **{ $outlet }**
title = { $title }
title_linked = { LINK($title, $url) }
undated = undated
unstated = **source not stated**
