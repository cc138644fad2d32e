sensitive-not_kept =
    Please do not send an ID number, PIN, OTP or card number in a chat. We have not kept that message. The office never asks for a PIN or OTP.
