### Why a page or a feed could not be read.

broken = What { $host } answered broke off or made no sense.
broken_feed = That feed is broken: its XML cannot be read.
busy = { $host } asks for fewer requests. Please try again later.
certificate = { $host } could not prove that it is { $host }: its certificate is not valid.
compression = The server sent its page compressed in a way that cannot be read.
entities = That feed declares entities of its own, which may be an attack. It is not read.
fault = { $host } has a fault of its own just now (error { $status }).
forbidden = { $host } does not let programs read that page.
is_feed = That is a feed, not an article. Add it with `/feeds add`.
missing = { $host } has no such page.
nested = That feed is nested without end, which may be an attack. It is not read.
no_address = That is not a web address that can be opened. Please copy it from your browser.
no_feed = There is no feed at that address: neither RSS nor Atom nor JSON Feed.
other_page = { $host } shows another page than the one that was asked for.
port = Only the usual web ports 80 and 443 can be read.
private = { $host } belongs to a private or reserved network, and nothing is fetched from there.
redirects = { $host } only leads from one address to the next.
robots = { $host } asks programs not to read this address (its robots.txt says so), so it is not read.
robots_unknown = { $host } cannot tell just now what programs may read there (its robots.txt fails), so nothing is read.
scheme = Only web addresses can be read: they begin with http:// or https://.
slow = { $host } took too long to answer.
status = { $host } answered something unexpected (status { $status }).
too_long = That text is longer than any article: it has more than { $limit } characters.
unknown_host = There is no server by the name { $host }. Is it spelled right?
unreachable = { $host } did not answer.
user = That address carries a user name or a password. Please give the plain address of the page.
