### The database and the index.

cannot_open = The database { $file } cannot be opened. Please check that it is a file, and that the account that runs Pullquote may use it and its folder.
damaged = The database { $file } is damaged and was left as it is. Please put a backup in its place, or move it away to begin with an empty one.
disk_error = The disk did not read or write the database { $file } as it should. Please check that it is connected, healthy and not full, and try again.
failed = The database { $file } could not be used ({ $reason }). Please try again; if it happens once more, check the file and its disk.
foreign = The database { $file } belongs to another program and was left as it is. Please choose another file for Pullquote.
full = There is no room left on the disk for the database { $file }. Please free some space and try again. What was saved before is safe.
index_busy = Another process has been writing the index for a minute. Please try again when it is done.
index_damaged = The index is damaged. The next command makes it anew from the database.
index_foreign = The index belongs to another database. The next command makes it anew.
index_missing = The index is missing. The next command makes it anew from the database.
index_stale = The index lacks the latest changes. The next command brings it up to date.
index_unwritable = The index cannot be written. Please check that the disk is not full and that the data folder can be written.
locked = Another program is using the database { $file } and did not let go of it in time. Please wait until it has finished, or stop it, and try again.
newer_schema = The database { $file } was made by a newer Pullquote (its revision is { $found }) and was left as it is. Please install that version, or choose another file.
no_folder = The folder { $folder } for the database cannot be made. Please make it yourself, or choose another place for the database.
older_schema = The database { $file } was made by an older Pullquote. The next start brings it up to date, and makes a copy first.
read_only = The database { $file } cannot be written: the file, its folder or its disk is read-only. Please allow the account that runs Pullquote to write there, and try again.
