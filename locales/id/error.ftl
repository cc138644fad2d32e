error-sorry =
    Mohon maaf, sistem sedang ada gangguan. Pesan Bapak/Ibu sudah kami simpan, tidak perlu dikirim ulang. Petugas memeriksanya dengan nomor { $reference }.
error-speechless = Mohon maaf, ada gangguan pada pesan kami. Silakan ketik PETUGAS supaya dibantu langsung.
