# The columns of a bank's statement: asked once, then remembered.

bank_columns-title = columns of a bank statement
bank_columns-column = { $letter }: { $name }
bank_columns-letter = { $letter }
bank_columns-no_column = none
bank_columns-example = • { $booked_on_short }, { $amount }, { $text }
bank_columns-no_example = (no credit among the first rows)
bank_columns-confirm =
    This is how we read { $file }:
    Programme: { $programme }
    Day: column { $day }
    Money in: column { $money }
    In or out: { $flag }
    Description: { $description }
    Reference: { $reference }
    Balance: { $balance }

    Examples of money in:
    { $examples }

    Is that right? Next time a file like this is imported at once.

bank_columns-programme-label = Programme
bank_columns-programme-ask = Which programme's account is this statement from?
bank_columns-programme-not_a_programme = Please choose one of the programmes below.

bank_columns-day-label = Day
bank_columns-day-ask = Which column holds the day? You may type its letter, such as A.
bank_columns-day-not_a_column = Please choose the column of the day below, or type its letter, such as A.
bank_columns-day-nothing_read = With that column no day and no money in could be read. Please choose the column of the day, then that of money in.

bank_columns-money-label = Money in
bank_columns-money-ask = Which column holds money that came in (credit)? If one column holds both ways, choose that one.
bank_columns-money-not_a_column = Please choose the column of money in below, or type its letter, such as D.

bank_columns-flag-label = In or out
bank_columns-flag-ask = Which column tells money in from money out, such as D/K or DB/CR? If there is only money in, choose “none”.
bank_columns-flag-not_a_column = Please choose that column below, or “none”.

bank_columns-description-label = Description
bank_columns-description-ask = Which column holds the description or the sender's name?
bank_columns-description-not_a_column = Please choose the column of the description below, or “none”.

bank_columns-reference-label = Reference
bank_columns-reference-ask = Which column holds the reference number?
bank_columns-reference-not_a_column = Please choose the column of the reference below, or “none”.

bank_columns-balance-label = Balance
bank_columns-balance-ask = Which column holds the balance?
bank_columns-balance-not_a_column = Please choose the column of the balance below, or “none”.
