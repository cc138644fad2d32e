# /cari: groups and people.

finding-for_what = Whom or what are you looking for? For example: /cari mekar
finding-nobody = No group and nobody fits “{ $said }”.
finding-found =
    🔎 “{ $said }”
    { $lines }
finding-group = { $group } ({ $code }), { $village }, { $district }
finding-person =
    { $name }, { $phone }
    { $offices }
finding-office = · { $office } of { $group }
finding-no_office = · holds no office
