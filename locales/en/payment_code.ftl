# /kodeunik: payment codes of groups.

payment_code-title = the payment codes
payment_code-overview =
    Payment codes: groups are asked for their amount plus the three digits of their code (such as Rp500,017), so that the bank statement alone names the payer. What the code adds becomes the group's credit.

    { $lines }
payment_code-line-on = { $programme }: on, { $count ->
        [one] { $count } group has a code
       *[other] { $count } groups have codes
    }
payment_code-line-off = { $programme }: off
payment_code-turn-on = Switch on: { $programme }
payment_code-turn-off = Switch off: { $programme }
payment_code-switch-label = Payment codes
payment_code-switch-ask = Switch the payment codes on or off?
payment_code-switch-on = Switch on
payment_code-switch-off = Switch off
payment_code-switch-not_a_choice = Please pick one below.
payment_code-deed-on =
    The payment codes of { $programme } are switched on.
    Every group that borrows gets its code, and from now on is asked to pay exactly with it.
payment_code-deed-off =
    The payment codes of { $programme } are switched off.
    Groups are asked for plain amounts. Their codes are kept, and what is in the books stays as it is.
payment_code-confirm =
    Please check:
    { $deed }
    Is that right?
payment_code-turned-on = The payment codes of { $programme } are on, { $count ->
        [one] { $count } group has a code
       *[other] { $count } groups have codes
    }. Switched on by { $by }.
payment_code-turned-off = The payment codes of { $programme } are off. Switched off by { $by }.
payment_code-as_it_was = The payment codes of { $programme } are like that already. Nothing has changed.
