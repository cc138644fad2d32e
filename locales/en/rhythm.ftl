# The rhythm of a loan: how often it is paid back.

rhythm-week = weekly
rhythm-month = monthly
rhythm-months = every { $months } months
rhythm-season = at harvests
