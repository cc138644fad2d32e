help-borrower =
    Tulis saja seperti biasa, Pak/Bu. Contoh:
    “setor 500 ribu kemarin”, lalu kirim foto buktinya
    “sisa berapa?” atau “kapan jadwal setor?”
    “setor ke rekening mana?”
    “lapor usaha”, lalu kirim fotonya
    BATAL untuk membatalkan, KEMBALI untuk mundur selangkah, PETUGAS untuk bertanya langsung.
help-others =
    Tulis saja seperti biasa, Pak/Bu. Contoh:
    “kapan giliran kelompok kami?”
    “saya mau bicara dengan petugas”
    “lapor usaha”, lalu kirim fotonya
    Ketik MENU kapan saja.
