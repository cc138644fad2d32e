# Jam, seperti diucapkan orang. Semua WITA.

hours-clock = { $hour }.{ $minute }
hours-day_clock = { $day_short } { $hour }.{ $minute }
hours-today = hari ini pukul { $hour }.{ $minute } WITA
hours-day = { $day } pukul { $hour }.{ $minute } WITA
