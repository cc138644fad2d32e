# Untuk masa apa kabar usaha dikirim.

period-month = { $day_month }
period-season = musim sampai { $until_short }
