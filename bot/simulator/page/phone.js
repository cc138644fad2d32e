// One phone: its shelf with switches, its frame, its thread and its composer.

import * as api from "./api.js";
import { hueOf } from "./bubble.js";
import { Composer } from "./composer.js";
import { el, icon } from "./dom.js";
import { openMenu, showToast } from "./overlay.js";
import { Thread } from "./thread.js";
import { clockTime } from "./time.js";
import { buildWindow } from "./whatsapp.js";

const ONE_AT_A_TIME = window.matchMedia("(max-width: 719px)");

const NETWORKS = { telegram: "Telegram", whatsapp: "WhatsApp" };

/** The sign of the network that a phone is on. */
export const networkMark = (phone) => el("span", {
  class: `network network-${phone.kind}`, role: "img", "aria-label": NETWORKS[phone.kind], title: NETWORKS[phone.kind],
}, icon(phone.kind));

export class PhoneView {
  constructor(phone, store) {
    Object.assign(this, { phone, store });
    this.toasts = el("div", { class: "toasts", role: "status", "aria-live": "polite" });
    this.thread = new Thread(phone, store, this.#context(), () => this.#read());
    this.composer = new Composer(phone, store, {
      onError: (error) => this.#showError(error),
      onSpeaker: () => {
        this.thread.render();
        this.thread.toBottom();
      },
    });
    this.node = el("section", {
      class: `phone ${phone.kind}`, dataset: { phone: phone.id }, "aria-label": `Telepon ${phone.label}`,
      onpointerenter: () => this.#attend(true), onpointerleave: () => this.#attend(false),
      onfocusin: () => this.#read(),
    }, this.#shelf(), this.#frame());
    this.#acceptDrops();
    phone.watch((change) => this.#onChange(change));
    this.showSwitches();
    this.thread.render();
  }

  #shelf() {
    const [name, ...role] = this.phone.label.split(" · ");
    this.badge = el("span", { class: "badge", hidden: true, dataset: { testid: "unread" } });
    this.online = this.#switch("Tanpa sinyal", "online-switch", (isOn) => api.act(this.phone.id, "online", { online: !isOn }));
    this.blocked = this.phone.isGroup
      ? null
      : this.#switch("Blokir bot", "block-switch", (isOn) => api.act(this.phone.id, "block", { blocked: isOn }));
    const save = el("a", {
      class: "icon-button save", href: api.transcriptAddress(this.phone.id), download: `${this.phone.id}.chat`,
      title: "Simpan percakapan (.chat)", "aria-label": `Simpan percakapan telepon ${this.phone.label}`,
      dataset: { testid: "transcript" },
    }, icon("save"));
    return el("div", { class: "shelf" },
      el("h2", {}, networkMark(this.phone), el("span", {}, name), el("small", {}, role.join(" · ")), this.badge),
      save, el("div", { class: "switches" }, this.online, this.blocked));
  }

  #switch(label, testid, change) {
    return el("button", {
      type: "button", role: "switch", "aria-checked": "false", class: "pill switch", dataset: { testid },
      onclick: async (event) => {
        const isOn = event.currentTarget.getAttribute("aria-checked") !== "true";
        try {
          this.store.onEvent("phone", await change(isOn));
        } catch (error) {
          this.#showError(error);
        }
      },
    }, el("i", { "aria-hidden": "true" }), label);
  }

  #frame() {
    this.barTime = el("span", {});
    this.subtitle = el("span", { class: "chat-subtitle" });
    this.note = el("div", { class: "blocked-note", hidden: true, dataset: { testid: "blocked-note" } },
      el("button", { type: "button", onclick: () => this.blocked.click() }, "Buka blokir bot"));
    this.start = el("button", {
      type: "button", class: "start", hidden: true, dataset: { testid: "start" },
      onclick: () => this.composer.act("text", { text: "/start" }),
    }, "Mulai");
    const { title } = this.phone;
    this.window = this.phone.isWhatsApp ? buildWindow() : null;
    const hue = this.phone.isGroup ? hueOf(this.phone.id) : "avatar-bot";
    this.thread.node.append(this.toasts);
    return el("div", { class: "frame" }, el("div", { class: "screen" },
      el("div", { class: "status-bar", "aria-hidden": "true" }, this.barTime,
        el("span", {}, el("em", {}, "tanpa sinyal"), icon("signal", "icon signal"), icon("battery"))),
      el("header", { class: "chat-head" },
        el("span", { class: `avatar ${hue}`, "aria-hidden": "true" }, title.slice(0, 1)),
        el("div", { class: "chat-title" }, el("strong", {}, title), this.subtitle)),
      this.window?.node ?? null, this.thread.node, this.start, this.composer.node, this.note,
      el("div", { class: "drop-hint", "aria-hidden": "true" }, icon("image"), "Lepaskan untuk melampirkan")));
  }

