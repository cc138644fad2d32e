human-ask_human =
    All right, { $name }. We have passed it on to the office (number { $number }). { $promise } Just write your message here, somebody will read it.
human-promise = The office answers by { $when } at the latest.
human-promise_later = The office is closed now (open Monday–Friday 08:00–16:00 WITA). It answers by { $when } at the latest.
human-answer_comes = The answer will come here.
human-passed_on = We have passed this message on to the office. { $promise }
human-photos_passed_on =
    { $count ->
        [one] We have passed your photo on to the office.
       *[other] We have passed your { $count } photos on to the office.
    }
human-passed_on_only = We have told the office. 🙏
human-photos_missing = Some photos could not be read. Please send them once more.
human-not_for_staff = Not for the office
human-not_understood =
    Sorry, { $name }, we still do not understand. We have passed your message on to the office (number { $number }). { $promise }
    Meanwhile, please choose below, or write it in other words.
human-finish = Done, thank you
human-closed = All right, { $name }. Talk { $number } is closed. If you need the office again, type PETUGAS.
human-closed_already = Talk { $number } is closed already, { $name }. If you need the office again, type PETUGAS.
human-closed_by_office = { $name }, talk { $number } with the office is closed. If there is more to say, type PETUGAS.
human-late = { $name }, we are sorry: nobody has been able to answer message { $number } yet. We have reminded the office, and try to have an answer by { $when }. Thank you for waiting. 🙏
human-complaint =
    Thank you for telling us, { $name }, and we are sorry for the trouble. We have passed it on to the office (number { $number }). { $promise }
human-change_leader =
    A change of officers is recorded by the office, { $name }, to keep the group’s data safe. We have passed it on (number { $number }). { $promise } Please have the minutes of the group ready.
human-change_number =
    A phone number can be changed by the office only, { $name }, to keep the group’s data safe. We have passed it on (number { $number }). { $promise } Never send a PIN or OTP to anybody.
human-delete_data =
    Your request is recorded with number { $number }. The office answers within 3 x 24 hours. Financial records are kept as the rules for archives demand.
human-access_data =
    Your request is recorded with number { $number }. The office explains within 3 x 24 hours which data we hold about you.
human-group = { $name }, { $village }
human-no_group = (not connected with a group yet)
