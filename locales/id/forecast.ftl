# Kapan giliran: bulan, bukan tanggal, dan bukan janji.

forecast-when-unknown = belum bisa diperkirakan
forecast-when-certain = sudah disetujui, tinggal dicairkan, kemungkinan besar paling lambat { $until_short }
forecast-when-within = kemungkinan besar dalam { $month_month }
forecast-when-same_year = paling cepat { $earliest_month_name }, kemungkinan besar sebelum { $before_month }
forecast-when-other_year = paling cepat { $earliest_month }, kemungkinan besar sebelum { $before_month }

forecast-short-unknown = belum bisa diperkirakan
forecast-short-certain = sudah disetujui
forecast-short-month = { $month_month }
forecast-short-same_year = { $earliest_month_name }-{ $until_month }
forecast-short-other_year = { $earliest_month } sampai { $until_month }

forecast-moves-keeps = Giliran tetap pada waktunya bila setoran semua kelompok lancar.
forecast-moves-sooner = Bila setoran semua kelompok tepat waktu, kira-kira { $month_month }.

# Gambar untuk /antrean.

forecast-picture-title = Perkiraan giliran
forecast-picture-about = { $programme }, per { $today_short }
forecast-picture-legend = Pita tebal: paling mungkin. Pita tipis: paling cepat sampai paling lambat.
forecast-picture-place = { $place }. { $group }
forecast-picture-month = { $month_month_name }
forecast-picture-january = { $month_month }
forecast-picture-more = dan { $count } kelompok lagi
