# /petugas: peran di kantor.

staff_role-title = perubahan peran
staff_role-listing =
    Petugas dan perannya:
    { $lines }
staff_role-listing_to_change =
    Petugas dan perannya:
    { $lines }

    Untuk mengubah, pilih namanya di bawah, atau tulis /petugas NAMA.
staff_role-line = { $name }: { $roles }
staff_role-and = { $before }, { $role }
staff_role-nobody = Tidak ada orang bernama “{ $said }” di catatan kantor.
staff_role-several = Ada beberapa orang bernama “{ $said }”. Yang mana?
staff_role-role-label = Peran
staff_role-role-ask = Peran yang mana? Yang sudah dipegang akan dicabut, yang belum akan diberikan.
staff_role-role-not_a_choice = Mohon pilih salah satu peran di bawah.
staff_role-role-viewer = Pemantau
staff_role-role-verifier = Verifikator
staff_role-role-treasurer = Bendahara
staff_role-role-approver = Penyetuju
staff_role-role-administrator = Administrator
staff_role-deed-grant = { $name } diberi peran { $role }
staff_role-deed-revoke = Peran { $role } dicabut dari { $name }
staff_role-confirm =
    Mohon dicek dulu:
    { $deed }
    Sudah benar?
staff_role-granted = { $name } sekarang memegang peran { $role }. Diberikan oleh { $by }.
staff_role-revoked = { $name } tidak lagi memegang peran { $role }. Dicabut oleh { $by }.
staff_role-as_it_was = Peran { $role } untuk { $name } sudah seperti itu. Tidak ada yang berubah.
rule-last_administrator = { $name } administrator terakhir. Beri peran itu kepada orang lain dulu, baru dicabut.
