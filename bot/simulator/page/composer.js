// Where a person writes: text, files with a caption, a reply or an edit, samples, the bot's own keyboard.

import * as api from "./api.js";
import { summary } from "./bubble.js";
import { el, icon, iconButton } from "./dom.js";
import { openSamples } from "./samples.js";

const TALLEST_INPUT_PIXELS = 132;

export class Composer {
  constructor(phone, store, { onError, onSpeaker }) {
    Object.assign(this, { phone, store, onError, onSpeaker });
    this.files = [];
    this.reference = null;
    this.sending = Promise.resolve();
    this.#buildInput();
    this.bar = el("div", { class: "reference", hidden: true, dataset: { testid: "reference" } });
    this.tray = el("div", { class: "tray", hidden: true, dataset: { testid: "tray" } });
    this.suggestions = el("div", { class: "suggestions", hidden: true, role: "group", "aria-label": "Perintah bot" });
    this.keyboard = el("div", { class: "reply-keyboard", hidden: true, role: "group", "aria-label": "Papan tombol bot" });
    this.node = el("form", {
      class: "composer", "aria-label": `Tulis pesan di telepon ${phone.label}`,
      onsubmit: (event) => {
        event.preventDefault();
        this.submit();
      },
    }, this.bar, this.tray, this.suggestions, this.#speakers(), this.#row(), this.keyboard);
    this.showKeyboard();
  }

  #buildInput() {
    this.input = el("textarea", {
      rows: "1", placeholder: "Tulis pesan", "aria-label": "Pesan", enterkeyhint: "send", dataset: { testid: "input" },
      oninput: () => this.#onInput(),
      onkeydown: (event) => this.#onKey(event),
      onpaste: (event) => {
        if (!event.clipboardData.files.length) return;
        event.preventDefault();
        this.addFiles(event.clipboardData.files);
      },
    });
    this.picker = el("input", {
      type: "file", multiple: true, hidden: true, "aria-label": "Pilih foto atau berkas", dataset: { testid: "file" },
      onchange: () => {
        this.addFiles(this.picker.files);
        this.picker.value = "";
      },
    });
  }

