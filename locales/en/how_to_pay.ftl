how_to_pay-account =
    Pay to the official account only:
    { $account }
    Never pay to another one, whoever asks. Keep the slip, then send its photo here. In doubt? Write PETUGAS.
how_to_pay-accounts =
    Pay to the official accounts only:
    { $accounts }
    Never pay to another one, whoever asks. Keep the slip, then send its photo here. In doubt? Write PETUGAS.
how_to_pay-line = { $group }: { $account }
how_to_pay-ask_office =
    The official account is not recorded here yet. Please ask the social office before you pay, and do not pay to an account that is not certain.
how_to_pay-no_loan =
    Your group has no running loan, so there is nothing to pay. This service is free of any charge.
how_to_pay-account_exact =
    Pay to the official account only:
    { $account }

    { $exact }

    Never pay to another one, whoever asks. Keep the slip, then send its photo here. In doubt? Write PETUGAS.
how_to_pay-accounts_exact =
    Pay to the official accounts only:
    { $accounts }

    { $exact }

    Never pay to another one, whoever asks. Keep the slip, then send its photo here. In doubt? Write PETUGAS.
how_to_pay-exact = For the next repayment please transfer exactly { $asked }. The last three digits ({ $code }) are the code of your group, so that we know at once who paid. These { $remainder } become your group's credit.
how_to_pay-exact_of = { $group }: please transfer exactly { $asked }. The last three digits ({ $code }) are the code of this group, and these { $remainder } become its credit.
