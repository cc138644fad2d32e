# When a turn may come: months, not days, and no promise.

forecast-when-unknown = cannot be known yet
forecast-when-certain = approved and about to be paid out, most likely by { $until_short }
forecast-when-within = most likely in { $month_month }
forecast-when-same_year = { $earliest_month_name } at the earliest, most likely before { $before_month }
forecast-when-other_year = { $earliest_month } at the earliest, most likely before { $before_month }

forecast-short-unknown = cannot be known yet
forecast-short-certain = approved
forecast-short-month = { $month_month }
forecast-short-same_year = { $earliest_month_name }-{ $until_month }
forecast-short-other_year = { $earliest_month } to { $until_month }

forecast-moves-keeps = The turn keeps its time if all groups repay as they do.
forecast-moves-sooner = If all groups repay on time, about { $month_month }.

# The picture of /antrean.

forecast-picture-title = Whose turn, and when
forecast-picture-about = { $programme }, as of { $today_short }
forecast-picture-legend = Thick: most likely. Thin: from the earliest to the latest.
forecast-picture-place = { $place }. { $group }
forecast-picture-month = { $month_month_name }
forecast-picture-january = { $month_month }
forecast-picture-more =
    { $count ->
        [one] and one group more
       *[other] and { $count } groups more
    }
