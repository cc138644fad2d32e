# Anak kalimat: melengkapi "… karena …".

media-too_large = ukurannya terlalu besar
media-too_many_pixels = ukuran gambarnya terlalu besar
media-not_a_picture = berkasnya bukan foto atau PDF
media-broken = berkasnya rusak
media-empty = berkasnya kosong
media-unsupported_type = jenis berkasnya belum bisa kami baca
media-gone = berkasnya sudah tidak tersedia
media-unavailable = jaringan sedang terganggu
media-encrypted_pdf = berkasnya dikunci dengan kata sandi
media-encrypted_sheet = berkasnya dikunci dengan kata sandi
media-too_many_rows = barisnya lebih dari 20.000
media-too_many_columns = kolomnya lebih dari 40
media-cell_too_long = ada sel yang isinya terlalu panjang
