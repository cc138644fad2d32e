# Jeda pesan: selalu ada akhirnya.

pause-title = jeda pesan

pause-until-label = Jeda sampai
pause-until-ask =
    Boleh, Pak/Bu. Sampai kapan pesan kami istirahat? Misalnya sebulan.
    Pengingat setoran hanya bisa istirahat paling lama { $money_days } hari dalam { $within_days } hari. Ingin berhenti sama sekali? Ketik PETUGAS.
pause-when-month = Sebulan
pause-when-week = Seminggu
pause-when-season = Tiga bulan
pause-until-no_end =
    Supaya kabar penting tidak terlewat, jeda perlu ada akhirnya, Pak/Bu. Sampai kapan? Misalnya sebulan, paling lama sampai { $latest_short }.
pause-until-unsure = Supaya tidak keliru, maksudnya sampai tanggal berapa, Pak/Bu? Pilih di bawah, atau tulis tanggalnya.
pause-until-in_the_past = { $given } tidak bisa dipilih, Pak/Bu. Jeda dimulai hari ini, jadi akhirnya paling cepat besok dan paling lama { $latest_short }.
pause-until-too_far = { $given } terlalu jauh, Pak/Bu. Jeda paling lama sampai { $latest_short }; setelah itu boleh minta lagi.

pause-confirm =
    Mohon dicek dulu:
    Jeda sampai: { $until }
    Pengingat setoran istirahat paling lama { $money_days } hari dalam { $within_days } hari.
    Sudah benar, Pak/Bu?
pause-submitted =
    Baik, Pak/Bu { $name }. Pesan kami istirahat sampai { $until }. { $money } Jawaban atas pesan Bapak/Ibu tetap kami kirim. Ingin mulai lagi lebih cepat? Ketik LANJUTKAN PESAN.
pause-money_rests_too = Pengingat setoran ikut istirahat.
pause-money_rests_until = Pengingat setoran ikut istirahat sampai { $money_until_short } saja, karena paling lama { $money_days } hari dalam { $within_days } hari.
pause-money_goes_on = Pengingat setoran tetap kami kirim, karena sudah istirahat { $money_days } hari dalam { $within_days } hari ini.
pause-resume = Lanjutkan pesan
pause-resumed = Baik, Pak/Bu { $name }. Pesan dan pengingat kami kirim lagi mulai sekarang. Terima kasih.
pause-not_resting = Pesan kami tidak sedang dijeda, Pak/Bu { $name }. Bila ingin jeda, ketik JEDA.
