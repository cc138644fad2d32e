# /bantuan di grup petugas.

staff_help-listing =
    Yang dapat Anda lakukan di sini:
    { $commands }

    Untuk menjawab ketua yang meminta petugas, balas (reply) kartunya.
staff_help-verifikasi = /verifikasi: laporan setoran yang menunggu pemeriksaan
staff_help-saldo = /saldo: kas, dana di kelompok, dan yang lewat jadwal
staff_help-bantuan = /bantuan: daftar ini
