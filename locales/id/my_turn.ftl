# Giliran: di mana kelompok menunggu, apa yang harus terjadi dulu, dan mengapa di situ.

my_turn-no_group = Nomor antrean hanya untuk pengurus kelompok yang terdaftar, Pak/Bu. Silakan tanya petugas.
my_turn-not_applied = { $group } belum mengajukan modal, jadi belum ada di daftar tunggu.
my_turn-submitted = Ajuan { $number } dari { $group } ({ $amount }) sudah masuk { $applied_on_short } dan sedang dilihat petugas. Nomor antrean ada setelah diterima.
my_turn-refused = Ajuan { $number } dari { $group } ({ $amount }) belum dapat diterima, karena { $reason }. Kelompok boleh mengajukan lagi, Pak/Bu.
my_turn-withdrawn = Ajuan { $number } dari { $group } sudah keluar dari antrean, karena { $reason }. Kelompok boleh mengajukan lagi, Pak/Bu.
my_turn-funded = Ajuan { $number } dari { $group } sudah menjadi pinjaman { $loan }: modal { $amount } cair { $paid_on_short }. Untuk modal berikutnya, kelompok boleh mengajukan lagi, Pak/Bu.
my_turn-returned =
    Petugas bertanya tentang ajuan { $number } dari { $group }:
    “{ $reason }”
    Mohon dijawab dulu, Pak/Bu.
my_turn-waiting =
    { $group }: nomor { $place } dari { $count }, untuk { $amount }.

    { $details }
my_turn-waits_for = Yang ditunggu:
my_turn-moves = Yang pernah diputuskan:
my_turn-postponed =
    { $group }: ditunda dulu, karena { $reason }.
    Tanggalnya tetap dihitung. Kami kabari begitu dilanjutkan, Pak/Bu.

    { $details }
my_turn-why = Kenapa nomor itu?
my_turn-leave = Mundur dari antrean

why_place-explained =
    { $group } nomor { $place } dari { $count }.

    Aturannya: yang didahulukan lebih dulu, sesudah itu yang lebih dulu diterima.
    { $group } di { $class }, diterima { $accepted_on_short }.
    { $ahead }

    Yang pernah mengubah nomornya:
    { $events }

    Yang ditunggu sekarang:
    { $first }
why_place-postponed =
    { $group } sedang ditunda, jadi belum bernomor. Tanggalnya tetap: diterima { $accepted_on_short }.

    Yang pernah mengubah nomornya:
    { $events }
why_place-nobody = Tidak ada yang menunggu di depan.
why_place-higher_class = { $count } kelompok di depan karena didahulukan.
why_place-earlier = { $count } kelompok di depan karena lebih dulu diterima.
why_place-decided = { $count } kelompok di depan karena keputusan petugas (lihat di bawah).

queue_story-because = , karena { $reason }
queue_story-enters = nomor { $after }
queue_story-leaves = tadinya nomor { $before }
queue_story-from_to = nomor { $before } jadi { $after }
queue_story-own-accepted = • { $on_short }: masuk antrean, { $places }{ $why }.
queue_story-own-moved = • { $on_short }: dipindahkan, { $places }{ $why } ({ $by }).
queue_story-own-postponed = • { $on_short }: ditunda, { $places }{ $why } ({ $by }).
queue_story-own-resumed = • { $on_short }: dilanjutkan, { $places }{ $why } ({ $by }).
queue_story-other-accepted = • { $on_short }: { $group } diterima dan didahulukan{ $why } ({ $by }); { $places }.
queue_story-other-moved = • { $on_short }: { $group } dipindahkan{ $why } ({ $by }); { $places }.
queue_story-other-postponed = • { $on_short }: { $group } ditunda dulu; { $places }.
queue_story-other-resumed = • { $on_short }: { $group } dilanjutkan{ $why } ({ $by }); { $places }.
queue_story-other-withdrawn = • { $on_short }: { $group } keluar dari antrean; { $places }.
queue_story-other-funded = • { $on_short }: { $group } menerima modal; { $places }.
queue_story-many = • { $first_short } sampai { $last_short }: { $count } kelompok di depan menerima modal, ditunda atau keluar; { $places }.
