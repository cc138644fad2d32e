kinds-voice = Sorry, we cannot listen to voice messages yet. Please write a short text.
kinds-video = Sorry, we cannot take videos yet. Please send a photo.
kinds-sticker = Thank you for the sticker.
kinds-location = Thank you, but we need no location.
kinds-unsupported = Sorry, we cannot read this kind of message. Please write it, or send a photo or PDF.
kinds-contact = Thank you. We know your number already, and numbers of others are not kept.
kinds-edited = The message that you changed had been handled already. If something is wrong, just write a new message, or PETUGAS.
