human-ask_human =
    Baik, Pak/Bu { $name }. Sudah kami teruskan ke petugas (nomor { $number }). Jam layanan Senin–Jumat 08.00–16.00 WITA. Tulis saja pesannya di sini, petugas akan membaca.
human-passed_on = Pesan ini juga sudah kami teruskan ke petugas. Jawabannya kami kirim ke sini.
human-complaint =
    Terima kasih sudah menyampaikan, Pak/Bu { $name }, dan mohon maaf atas ketidaknyamanannya. Sudah kami teruskan ke petugas (nomor { $number }). Jawabannya kami kirim ke sini.
human-promise_payment =
    Terima kasih kabarnya, Pak/Bu { $name }. Rencana setornya sudah kami teruskan ke petugas. Setelah menyetor, kirim foto buktinya ke sini, ya.
human-cannot_pay =
    Terima kasih sudah memberi kabar, Pak/Bu { $name }. Semoga segera ada jalan. Kira-kira kapan bisa menyetor, dan berapa? Sebagian dulu juga boleh. Kabar ini kami teruskan ke petugas.
human-ask_turn =
    Giliran bergantung pada dana yang kembali dan keputusan rapat, Pak/Bu { $name }. Pertanyaannya sudah kami teruskan ke petugas (nomor { $number }), jawabannya kami kirim ke sini.
human-change_leader =
    Pergantian pengurus dicatat oleh petugas, Pak/Bu { $name }, supaya data kelompok tetap aman. Sudah kami teruskan (nomor { $number }). Mohon siapkan berita acara kelompoknya.
human-change_number =
    Nomor HP hanya bisa diganti oleh petugas, Pak/Bu { $name }, supaya data kelompok tetap aman. Sudah kami teruskan (nomor { $number }). Jangan kirim PIN atau OTP kepada siapa pun.
human-delete_data =
    Permintaan Bapak/Ibu sudah kami catat dengan nomor { $number }. Petugas menjawab paling lama 3 x 24 jam. Catatan keuangan tetap kami simpan sesuai aturan arsip.
human-access_data =
    Permintaan Bapak/Ibu sudah kami catat dengan nomor { $number }. Petugas mengirim penjelasan tentang data Bapak/Ibu paling lama 3 x 24 jam.
human-stop_notices =
    Baik, Pak/Bu { $name }. Permintaan untuk berhenti menerima pesan sudah kami teruskan ke petugas (nomor { $number }). Urusan kelompok tetap dilayani di kantor.
human-report_progress =
    Terima kasih kabarnya, Pak/Bu { $name }. Sudah kami teruskan ke petugas. Kalau ada foto usahanya, kirim saja ke sini.
human-group = { $name }, { $village }
human-no_group = (belum terhubung dengan kelompok)
