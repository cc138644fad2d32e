# Words that every conversation uses.

form-send = Yes, send it
form-change = Change something
form-cancel = Cancel
form-keep = Yes, correct
form-rewrite = Write it again
form-continue = Go on
form-restart = Start again
form-human = Ask the office
form-menu = Show the menu
form-today = Today
form-yesterday = Yesterday
form-later = Later
form-share_contact = Share my number
form-value = { $value }
form-group = { $name }

form-cancelled = All right, cancelled. Nothing was sent.
form-stale = That button belongs to an earlier message, so nothing has changed. Reports that were sent are safe.
form-which = Which part shall be changed?
form-back_to = Now let us go on: { $what }.
form-resume =
    This is not finished yet: { $what }. Shall we go on?
form-expired_gently =
    This has been waiting for long, so we have put it aside: { $what }. Please begin again whenever you like.
form-noted = All right, noted. { $what }: { $value }.
form-edit_noticed = We have read your changed message.
form-nothing_open = Nothing is being worked on.
form-not_understood =
    Sorry, we have not understood that yet. Please choose below, or say it in other words, such as “setor 500 ribu kemarin”.
form-sent_again = (sent again)
form-too_many_photos = We keep the first { $at_most } photos; you may send the other { $count } with the next report.
form-photos_missing = { $count } photos could not be kept because { $why }. The others are safe; please send those again.
form-choose = Choose
