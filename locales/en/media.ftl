# A clause: it completes “… because …”.

media-too_large = it is too large
media-too_many_pixels = the picture is too large
media-not_a_picture = the file is no photo or PDF
media-broken = the file is broken
media-empty = the file is empty
media-unsupported_type = we cannot read this type of file
media-gone = the file is no longer available
media-unavailable = the network is disturbed
media-encrypted_pdf = the file is locked with a password
media-encrypted_sheet = the file is locked with a password
media-too_many_rows = it has more than 20,000 rows
media-too_many_columns = it has more than 40 columns
media-cell_too_long = one of its cells holds too much text
