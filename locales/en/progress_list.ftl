# /perkembangan: the latest news of businesses, and who has not reported yet.

progress_list-latest =
    🌱 Latest business reports, { $where }:
    { $lines }
progress_list-everywhere = all groups
progress_list-line = { $number }, { $group } ({ $village }), { $period }, { $photos } photos: { $status }
progress_list-status-submitted = waiting
progress_list-status-accepted = accepted
progress_list-status-more_wanted = more wanted
progress_list-none = No business report yet, { $where }.
progress_list-silent =
    { $count ->
        [1] One group has not reported yet:
       *[other] { $count } groups have not reported yet:
    }
    { $lines }
progress_list-silent_line = { $group } ({ $village }, { $district }), { $period }
progress_list-all_reported = All groups that borrow have reported. 🙏
progress_list-who_is_silent = Not reported yet
progress_list-next = Next
progress_list-back = Back
progress_list-which = Which group does “{ $said }” mean?
progress_list-unknown = “{ $said }” is no group or district that we know. Example: /perkembangan bengalon, /perkembangan belum lapor.
