// The “+” menu: samples and other things that a real phone could send.

import { field, openDialog, openMenu } from "./overlay.js";
import { el } from "./dom.js";
import { dayKey } from "./time.js";
import { numberItems } from "./whatsapp.js";

const DAY = 86_400_000;
const grouped = (digits) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ".");

function amountField() {
  const label = field("Jumlah (Rp)", {
    name: "amount", value: "500.000", inputmode: "numeric", autocomplete: "off", required: true,
    pattern: "[0-9.]*[1-9][0-9.]*", title: "Angka rupiah, misalnya 500.000", dataset: { testid: "sample-slip-amount" },
  });
  const input = label.querySelector("input");
  input.addEventListener("input", () => {
    input.value = grouped(input.value.replace(/\D/g, "").replace(/^0+/, ""));
  });
  return label;
}

function askForSlip(composer, now) {
  openDialog("Contoh slip setoran", [
    amountField(),
    field("Tanggal setor", {
      name: "date", type: "date", value: dayKey(now - DAY), required: true, dataset: { testid: "sample-slip-date" },
    }),
    field("Keterangan foto (boleh kosong)", {
      name: "caption", autocomplete: "off", placeholder: "mis. setor 500rb kemarin", dataset: { testid: "sample-slip-caption" },
    }),
    el("label", { class: "check" }, el("input", { type: "checkbox", name: "as_document" }), "Kirim sebagai berkas"),
  ], { label: "Kirim slip", testid: "sample-slip-send" }, (values) => composer.act("sample-slip", {
    amount: Number(values.amount.replace(/\D/g, "")), date: values.date,
    ...(values.caption ? { caption: values.caption } : {}),
    ...(values.as_document ? { as_document: true } : {}),
  }));
}

function askForField(composer) {
  openDialog("Contoh foto kebun", [
    field("Keterangan foto (boleh kosong)", {
      name: "caption", autocomplete: "off", placeholder: "mis. jahe umur 3 bulan", dataset: { testid: "sample-field-caption" },
    }),
  ], { label: "Kirim foto", testid: "sample-field-send" },
  (values) => composer.act("sample-field", values.caption ? { caption: values.caption } : {}));
}

/** Open the menu of samples; what is chosen is sent through the composer, as its present speaker. */
export function openSamples(anchor, composer, now) {
  openMenu(anchor, "Contoh kiriman", [
    { label: "Contoh slip setoran…", icon: "slip", testid: "sample-slip", run: () => askForSlip(composer, now) },
    { label: "Contoh foto kebun…", icon: "field", testid: "sample-field", run: () => askForField(composer) },
    { label: "Stiker", icon: "sticker", testid: "sample-sticker", run: () => composer.act("sticker", {}) },
    { label: "Pesan suara", icon: "mic", testid: "sample-voice", run: () => composer.act("voice", {}) },
    { label: "Lokasi", icon: "pin", testid: "sample-location", run: () => composer.act("location", {}) },
    { label: "Kontak (nomor sendiri)", icon: "person", testid: "sample-contact", run: () => composer.act("contact", {}) },
    ...(composer.phone.isWhatsApp ? numberItems(composer) : []),
  ]);
}
