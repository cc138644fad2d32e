# For which stretch of time news of a business is sent.

period-month = { $day_month }
period-season = the season until { $until_short }
