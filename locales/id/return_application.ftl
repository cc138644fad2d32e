# Petugas bertanya dulu tentang ajuan.

return_application-title = pertanyaan untuk ajuan { $number }
return_application-asked-label = Pertanyaan
return_application-asked-ask = Apa yang ingin ditanyakan? Ketua membaca kalimat ini.
return_application-asked-no_words = Mohon tulis pertanyaannya dengan kalimat singkat.
return_application-asked-too_long = Mohon lebih singkat, paling banyak { $at_most } huruf.
return_application-confirm =
    Mohon dicek dulu:
    Ajuan: { $number }, { $group }
    Pertanyaan: { $asked }
    Kirim ke ketua?
return_application-done = Pertanyaan untuk ajuan { $number } dari { $group } kami kirim ke ketua. Kartunya muncul lagi setelah dijawab.
