// What the page knows: phones, their messages and the simulated clock. The server is the truth; views watch.

import * as api from "./api.js";

const TYPING_MILLISECONDS = 5500;
const PHONE_FIELDS = ["online", "blocked", "unread", "number", "number_hidden", "window_until"];

export class Phone {
  constructor(info) {
    this.watchers = new Set();
    this.messages = new Map();
    this.typingUntil = 0;
    this.takeInfo(info);
  }

  takeInfo(info) {
    Object.assign(this, info);
    this.isGroup = this.chat === "staff";
    this.isWhatsApp = this.kind === "whatsapp";
    if (!this.person(this.speaker)) this.speaker = this.people[0].id;
  }

  person(id) {
    return this.people.find((person) => person.id === id);
  }

  /** Messages in the order in which they were sent. */
  ordered() {
    return [...this.messages.values()].sort((a, b) => a.seq - b.seq);
  }

  take(message) {
    this.messages.set(String(message.id), message);
    if (message.from === "bot") this.typingUntil = 0;
  }

  /** The rows of keys in place of the phone's keyboard, as the bot last asked for; none is []. */
  keyboardRows() {
    const messages = this.ordered();
    const index = messages.findLastIndex((message) => message.keyboard && !message.deleted);
    const keyboard = messages[index]?.keyboard;
    const isUsedUp = keyboard?.one_time && messages.slice(index).some((message) => message.from === this.speaker);
    return isUsedUp ? [] : (keyboard?.rows ?? []);
  }

  tell(change) {
    for (const watcher of this.watchers) watcher(change);
  }

  watch(watcher) {
    this.watchers.add(watcher);
  }
}

export class Store {
  constructor() {
    this.phones = new Map();
    this.clockWatchers = new Set();
    this.clockBase = Date.now();
    this.clockReadAt = performance.now();
    this.clockMoved = false;
    this.bot = { first_name: "Gulir", commands: [] };
  }

  /** The simulated now, in milliseconds, ticking since the server last told it. */
  now() {
    return this.clockBase + (performance.now() - this.clockReadAt);
  }

  takeClock(clock) {
    this.clockBase = Date.parse(clock.now);
    this.clockReadAt = performance.now();
    this.clockMoved = Math.abs(clock.offset_seconds) >= 1;
    for (const watcher of this.clockWatchers) watcher();
  }

  watchClock(watcher) {
    this.clockWatchers.add(watcher);
  }

  /** Read everything from the server; returns whether the set of phones is another one than before. */
  async refresh() {
    const state = await api.state();
    const known = [...this.phones.keys()].join();
    Object.assign(this.bot, state.bot);
    this.takeClock(state.clock);
    for (const info of state.phones) {
      const phone = this.phones.get(info.id);
      if (phone) phone.takeInfo(info);
      else this.phones.set(info.id, new Phone(info));
    }
    const present = new Set(state.phones.map((info) => info.id));
    for (const id of this.phones.keys()) if (!present.has(id)) this.phones.delete(id);
    await Promise.all([...this.phones.values()].map((phone) => this.reload(phone)));
    return known !== [...this.phones.keys()].join();
  }

  async reload(phone) {
    const messages = await api.messages(phone.id);
    const seen = new Set();
    for (const message of messages) {
      seen.add(String(message.id));
      const known = phone.messages.get(String(message.id));
      if (!known || JSON.stringify(known) !== JSON.stringify(message)) phone.take(message);
    }
    for (const id of phone.messages.keys()) if (!seen.has(id)) phone.messages.delete(id);
    phone.tell({ kind: "reloaded" });
  }

  /** One event of the stream; what is not for a known phone is left alone. */
  onEvent(kind, data) {
    if (kind === "clock") {
      this.takeClock(data);
      return;
    }
    const phone = this.phones.get(data.phone);
    if (!phone) return;
    if (data.message) this.#onMessage(phone, kind, data.message);
    if (kind === "typing") this.#onTyping(phone, data.seconds ? data.seconds * 1000 : TYPING_MILLISECONDS);
    if (kind === "phone") this.#onPhone(phone, data);
    if (kind === "answer" && data.text) phone.tell({ kind, text: data.text, alert: Boolean(data.show_alert) });
  }

  #onMessage(phone, kind, message) {
    const isNew = !phone.messages.has(String(message.id));
    phone.take(message);
    phone.tell({ kind: isNew ? "message" : "changed", message });
  }

  #onTyping(phone, milliseconds) {
    phone.typingUntil = performance.now() + milliseconds;
    phone.tell({ kind: "typing" });
    setTimeout(() => phone.tell({ kind: "typing" }), milliseconds + 20);
  }

  #onPhone(phone, data) {
    for (const field of PHONE_FIELDS) if (field in data) phone[field] = data[field];
    phone.tell({ kind: "phone" });
  }
}
