# Anak kalimat: melengkapi "… karena …".

media-too_large = ukurannya terlalu besar
media-too_many_pixels = ukuran gambarnya terlalu besar
media-not_a_picture = berkasnya bukan foto atau PDF
media-broken = berkasnya rusak
media-empty = berkasnya kosong
media-unsupported_type = jenis berkasnya belum bisa kami baca
media-gone = berkasnya sudah tidak tersedia
media-unavailable = jaringan sedang terganggu
