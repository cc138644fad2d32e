loose_photo-title = the photo

loose_photo-photos-label = Photo
loose_photo-photos-ask = Please send the photo.
loose_photo-photos-broken = Sorry, we could not keep it because { $why }. Please send it again as a photo, or write BATAL.
loose_photo-photos-not_a_photo = We are waiting for the photo. If you changed your mind, write BATAL.

loose_photo-purpose-label = What the photo is
loose_photo-purpose-ask = The photo has arrived. What is it?
loose_photo-purpose-slip = Slip of a payment
loose_photo-purpose-business = Photo of business
loose_photo-purpose-other = Something else
loose_photo-purpose-not_a_choice = Sorry, we have not understood. Is the photo a slip, or a photo of the business?

loose_photo-is_business = Good, the photo is for the business report.
loose_photo-is_slip = All right, we use the photo as the slip of the repayment.
loose_photo-added =
    Thank you. We have added the photo to report { $number }: { $amount }, { $paid_on }. If it belongs to another repayment, press the button below or write its amount.
loose_photo-other_repayment = Another repayment
loose_photo-shown =
    Thank you. { $count ->
        [one] We have kept the photo and shown it to the office.
       *[other] We have kept { $count } photos and shown them to the office.
    } 📷
loose_photo-card =
    Photos from { $name }
    { $groups }
    { $caption }
loose_photo-no_caption = (without a caption)
