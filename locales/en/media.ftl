# A clause: it completes “… because …”.

media-too_large = it is too large
media-too_many_pixels = the picture is too large
media-not_a_picture = the file is no photo or PDF
media-broken = the file is broken
media-empty = the file is empty
media-unsupported_type = we cannot read this type of file
media-gone = the file is no longer available
media-unavailable = the network is disturbed
