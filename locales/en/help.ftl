help-borrower =
    Just write as you always do. For example:
    “setor 500 ribu kemarin”, then send a photo of the slip
    “sisa berapa?” or “kapan jadwal setor?”
    “setor ke rekening mana?”
    “lapor usaha”, then send the photos
    BATAL cancels, KEMBALI goes one step back, PETUGAS asks the office.
help-others =
    Just write as you always do. For example:
    “kapan giliran kelompok kami?”
    “saya mau bicara dengan petugas”
    “lapor usaha”, then send the photos
    Write MENU at any time.
