kinds-voice = Sorry, we cannot listen to voice messages yet. Please write a short text.
kinds-video = Sorry, we cannot take videos yet. Please send a photo.
kinds-sticker = Thank you for the sticker. If you need anything, just write it here or write MENU.
kinds-location = Thank you, but we need no location. If you need anything, just write it here.
kinds-unsupported = Sorry, we cannot read this kind of message. Please write it, or send a photo or PDF.
kinds-contact = We know your number already, so there is no need to send it again. Numbers of others are not kept.
kinds-edited = The message that you changed had been handled already. If something is wrong, just write a new message, or PETUGAS.
kinds-too_much = That is a lot of messages. We read them one by one; a moment, please.
