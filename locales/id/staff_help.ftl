# /bantuan di grup petugas.

staff_help-listing =
    Yang dapat Anda lakukan di sini:
    { $commands }

    Untuk menjawab ketua yang meminta petugas, balas (reply) kartunya.
staff_help-verifikasi = /verifikasi: laporan setoran yang menunggu pemeriksaan
staff_help-saldo = /saldo: kas, dana di kelompok, dan yang lewat jadwal
staff_help-cairkan = /cairkan: pencairan berikutnya, dari usulan sampai dibayar
staff_help-aturan = /aturan: aturan giliran dalam kata-kata biasa, dan mengubahnya
staff_help-antrean = /antrean: siapa menunggu modal; pindah, tunda, lanjutkan, keluarkan
staff_help-bantuan = /bantuan: daftar ini
staff_help-kelompok = /kelompok: semua tentang satu kelompok
staff_help-tunggakan = /tunggakan: kolektibilitas, dan yang lewat jadwal
staff_help-perkembangan = /perkembangan: foto dan kabar usaha, atau “belum lapor”
staff_help-cari = /cari: kelompok atau orang
staff_help-riwayat = /riwayat: siapa, apa, kapan: kelompok, pinjaman, laporan
staff_help-catat = /catat: setoran tunai di kantor
staff_help-koreksi = /koreksi: betulkan atau batalkan setoran yang sudah dicatat
staff_help-jadwal = /jadwal: jadwal setoran, yang berlaku dan yang lama
staff_help-jadwalulang = /jadwalulang: jadwal baru untuk sisa pinjaman
staff_help-hapusbuku = /hapusbuku: hapus pokok dari buku
staff_help-pulihkan = /pulihkan: setoran sesudah hapus buku
staff_help-modal = /modal: tambahan modal
staff_help-rencana = /rencana: modal yang akan datang, untuk perkiraan giliran
staff_help-simulasi = /simulasi: apa jadinya bila sebuah kelompok didanai sekarang
staff_help-titipan = /titipan: kembalikan titipan kelompok
staff_help-mutasi = /mutasi: mutasi bank, yang cocok dan yang belum
staff_help-ringkasan = /ringkasan: angka bulan ini, dan apa yang menunggu
staff_help-audit = /audit: apakah buku benar
staff_help-petugas = /petugas: petugas dan perannya
staff_help-pengingat = /pengingat: kapan kelompok diingatkan, dan jamnya
staff_help-kodeunik = /kodeunik: kode bayar kelompok, nyala atau mati
staff_help-selesai = /selesai: tutup percakapan dengan ketua (balas kartunya)

staff_help-button-verifikasi = Verifikasi
staff_help-button-saldo = Saldo
staff_help-button-cairkan = Cairkan
staff_help-button-aturan = Aturan
staff_help-button-antrean = Antrean
staff_help-button-kelompok = Kelompok
staff_help-button-tunggakan = Tunggakan
staff_help-button-perkembangan = Perkembangan
staff_help-button-cari = Cari
staff_help-button-riwayat = Riwayat
staff_help-button-catat = Catat tunai
staff_help-button-koreksi = Koreksi
staff_help-button-jadwal = Jadwal
staff_help-button-jadwalulang = Jadwal ulang
staff_help-button-hapusbuku = Hapus buku
staff_help-button-pulihkan = Pulihkan
staff_help-button-modal = Modal
staff_help-button-rencana = Rencana modal
staff_help-button-simulasi = Simulasi
staff_help-button-titipan = Titipan
staff_help-button-mutasi = Mutasi bank
staff_help-button-ringkasan = Ringkasan
staff_help-button-audit = Periksa buku
staff_help-button-petugas = Petugas
staff_help-button-pengingat = Pengingat
staff_help-button-kodeunik = Kode bayar
staff_help-button-selesai = Selesai
