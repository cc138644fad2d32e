# Keadaan sebuah laporan, di tengah kalimat.

report_status-submitted = menunggu dicek
report_status-accepted = sudah dicek dan dicatat
report_status-rejected = belum dapat diterima
report_status-reversed = pencatatannya dibatalkan
