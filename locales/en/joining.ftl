joining-welcome =
    Welcome to the revolving fund of the social office of Kutai Timur. Groups of families who need capital for a business can apply at the village office, with a facilitator, or at the social office. It is free of any charge.
    If your group is registered already, press the button below to share your own phone number.
joining-welcome_by_number =
    Welcome to the revolving fund of the Social Office of Kutai Timur. Groups of family businesses that need capital can apply at the village office, through a facilitator, or at the Social Office. It is free of any charge.
    This number is not in our records. If your group is registered with another number, type PETUGAS.
joining-own_contact =
    Please share your own phone number with the button below. Numbers of others are not kept.
joining-unknown_number =
    Thank you. This number is not in our records yet. We have told the office. You can also ask your facilitator or come to the social office.
joining-unknown_card =
    Somebody would like to join, but the number is not in our records: { $name }.
    If this is an officer of a group, please register the phone number first, then ask them to share it once more.
joining-consent =
    { $name }, before we begin we ask for your consent.
    We record name, phone number, data of the group’s loan, slips and photos of the business, only to run the revolving fund. These messages pass through Telegram or WhatsApp, whose servers are abroad.
    You can see, correct or stop this at any time through the office. Do you agree?
joining-agree = I agree
joining-disagree = I do not agree
joining-agreed =
    Thank you, { $name }. Your consent is recorded. ✅
    Write MENU at any time to see what is possible.
joining-declined =
    All right, { $name }. We will send no more messages. The group is still served at the social office or by its facilitator. If you change your mind, just write here.
joining-welcome_back = Welcome back, { $name }. Write MENU to see what is possible.
