# /cari: kelompok dan orang.

finding-for_what = Siapa atau apa yang dicari? Contoh: /cari mekar
finding-nobody = Tidak ada kelompok atau orang yang cocok dengan “{ $said }”.
finding-found =
    🔎 “{ $said }”
    { $lines }
finding-group = { $group } ({ $code }), { $village }, { $district }
finding-person =
    { $name }, { $phone }
    { $offices }
finding-office = · { $office } { $group }
finding-no_office = · bukan pengurus kelompok
