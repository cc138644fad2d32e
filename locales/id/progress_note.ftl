# Catatan petugas tentang laporan usaha.

progress_note-title = catatan untuk laporan { $number }
progress_note-text-label = Catatan
progress_note-text-ask = Apa yang perlu dicatat? Hanya petugas yang membacanya.
progress_note-text-no_words = Mohon tulis dengan kalimat singkat.
progress_note-text-too_long = Mohon lebih singkat, paling banyak { $at_most } huruf.
