human-ask_human =
    All right, { $name }. We have passed it on to the office (number { $number }). Office hours are Monday–Friday 08:00–16:00 WITA. Just write your message here, somebody will read it.
human-passed_on = We have passed this message on to the office, too. The answer will come here.
human-complaint =
    Thank you for telling us, { $name }, and we are sorry for the trouble. We have passed it on to the office (number { $number }). The answer will come here.
human-promise_payment =
    Thank you for telling us, { $name }. We have passed your plan on to the office. After paying, please send a photo of the slip here.
human-cannot_pay =
    Thank you for telling us, { $name }. We hope that a way is found soon. When, and how much, could it be? A part is welcome too. We have passed this on to the office.
human-ask_turn =
    Whose turn it is depends on the money that comes back and on the meeting’s decision, { $name }. We have passed your question on to the office (number { $number }); the answer will come here.
human-change_leader =
    A change of officers is recorded by the office, { $name }, to keep the group’s data safe. We have passed it on (number { $number }). Please have the minutes of the group ready.
human-change_number =
    A phone number can be changed by the office only, { $name }, to keep the group’s data safe. We have passed it on (number { $number }). Never send a PIN or OTP to anybody.
human-delete_data =
    Your request is recorded with number { $number }. The office answers within 3 x 24 hours. Financial records are kept as the rules for archives demand.
human-access_data =
    Your request is recorded with number { $number }. The office explains within 3 x 24 hours which data we hold about you.
human-stop_notices =
    All right, { $name }. We have passed your wish to receive no more messages on to the office (number { $number }). The group is still served at the office.
human-report_progress =
    Thank you for the news, { $name }. We have passed it on to the office. If you have photos of the business, just send them here.
human-group = { $name }, { $village }
human-no_group = (not connected with a group yet)
