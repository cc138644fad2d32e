"""Everyday words that are none of our keywords: never mended into one, nor taken apart.

"Kelapa" is no misspelt "kenapa", "sakit" no "saket" (sixty), and "tujuan" no seven.
"""

from handlers.understanding.lexicon import words

EVERYDAY = words(
    """
    abang adalah adik aduk agak agar agung akhirnya ambil ampar anak ancalong angin angsa
    apabila atap atasan aturan awas ayah ayak ayaq baay babi bagian bahkan baik baju bakar
    balai balas balok bambu bangalon bangga bangun bantal banyak bara barang barat basah
    baskom batas batasan baterai batu bawa bawah bawahan bawang bayam bayan beban bebas
    beberapa begitu belah belajar belakang belasan belok benang benda bengalon bengkal benhes
    benih bening beno bensin bentuq benua beras berat beres beri berita bersih besar besi
    bhakti biasa bibi biji bila bing bintang blok bocor bodoh bohong borong bosan botol budaya
    bukit buku bulanan bulat bumbu bumi bungkus buruh busang butuh cabai cabang cacat cagar
    cahaya camat campur cangkok cangkul cantik capai capek catatan catur celana cepat cerita
    cetak cincin cipta citra coklat contoh cuci cucu cukup cuma curah dabeq dagang daging
    dahan dalam damai danau dapur darah dasar datang daun debit debu dedak dekat delima demam
    demikian dengar derita desa desain detik diaq dinding dingin diri dodol dokter dompet
    drama duduk dunia emas ember empang enak gabah gadai gali galian ganas gangguan garam
    garasi garis gatal gelap gelas gemar gembara gerak gereja geweh gigi gila giling golok
    goreng gosok gotong graha gram gudang gula gulung gunung gurame guru hadir haji halaman
    haloq halus hancur hangat hantu hanya harap harapan harian harta haus hemat heran hewan
    hidup hilir himba hitam hitung hukum hutan ibarat ijazah ikat ilir imam indah ingat intan
    internet ipar iris istri izin jaga jagung jahat jaket jalan jambu jamur janda jarak jarang
    jaring jarum jasad jasmani jauh jaya jelas jembatan jemur jendela jenis jepit jernih jika
    juara jubah judul jujur jurang justru kabar kabel kaca kacang kadang kadungan kaget kakak
    kakek kaki kalah kalimat kaliorang kamar kampung kanan kandolo kangkung kantong kapal
    kapas kapur karang karangan karet karung karya kasur kasus kaubun kaya kayu kebal kebon
    kecap kecil kedai kejar kelak kelapa kelas keliling kelinci kelinjau keluarga kembang
    kembar kemudian kenal kenari kencur kentang kenyang kepala kepiting kerabat keraitan
    keramba kerang keras kerayaan kerbau kering kerja kernyanyan kertas kerupuk ketat ketika
    khusus kidul kilat kipas kirana kisah klub kolam kolek kolong kombeng kompor kompos
    kongbeng konsentrat kontrak kopra koran kosong kota kotor kran kredit kretek kristal kuali
    kuat kubis kubur kuda kuku kukus kulit kumpul kunang kunci kunjungan kunyit kupas kurma
    kursi kurung labu lada ladang lahir lampau lampu langit langkah langsat lantai lapar
    larang latih laut layak layan layar lebar ledak lees lelah lelang lemah lemak lemari
    lembah lembak lembur lengan lengkuas lepas lepoq lestari letak liah lidah lilin limau
    lincah lingga lingkar listrik logam long longsor luar luay lubang lunak lung lurah madu
    majalah makam makan makmur makna malah malang malas maloy malu mampir mandi mandor mandu
    mangga mangkaliat mangkalihat manis mantan mantri manubar manunggal margo martadinata
    marukangan masak masalah masalap masam masih masjid mata mawai mawar mayat meja mekar
    melah melan melati memang menang menantu menara menit mental merah merdu meriah mertua
    mesangat mesin meskipun mewah miang miau mingguan minum minyak miring miskin mobil motor
    muara mugi mukti mulia mulupan mulut mulya mulyo mungkin murah murid musik musim musuh
    musyawarah mutu naik nakal nama nanas napas nasi nasib negara nehes nelayan nenek ngaju
    ngayau nikah noran nyaman nyata nyawa nyelong obat obeng okulasi olah ombak padahal padam
    padanya padi pagar pahit pajak pakan paksa paku paling palu paman panah panas panci
    pancing pandai pandan panel pangkal pangkas panjang pantai pantas pantun papan papaya
    parang paras parkir parut pasar pasir pasti patah paten patuh payah pedagang pedas peduli
    pegang pejeng pelan pelawan pelita pemilik pendek pengadan pengurus penjara penjual pensil
    penuh perah perahu peran peras percaya pergi peridan permata pernah perupuk pesta petani
    peti petik petir piala pimpinan pinggir pintar pintu piring pisang piutang plan plastik
    polisi pondok potong potret prima produk puas pucat pulang pulau pulpen puluhan pulung
    puncak pusat putih putus radar radio ragam rahasia rahayu rahmat rajin rakyat ramah ramai
    rambut rangka ranpul rantau ranting rapak rapat rapi rasa ratap ratusan rawan rawat raya
    rebus redan rela rendah rendang retak ringan ringkas rosak rotan roti royong ruang rugi
    rumah rumput runtuh rusuk sabar sabut sahabat saka sakit salat saleh sambil sampah sampan
    sandal sandaran sangat sangata sangatta sangkima sangkulirang santai santan sari saring
    sate satuan saudara sawi sawit sayur sebab sebagian seberang sedang sedih sedikit segar
    segoy sehari sejahtera sekali sekerat sekolah sekretaris selai selalu selam selamanya
    selangkau selatan seluas sempayau sempit semprot senambah senang sendiri sendok sengata
    senior sentosa senyiur sepaso sepatu sepupu serai seraya sering serius setara setrika sewa
    sewaktu sholat sidomulyo sika simpang singa singkama singkong sinyal siram sirup solar
    sombong sosial soto spiral stan stek stok suami suara sudut suka sukamaju sulit sumber
    sumpah sumur sungai supaya surat surut susah susu susuk susun swarga tadoan tahan tahunan
    takut taman tamat tambah tambak tampak tamu tanah tanda tandan tandus tangan tani tanjung
    tari tarif tebal tebangan tegas tekan telaga telen televisi teluk teman tempe temulawak
    tenang tenda tepat tepian terang terap terasa terlalu terong tersebut tesak tetangga tetap
    tiang tidur tikar tikus timbang timbau timun timur tinggi tipis titik toko tomat topi
    traktor tuang tujuan tukang tukar tulis tumbuk tumpuk tunas turun turut udang ulat usul
    utara video wahau wajan wakil walaupun wanasari warga waris warna wehea wereng wihara
    wortel yakin zakat
    """
)
