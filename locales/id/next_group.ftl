# Setoran yang bergulir: sampai kelompok berikutnya, dan siapa yang ikut terbantu.

next_group-missing = { $bar } { $missing } lagi sampai kelompok berikutnya.
next_group-there = { $bar } Dana untuk kelompok berikutnya sudah cukup. Terima kasih!
next_group-helped = Kabar baik, Pak/Bu { $name }: setoran Anda ikut membiayai { $funded }. Terima kasih, dana ini terus bergulir. 🙏
