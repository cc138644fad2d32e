# Times of the day, as people say them. All of them WITA.

hours-clock = { $hour }:{ $minute }
hours-day_clock = { $day_short } { $hour }:{ $minute }
hours-today = today at { $hour }:{ $minute } WITA
hours-day = { $day } at { $hour }:{ $minute } WITA
