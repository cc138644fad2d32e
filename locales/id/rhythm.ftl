# Irama setoran: seberapa sering pinjaman disetor.

rhythm-week = setiap minggu
rhythm-month = setiap bulan
rhythm-months = setiap { $months } bulan
rhythm-season = saat panen
