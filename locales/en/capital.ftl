# /modal: more capital.

capital-title = the entry of capital
capital-which_programme = Capital for which programme?
capital-amount-ask =
    How much capital came in?
    For example: 50 million
capital-received_on-ask = When did the money reach the fund?
capital-source-ask = From which source? For example: APBD 2019, SP2D 123.
capital-confirm =
    Please check, more capital:
    Programme: { $programme }
    Amount: { $amount_full }
    Received: { $received_on }
    Source: { $source }
    Propose it for approval?

capital-amount-label = Amount
capital-amount-not_an_amount = Please write the amount, for example { $example }.
capital-amount-photo_instead = We can see the photo. Please write the amount, for example { $example }.
capital-amount-unsure = Do you mean { $first }? Pick the right one, or write it again.
capital-amount-too_small = The smallest amount is { $at_least }. Please write it in full, for example 450 thousand.
capital-amount-too_large = That amount is too large. Please write it again.

capital-received_on-label = Day
capital-received_on-not_a_day = That day could not be read. For example: yesterday, or 5 July.
capital-received_on-unsure = There is no such day, or it is not clear which. Perhaps one of these?
capital-received_on-in_the_future = { $given } has not come yet. What is recorded is money already received.

capital-source-label = Source
capital-source-no_words = Please write a short sentence.
capital-source-too_long = Please make it shorter, at most { $at_most } letters.
