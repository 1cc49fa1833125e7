### Where a quote is from.

also_copies = the same text in { $copies ->
        [one] { $copies } article without a stated source
       *[other] { $copies } articles without a stated source
    }
also_in = also in { $outlets }
author = by { $author }
begins = untitled, begins: { $title }
date = { $date }
excerpt = excerpt
outlet = **{ $outlet }**
title = { $title }
undated = undated
unstated = **source not stated**
