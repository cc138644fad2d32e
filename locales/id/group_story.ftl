# /kelompok: gambar perjalanan kelompok, dan kabar usahanya.

group_story-about = { $village } · { $business }
group_story-photos = Foto usaha dan kunjungan
group_story-report = Laporan { $number }
group_story-visit = Kunjungan pendamping
group_story-repayments = Setoran terakhir
group_story-repaid = Pokok kembali { $percent }%
group_story-told = Laporan usaha: { $count }
group_story-visited = Kunjungan terakhir { $visited_on_short }, tahap { $stage }. { $recommended }
group_story-visit_suggested = 🧭 Kunjungan disarankan
