# Tiga angka yang selalu disebut terpisah; hanya yang diverifikasi yang masuk hitungan.

tallies-reported = Dilaporkan: { $count } laporan, { $total }
tallies-verified = Diverifikasi: { $count } laporan, { $total }
tallies-rejected = Ditolak: { $count } laporan, { $total }
