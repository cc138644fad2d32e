error-sorry =
    Sorry, something went wrong on our side. Your message is kept; there is no need to send it again. Staff look into it under number { $reference }.
error-speechless = Sorry, something is wrong with our message. Please write PETUGAS to be helped by a person.