  #context() {
    return {
      isWhatsApp: this.phone.isWhatsApp,
      onContact: () => this.composer.act("contact", {}),
      find: (id) => this.phone.messages.get(String(id)),
      jumpTo: (id) => this.thread.jumpTo(id),
      onCommand: (command) => this.composer.act("text", { text: command }),
      onTap: (message, button, node) => this.#tap(message, button, node),
      onMenu: (messages, anchor) => this.#openMessageMenu(messages, anchor),
    };
  }

  async #tap(message, button, node) {
    node.classList.add("busy");
    node.setAttribute("aria-busy", "true");
    try {
      // Not behind unsent messages: a tap on a real phone goes its own way.
      const answer = await api.act(this.phone.id, "tap", {
        person: this.phone.speaker, message_id: message.id, data: button.data,
      });
      if (answer.text) showToast(this.toasts, answer.text, { isAlert: answer.show_alert });
    } catch (error) {
      this.#showError(error);
    } finally {
      node.classList.remove("busy");
      node.removeAttribute("aria-busy");
    }
  }

  #openMessageMenu(messages, anchor) {
    const [first] = messages;
    const captioned = messages.find((message) => message.text || message.caption);
    const isOwn = first.from === this.phone.speaker;
    const items = [
      { label: "Balas", icon: "reply", testid: "reply", run: () => this.composer.refer("reply", first) },
      captioned && { label: "Salin teks", icon: "copy", run: () => this.#copy(captioned) },
      { label: "Teruskan…", icon: "forward", testid: "forward", run: () => this.#openForwardMenu(first, anchor) },
      isOwn && captioned && { label: "Ubah", icon: "edit", testid: "edit", run: () => this.composer.refer("edit", captioned) },
      isOwn && { label: "Hapus", icon: "trash", testid: "delete", danger: true, run: () => this.#delete(messages) },
    ];
    openMenu(anchor, "Menu pesan", items.filter(Boolean));
  }

  #openForwardMenu(message, anchor) {
    openMenu(anchor, "Teruskan ke", [...this.store.phones.values()].map((target) => ({
      label: target === this.phone ? "Ke obrolan ini" : `Di telepon ${target.label.split(" · ")[0]}`,
      icon: "forward", testid: `forward-${target.id}`,
      run: () => api.act(target.id, "forward", {
        person: target.speaker, message_id: message.id, from_phone: this.phone.id,
      }).catch((error) => this.#showError(error)),
    })));
  }

  async #copy(message) {
    await navigator.clipboard.writeText(message.text || message.caption);
    showToast(this.toasts, "Teks disalin");
  }

  #delete(messages) {
    for (const message of messages) this.composer.act("delete", { message_id: message.id });
  }

  #showError(error) {
    showToast(this.toasts, error.message, { isError: true });
  }

  #acceptDrops() {
    let depth = 0;
    const hover = (change) => {
      depth = Math.max(0, depth + change);
      this.node.classList.toggle("dropping", depth > 0);
    };
    const hasFiles = (event) => event.dataTransfer.types.includes("Files");
    this.node.addEventListener("dragenter", (event) => hasFiles(event) && hover(1));
    this.node.addEventListener("dragleave", (event) => hasFiles(event) && hover(-1));
    this.node.addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
    this.node.addEventListener("drop", (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      hover(0);
      this.composer.addFiles(event.dataTransfer.files);
    });
  }

  #attend(isAttended) {
    this.isAttended = isAttended;
    if (isAttended) this.#read();
  }

  /** Tell the server that everything was read, if somebody is really looking at the newest message. */
  #read() {
    const { phone } = this;
    const isLooked = ONE_AT_A_TIME.matches
      ? this.node.classList.contains("active")
      : this.isAttended || this.node.contains(document.activeElement);
    if (!phone.unread || !phone.online || !isLooked || document.hidden || !this.thread.sticks) return;
    if (this.reading) return;
    const isOver = () => { this.reading = null; };
    this.reading = api.act(phone.id, "read", {}).then((answer) => {
      isOver();
      this.store.onEvent("phone", answer);
    }, isOver);
  }

  /** Called when this phone becomes the one that is shown on a small screen. */
  shown() {
    if (this.thread.sticks) this.thread.toBottom();
    this.#read();
  }

  #onChange(change) {
    if (change.kind === "answer") showToast(this.toasts, change.text, { isAlert: change.alert });
    if (change.kind === "message") this.thread.arrived(change.message);
    if (this.isUpdateDue) return;
    this.isUpdateDue = true;
    // A burst of messages is drawn once a frame; a hidden page gets no frames.
    if (document.hidden) setTimeout(() => this.#update(), 100);
    else requestAnimationFrame(() => this.#update());
  }

  #update() {
    this.isUpdateDue = false;
    this.thread.render();
    this.composer.showKeyboard();
    this.showSwitches();
    this.#read();
  }

  showSwitches() {
    const { phone } = this;
    this.badge.hidden = !phone.unread;
    this.badge.textContent = phone.unread > 99 ? "99+" : String(phone.unread);
    this.badge.setAttribute("aria-label", `${phone.unread} belum dibaca`);
    this.online.setAttribute("aria-checked", String(!phone.online));
    this.blocked?.setAttribute("aria-checked", String(phone.blocked));
    this.node.classList.toggle("offline", !phone.online);
    this.composer.node.hidden = phone.blocked;
    this.note.hidden = !phone.blocked;
    this.start.hidden = phone.blocked || phone.isGroup || phone.isWhatsApp || phone.messages.size > 0;
    const isTyping = phone.typingUntil > performance.now();
    const members = phone.people.length + 1;
    const calm = phone.isGroup ? `${members} anggota` : phone.isWhatsApp ? "akun bisnis" : "bot";
    this.window?.show(phone.window_until, this.store.now());
    this.subtitle.textContent = !phone.online ? "menunggu jaringan…" : isTyping ? "mengetik…" : calm;
  }

  /** The time on the phone's own status bar. */
  showTime(now) {
    const shown = clockTime(now);
    if (this.barTime.textContent !== shown) this.barTime.textContent = shown;
    this.window?.show(this.phone.window_until, now);
  }
}