  #row() {
    const samples = iconButton("plus", "Contoh kiriman", {
      dataset: { testid: "samples" }, "aria-haspopup": "menu",
      onclick: (event) => openSamples(event.currentTarget, this, this.store.now()),
    });
    const attach = iconButton("clip", "Lampirkan foto atau berkas", {
      dataset: { testid: "attach" }, onclick: () => this.picker.click(),
    });
    const send = el("button", {
      type: "submit", class: "send", "aria-label": "Kirim", title: "Kirim (Enter)", dataset: { testid: "send" },
    }, icon("send"));
    return el("div", { class: "compose-row" }, samples, el("div", { class: "input-box" }, this.input, attach), send, this.picker);
  }

  #speakers() {
    if (this.phone.people.length < 2) return null;
    return el("fieldset", { class: "speakers", dataset: { testid: "speakers" } },
      el("legend", {}, "Bicara sebagai"),
      this.phone.people.map((person) => el("label", {},
        el("input", {
          type: "radio", name: `speaker-${this.phone.id}`, value: person.id, checked: person.id === this.phone.speaker,
          onchange: () => {
            this.phone.speaker = person.id;
            this.clearReference();
            this.onSpeaker();
          },
        }), el("span", {}, person.name.split(" ")[0]))));
  }

  /** Do one thing as the present speaker, after all that is still on its way; whether it succeeded. Errors are shown. */
  act(action, body) {
    return this.#queue(() => api.act(this.phone.id, action, { person: this.phone.speaker, ...body }));
  }

  #queue(call) {
    const done = this.sending.then(call).then(() => true, (error) => {
      this.onError(error);
      return false;
    });
    this.sending = done;
    return done;
  }

  async submit() {
    const text = this.input.value.trim();
    const { files, reference } = this;
    if (!text && !files.length) return;
    const asDocument = Boolean(this.tray.querySelector("input:checked"));
    this.#clear();
    const unsent = await this.#send(text, files, asDocument, reference);
    const isFree = !this.input.value && !this.files.length;
    if (unsent && isFree) this.#restore(text, unsent, reference);
  }

  /** Send; null when all went out, else the files that did not. */
  async #send(text, files, asDocument, reference) {
    if (files.length && reference?.kind !== "edit") return this.#sendFiles(files, text, asDocument, reference);
    const isSent = reference?.kind === "edit"
      ? await this.act("edit", { message_id: reference.message.id, text })
      : await this.act("text", { text, ...this.#replyTo(reference) });
    return isSent ? null : files;
  }

  #replyTo(reference) {
    return reference ? { reply_to: reference.message.id } : {};
  }

  async #sendFiles(files, caption, asDocument, reference) {
    const isPhoto = (file) => file.type.startsWith("image/");
    const photos = files.filter(isPhoto);
    const others = files.filter((file) => !isPhoto(file));
    const person = this.phone.speaker;
    const fields = { person, caption, as_document: asDocument ? "1" : "", ...this.#replyTo(reference) };
    const unsent = [];
    if (photos.length && !(await this.#queue(() => api.sendPhotos(this.phone.id, fields, photos)))) unsent.push(...photos);
    for (const [index, file] of others.entries()) {
      const isCaptioned = !photos.length && index === 0;
      const told = { person, caption: isCaptioned ? caption : "" };
      if (!(await this.#queue(() => api.sendDocument(this.phone.id, told, file)))) unsent.push(file);
    }
    return unsent.length ? unsent : null;
  }

  #clear() {
    this.input.value = "";
    this.files = [];
    this.clearReference();
    this.#showTray();
    this.#onInput();
  }

  #restore(text, files, reference) {
    this.input.value = text;
    this.files = files;
    if (reference) this.refer(reference.kind, reference.message);
    this.#showTray();
    this.#onInput();
  }

  addFiles(files) {
    this.files = [...this.files, ...files].slice(0, 10);
    this.#showTray();
    this.input.focus();
  }

  #showTray() {
    this.tray.hidden = !this.files.length;
    this.input.placeholder = this.files.length ? "Tulis keterangan" : "Tulis pesan";
    this.tray.replaceChildren(
      ...this.files.map((file, index) => this.#thumbnail(file, index)),
      el("label", { class: "check" }, el("input", { type: "checkbox" }), "sebagai berkas"));
  }

  #thumbnail(file, index) {
    const face = file.type.startsWith("image/")
      ? el("img", { src: URL.createObjectURL(file), alt: file.name, onload: (event) => URL.revokeObjectURL(event.target.src) })
      : el("span", { class: "tray-file" }, icon("file"), el("small", {}, file.name));
    return el("div", { class: "thumbnail" }, face, iconButton("close", `Buang ${file.name}`, {
      onclick: () => {
        this.files = this.files.toSpliced(index, 1);
        this.#showTray();
      },
    }));
  }

  /** Begin a reply to a message, or an edit of it. */
  refer(kind, message) {
    this.reference = { kind, message };
    if (kind === "edit") this.input.value = message.text ?? message.caption ?? "";
    this.bar.hidden = false;
    this.bar.replaceChildren(
      icon(kind),
      el("span", { class: "reference-text" },
        el("strong", {}, kind === "edit" ? "Mengubah pesan" : `Membalas ${message.name}`), el("span", {}, summary(message))),
      iconButton("close", "Batalkan", { onclick: () => this.#cancelReference() }));
    this.input.focus();
    this.#onInput();
  }

  #cancelReference() {
    if (this.reference?.kind === "edit") this.input.value = "";
    this.clearReference();
    this.input.focus();
  }

  clearReference() {
    this.reference = null;
    this.bar.hidden = true;
  }

  #onKey(event) {
    if (event.key === "Escape" && this.reference) this.#cancelReference();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit();
  }

  #onInput() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, TALLEST_INPUT_PIXELS)}px`;
    const typed = this.input.value;
    const commands = (!this.phone.isWhatsApp && this.store.bot.commands) || [];
    const matching = /^\/\w*$/.test(typed) ? commands.filter(({ command }) => `/${command}`.startsWith(typed)) : [];
    this.suggestions.hidden = !matching.length;
    this.suggestions.replaceChildren(...matching.map(({ command, description }) => el("button", {
      type: "button", onclick: () => {
        this.input.value = `/${command}`;
        this.submit();
      },
    }, el("strong", {}, `/${command}`), el("span", {}, description))));
  }

  /** The keys that the bot asked for, or nothing. */
  showKeyboard() {
    const rows = this.phone.keyboardRows();
    this.keyboard.hidden = !rows.length;
    const shown = JSON.stringify(rows);
    if (this.shownKeyboard === shown) return;
    this.shownKeyboard = shown;
    this.keyboard.replaceChildren(...rows.map((row) => el("div", { class: "button-row" }, row.map((key) => {
      const label = typeof key === "string" ? key : key.text;
      const press = () => (key.request_contact ? this.act("contact", {}) : this.act("text", { text: label }));
      return el("button", { type: "button", class: "key", dataset: { testid: "key" }, onclick: press },
        key.request_contact ? icon("person") : null, label);
    }))));
  }
}
