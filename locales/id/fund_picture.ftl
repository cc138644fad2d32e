# Gambar dana bergulir: kata pendek, dibaca di layar ponsel.

fund_picture-about = Kas bergulir saat ini
fund_picture-cash = Kas di akhir bulan
fund_picture-repayments = Setoran
fund_picture-repaid = Masuk
fund_picture-planned = Rencana
fund_picture-late = Lewat jadwal
fund_picture-class = { $grade }: { $count } kelompok
fund_picture-millions = { $tenth ->
    [0] { $whole } jt
   *[other] { $whole },{ $tenth } jt
}
fund_picture-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] Mei
    [6] Jun
    [7] Jul
    [8] Agu
    [9] Sep
    [10] Okt
    [11] Nov
   *[12] Des
}
