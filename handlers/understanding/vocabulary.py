"""The words that leaders use, each line a standard word and the spellings that mean the same.

Sources: DOMAIN.md 1.3 and 5.6; standard Indonesian, chat abbreviations, Banjar, Kutai, Javanese and
Bugis-Makassar colouring. Numbers are in `number_words`, months and weekdays in `calendar_words`.
A spelling belongs to the first line that names it. Endings, affixes, dropped vowels and slips of
the finger need no line: `spelling` knows them.
"""

PAYING = """
setor: stor satur nyetor menyetor setorkan disetor nyetorkan setur nyetori storkan setorin ksetor
bayar: byr bayr mbayar mambayar membayar dibayar bayarkan byar bayarin dibayarkan mbyr
bayar: bayari mbayari bayare bayaraken bayarx
angsur: mengangsur ngangsur diangsur ngansur
cicil: nyicil mencicil dicicil nyicill
lunasi: melunasi pelunasan dilunasi
transfer: trf tf transf mentransfer ditransfer tfer trsf trnsfer transper tranfer nransfer
transfer: ntransfer
titip: nitip dititip titipkan dititipkan menitip menitipkan nitipkan
tunai: cash kes kontan kas
setoran: storan strn setorane
angsuran: angsran angs ang angsurn ansuran angsurane
cicilan: ccilan cicilane
pembayaran: pembyaran
pokok: pokoknya pkok
jasa: jasanya bunga jasane
bukti: buktinya buktine bkti
struk: strok setruk
slip: selip
resi: kwitansi kuitansi nota
rekening: rek norek rekning rekeningnya reknya atm
bank: bri bni mandiri bankaltimtara kaltimtara bca brilink
bendahara: bendhara
lunas: lunasnya
uang: duit uwang dhuwit dwit doi doe
rupiah: rp idr perak rupiahnya
total: totalnya jumlahnya jumlah semuanya seluruhnya totale
nominal: nominalnya sebesar sejumlah senilai
"""
STATE = """
sudah: sdh udh udah dah suda sudh wis wes sampun telah tlh hudah suah pura uda dh
barusan: barusaja
belum: blm blom balum durung dereng belom blum beluman lum blon deppa depa
tidak: ga gak gk g nggak ngga enggak tdk ndak kada kd ndik nde ora mboten gag kagak engga
tidak: ngak dak nda tida gada ndek teya de
bukan: bkn bukannya dudu sanes
tak:
bisa: bs kawa iso sanggup mampu sempat isa kulle wedding
mau: mw handak hndk arep pengen ingin kepengen hendak pingin purun maui
akan: bakal bakalan arek
usahakan: diusahakan usahaken upayakan diupayakan berusaha
rencana: rencananya rencanane berencana
segera: secepatnya secepat secepetnya asap kapan2
janji: berjanji janjinya
insyaallah: insyallah insyaalloh insaallah insallah isyaallah inshaallah insya inshaa isya
menyusul: nyusul susulan susul
nanti: ntar nti mengko mangko kaina
minta: mnt njaluk nyuwun mohon mhn mohonkan
waktu: wektu wkt wktu waktunya
tempo: temponya tempone
tunda: ditunda menunda penundaan nunda undur diundur mengundur ngundur
telat: terlambat keterlambatan talambat telatnya lambat
keringanan: dispensasi kelonggaran toleransi
nunggu: menunggu tunggu antos mahadang hadang nunggui
jatuh: jth
tunggakan: tunggakannya
kepakai: kepake terpakai kepakenya kepakek
macet: nunggak menunggak
seret: sepi lesu
ada: ado wonten onok ono engka
punya: gaduh duwe due baisi
kalau: klo kalo klu lamun yen kl
kalian: klian
lagi: lg lgi pole maning
baru: br bru
"""
ASKING = """
berapa: brp barapa piro pira brapa brpa brapo siaga berapakah pinten
kapan: kpn pabila kapankah bilo pigan
mana: ndi endi dimana kmana kemana dimanakah tega
apa: apakah opo ap
bagaimana: gmn gimana piye kepriye kayapa gmana bgmn pripun gmna bagaimna
kenapa: knp napa kanapa mengapa kok kenpa ngapa
siapa: sapa sopo
cara: caranya carane cra
sisa: sisanya sisane sisah ssa
hutang: utang hutangnya utangnya utangku
pinjaman: pinjamannya pinjman
pinjam: pinjem minjam minjem meminjam nyilih minjami minjamkan pinjamkan dipinjami injam maninjam
saldo: saldonya
kurang: kurangnya kurange kurangan kekurangan krg krang
tinggal: tinggalnya kari
jadwal: jadwalnya jdwal jdwl jadual
jatuhtempo: jatem jatuhtemponya jtempo
giliran: gilirannya gliran giliranku
antrian: antrean antri antre antriannya urutan ngantri antreannya
dana: dananya danabergulir
modal: modalnya
ajukan: mengajukan ngajukan diajukan ajuin ngajuin ngajuken majukan mengusulkan
pengajuan: permohonan proposal proposalnya pengajuannya lamaran usulan ajuan
cair: dicairkan pencairan cairnya cairkan
dapat: dpt dapet olih entuk dapatnya
dicek: cek dicheck ngecek mengecek check priksa diperiksa
verifikasi: diverifikasi terverifikasi dikonfirmasi diacc acc
diterima: tarimaan diterimakah
ditolak: tolak menolak tertolak
masuk: msuk mlebu tamasuk
tercatat: dicatat catat tacatat
diproses: proses
status: statusnya
laporan: lapran lporan laporannya
lapor: melapor lapur ngelapor nglapor melaporkan laporkan lpr lporin
duluan: didahulukan dahulukan mendahului dilangkahi dilewati diselip disalip ditukar
harus: mesti kudu wajib
berikutnya: selanjutnya brikutnya
"""
CONTROL = """
batal: gajadi gakjadi tdkjadi gajd batalkan cancel dibatalkan batalin batalnya membatalkan
batal: wurung urung urungkan diurungkan
keluar: kaluar metu
tarik: menarik ditarik cabut mencabut dicabut
jadi: jd sido menjadi
kembali: balik kmbali back sebelumnya mbalik bulik
mundur: mundurkan mengundurkan undurkan
menu: menunya manu
bantuan: help tolongin petunjuk panduan bantu
bingung: paham ngerti mengerti faham pusing
tolong: tlg tlong tulung tolung
ulang: ulangi diulang restart reset ulangin mengulang
awal: awl
mulai: start mulaikan memulai
lanjut: lanjutkan lanjutin teruskan lanjot next lanjutaken
admin: adminnya mimin min operator
petugas: petugasnya staf staff pegawai cs
orang: org urang wong manusia
dinas: dinsos kantor dinsosnya
pendamping: pendampingnya fasilitator
bicara: ngomong ngobrol omong berbicara bepandir pandir bepander ngomongan omongan cakap
bicara: konsultasi
hubungi: telpon telepon telfon nelpon kontak dihubungi call ditelpon hubungkan sambungkan
langsung: lgsg lngsung
salah: slh salahnya keliru klaru klru tasalah kleru salh
ralat: koreksi revisi
ubah: rubah robah berubah ganti edit perbaiki betulkan diubah diganti benarkan mengubah
ubah: mengganti gantikan betulin benerin perbaikan ganteni
harusnya: seharusnya mestinya hrsnya hrusnya harusnye kudune sebenarnya sebenernya
maksud: maksudnya mksd mksdnya maksudku maksute
tapi: tp tetapi melainkan nanging tapinya
berhenti: stop hentikan brhenti berenti unsubscribe setop mandek
libur: istirahat absen liburan
jeda: pause jedakan dijeda rehat matikan nonaktifkan mematikan dimatikan
aktifkan: hidupkan nyalakan diaktifkan mengaktifkan aktipkan
ingatkan: ingetin ingatin mengingatkan diingatkan ngingatin ingetkan elingke
jangan: jgn jngan  ojo
kirim: krm kirimi dikirim dikirimi mengirim kirimkan krim ngirim ngirimi kirimin kirimlah
pesan: pesannya psan notifikasi notif chat sms wa pengingat wasap whatsapp
pengaturan: setting settings setelan seting atur mengatur
bahasa: basa bahasanya
inggris: english enggris
telegram: tele
hapus: hapuskan dihapus delete buang menghapus hapusin
data: datanya dataku
simpan: disimpan nyimpan menyimpan
lihat: liat melihat lht tingali ndelok cekdata tampilkan
ketua: ketuanya
pengganti: penerus
nomor: no nmr nomer nmor nomornya nope nohp
hp: handphone telp hape hpnya kartu
hilang: ilang kecurian rusak hilangnya
pindah: pindahan
"""
ANSWERS = """
ya: iya iyo iye inggih nggih y yes yup yoi iyah yaa iyaa iih heeh hooh ye yap aok yoa injih
ya: enggih he eh iyee iyeq inggeh auk yo yaaa yess yep
betul: benar bnr btl bener betull bujur leres tongeng betol benr bnar
ok: oke okay okey okee siap sip okd oks sipp siaap okok siyap
setuju: sepakat stuju sarujuk disetujui dsetujui menyetujui
boleh: bole
pas: cocok sesuai
jempol: mantap
jempolbawah: no
gpp: gapapa
papa: apapa
terimakasih: makasih makasi trims tks thx suwun nuwun tarimakasih terimakasi mksh trimakasih
terimakasih: trimks thanks mksih mkasih nuhun trmksh maksih maturnuwun makacih trimakasi
terimakasih: tengkyu makasihh kamsia
kasih: ksh kasi
terima: trima tarima trm
matur: maturr
salam: assalamualaikum assalamu asalamualaikum aslm asslamualaikum asalamualaikm assalam
salam: alaikum waalaikumsalam asslmualaikum samlekum askum ass mikum assalamuallaikum
salam: assalammualaikum asalamu waalaikum shalom swastiastu syalom
halo: hai hallo hi hello helo hei hay p ping tes
selamat: slmt met slamat sugeng salamat
permisi: punten tabe amit nuwunsewu kulonuwun tabek misi
"""
BUSINESS = """
usaha: usahanya ush bisnis usahane
perkembangan: progres progress kemajuan perkembngan
panen: dipanen memanen penen manen panenan panennya
laku: terjual kejual payu lakunya
jual: dijual menjual penjualan jualan bajual adol jualannya
omzet: omset omsetnya omzetnya pendapatan penghasilan hasil hasilnya
untung: laba profit keuntungan untungnya labanya
beli: membeli dibeli belanja pembelian tuku
harga: harganya hrg
biaya: ongkos ongkir upah gaji ongkosnya
jahe: jahenya
ayam: ayamnya telur telor bebek itik kambing sapi ikan lele nila kandang ternak kambingnya
tanam: menanam ditanam bibit pupuk tanaman polybag kebun lahan tandur sawah
produksi: memproduksi olahan keripik kripik kue bakso warung jahitan kerajinan kemasan
produksi: amplang kopi abon sambal
pelanggan: pembeli pesanan orderan langganan
busuk: hama mati layu gagal banjir
bagus: subur lancar sehat maju berkembang tumbuh
umur: usia umurnya
foto: gambar poto photo fotonya
"""
PEOPLE = """
pak: bpk bp pa bapak pakde
bu: ibu buk bunda bude ibuk
mas: mbak mba bang bos kak kaka om dek ding
saya: sy aku ulun unda sa kulo kula ak gue etam q iyaq aq syaa
kami: kita kitorang kmi
pian: anda kamu sampeyan panjenengan sampian ikam kmu
kelompok: klp klmpk kelompoknya kube
anggota: agt anggotanya anggt
"""
FILLERS = """
pilih: milih memilih angka opsi
metode: jalur
lama: lma suwe
yang: yg sing nang ingkang
dan: dn lawan wan serta sareng
dengan: dgn dg karo
sama: ama
di: ning pada
ke: kpd kepada ka
dari: dr dri saking matan
untuk: utk buat gasan untk nggo kagem bwt
ini: iki niki ne inih
itu: kuwi tu
saja: aja haja ja doang wae sj mawon aj
dong: deh lah sih kan nih tuh pang kah mi pi ji ki hak gin lang leh ko ai
juga: jg jua ugi
dulu: dlu dahulu rumiyin
masing:
kira: sktr skitar sekiter sekira kira2 kurleb sekitar kisaran sekitaran kuranglebih
lebih: lbh luwih
hampir:
per:
kali:
karena: krn soale karna marga soalnya
hari: hr hri ari dina dinten esso
bulan: bln bulannya wulan sasi
tahun: thn th taun
jam: pukul pkl
skrg: sekarang saiki skarang wahini sekrang
setiap: tiap stiap saben
daftar: pilihan mendaftar ndaftar didaftarkan daftarkan
utama: home
keluhan: mengadu ngadu aduan pengaduan komplain complain protes kecewa marah mengeluh komplen kesal
pungli: dipungut dipungli sogok suap pungutan korupsi
curang: oknum adil penipuan menipu ditipu tipu dipersulit
pelayanan: layanan pelayanannya
jelek: buruk lelet lama
nik: ktp kk nikku
pin: otp cvv password sandi
kode: kodenya
ganggu: terganggu mengganggu
semua: seluruh kabeh sadaya sabarataan
"""
OFF_TOPIC = """
judi: slot togel gacor maxwin poker
lowongan: loker kerjaan
cuaca: hujan gempa panasnya
bola: pertandingan skor timnas
lagu: film nyanyi resep dangdut sinetron drakor
presiden: pemilu caleg pilkada bupati gubernur
pulsa: kuota token paket voucher
bansos: pkh blt prakerja sembako bpnt
undangan: kondangan nikahan arisan hajatan
pacar: jodoh sayang cinta kangen
promo: diskon hadiah undian
"""
