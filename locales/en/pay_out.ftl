# The treasurer has paid: the day and the proof.

pay_out-title = payment of a disbursement
pay_out-paid_on-label = Day
pay_out-paid_on-ask = When was the money handed over?
pay_out-paid_on-not_a_day = We could not read that day. For example: yesterday, or 5 July.
pay_out-paid_on-unsure = There is no such day, or it is unclear. Perhaps one of these?
pay_out-paid_on-in_the_future = { $given } is still to come. Only money that was handed over is entered.
pay_out-paid_on-before_approval = This was approved on { $approved_on } only, so it cannot have been paid before.
pay_out-proof-label = Proof
pay_out-proof-ask = Please send a photo of the proof: the receipt or the transfer slip. 📷
pay_out-proof-not_a_photo = We are waiting for a photo of the proof. To stop, type CANCEL.
pay_out-proof-broken = Sorry, we could not keep that because { $why }. Please send it again as a photo.
pay_out-confirm =
    Please check, the money was handed over:
    Group: { $group }
    Amount: { $amount_full }
    Day: { $paid_on }
    Proof: { $proof } photo
    After this the loan and its schedule exist, and the group is told. Is that right?
pay_out-done = Entered: { $amount_full } for { $group }, loan { $number }. The group has been told. ✅
