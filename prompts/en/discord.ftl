### What is said only on Discord.

bad_option = One of the values is too long or of the wrong kind. Please choose another and try again.
bot_permissions = I lack a permission for that here. Please ask somebody who manages this server to check my role.
commands_changed = The commands have changed since they were registered. Please run: pullquote sync
context = Context
cooldown = That was a little too fast. Please wait a moment and try again.
manage_server = Only members with the Manage Server permission may do that. Please ask one of them.
more = More quotes
no_download = I could not fetch that file from Discord. Please upload it again.
no_more = There is no more to show. The articles may have changed since; please ask again.
no_such_server = I cannot register commands in the server { $guild }. Please check its id, and that I have been added to it.
not_allowed = You may not use that command here. Please ask somebody who manages this server.
old_button = That button is from an older version of me and no longer works. Please ask again.
open = Open article
outdated = That command has changed since your Discord was opened. Please reload Discord and try again.
server_only = That works only in a server that I have been added to. Please use it there.
unreachable = Discord cannot be reached. Please check the network and the settings PULLQUOTE_DISCORD_API and PULLQUOTE_DISCORD_GATEWAY, then try again.
