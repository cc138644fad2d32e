// The list of bubbles of one phone: day separators, albums, staying at the bottom only for who is there.

import { buildBubble } from "./bubble.js";
import { el, icon } from "./dom.js";
import { dayKey, dayLabel } from "./time.js";

const SHOWN_AT_FIRST = 200;
const RUN_MILLISECONDS = 5 * 60 * 1000;
const NEAR_BOTTOM_PIXELS = 48;

function groupAlbums(messages) {
  const items = [];
  for (const message of messages) {
    const previous = items.at(-1)?.messages;
    if (message.album && previous && previous[0].album === message.album) previous.push(message);
    else items.push({ key: `m${message.id}`, messages: [message] });
  }
  return items;
}

const isSameRun = (a, b) =>
  a && b && a.from === b.from && dayKey(Date.parse(a.at)) === dayKey(Date.parse(b.at)) &&
  Math.abs(Date.parse(b.at) - Date.parse(a.at)) < RUN_MILLISECONDS;

export class Thread {
  constructor(phone, store, context, onBottom) {
    Object.assign(this, { phone, store, context, onBottom });
    this.limit = SHOWN_AT_FIRST;
    this.nodes = new Map();
    this.newBelow = 0;
    this.list = el("div", {
      class: "list", role: "log", "aria-label": `Pesan di telepon ${phone.label}`, dataset: { testid: "messages" },
    });
    this.older = el("button", { type: "button", class: "older", hidden: true, onclick: () => this.showOlder() },
      "Tampilkan pesan sebelumnya");
    this.empty = el("p", { class: "empty", hidden: true }, "Belum ada pesan.", el("br"), "Tulis sesuatu untuk mulai.");
    this.typing = el("div", { class: "typing", hidden: true, dataset: { testid: "typing" } },
      el("span", { class: "visually-hidden" }, "Bot sedang mengetik"), el("i"), el("i"), el("i"));
    this.scroller = el("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": "Percakapan" },
      this.older, this.empty, this.list, this.typing);
    this.jump = el("button", { type: "button", class: "jump", hidden: true, onclick: () => this.toBottom() },
      el("span", { class: "jump-count" }), icon("down"), el("span", { class: "visually-hidden" }, "Ke pesan terbaru"));
    this.scroller.addEventListener("scroll", () => this.#onScroll(), { passive: true });
    this.node = el("div", { class: "thread" }, this.scroller, this.jump);
    this.sticks = true;
    new ResizeObserver(() => this.sticks && this.toBottom()).observe(this.scroller);
  }

  /** Whether the reader sees the newest message. */
  isAtBottom() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM_PIXELS;
  }

  toBottom() {
    this.sticks = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.newBelow = 0;
    this.#showJump();
  }

  showOlder() {
    const before = this.scroller.scrollHeight;
    this.limit += SHOWN_AT_FIRST;
    this.sticks = false;
    this.render();
    this.scroller.scrollTop += this.scroller.scrollHeight - before;
  }

  jumpTo(messageId) {
    const target = this.list.querySelector(`[data-message-id="${CSS.escape(String(messageId))}"]`)?.closest(".message");
    if (!target) return;
    target.scrollIntoView({ block: "center", behavior: "smooth" });
    target.classList.add("flash");
    target.addEventListener("animationend", () => target.classList.remove("flash"), { once: true });
  }

  /** Take note of a new message: the reader's place will be kept unless they were at the bottom or wrote it. */
  arrived(message) {
    if (message.from === this.phone.speaker) this.sticks = true;
    else if (!this.sticks) this.newBelow += 1;
  }

  render() {
    const all = groupAlbums(this.phone.ordered());
    const items = all.slice(-this.limit);
    this.older.hidden = items.length === all.length;
    this.empty.hidden = all.length > 0;
    const wanted = this.#wantedNodes(items);
    this.#place(wanted);
    this.showTyping();
    if (this.sticks) this.toBottom();
    else this.#showJump();
  }

  showTyping() {
    const wasHidden = this.typing.hidden;
    this.typing.hidden = this.phone.typingUntil <= performance.now();
    if (this.sticks && wasHidden !== this.typing.hidden) this.toBottom();
  }

  #wantedNodes(items) {
    const wanted = [];
    let day = null;
    items.forEach((item, index) => {
      const [first] = item.messages;
      const at = Date.parse(first.at);
      if (dayKey(at) !== day) {
        day = dayKey(at);
        wanted.push(this.#dayNode(`d${day}-${item.key}`, at));
      }
      wanted.push(this.#bubbleNode(item, items[index - 1]?.messages.at(-1), items[index + 1]?.messages[0]));
    });
    return wanted;
  }

  #dayNode(key, at) {
    const known = this.nodes.get(key);
    const label = dayLabel(at, this.store.now());
    if (known?.label === label) return { key, ...known };
    const node = el("div", { class: "day" }, el("span", {}, label));
    return { key, node, label };
  }

  #bubbleNode(item, previous, next) {
    const [first] = item.messages;
    const isOwn = first.from === this.phone.speaker;
    const isFirst = !isSameRun(previous, first);
    const look = {
      isOwn, isFirst, isLast: !isSameRun(item.messages.at(-1), next),
      showsName: this.phone.isGroup && !isOwn && isFirst,
    };
    if (first.service) return this.#serviceNode(item);
    const quoted = this.phone.messages.get(String(first.reply_to));
    const parts = [...item.messages, quoted, ...Object.values(look)];
    const known = this.nodes.get(item.key);
    if (known?.parts && known.parts.length === parts.length && parts.every((part, i) => part === known.parts[i])) {
      return { key: item.key, ...known };
    }
    return { key: item.key, node: buildBubble(item.messages, look, this.context), parts };
  }

  #serviceNode({ key, messages: [message] }) {
    const node = el("div", { class: "day service", dataset: { messageId: message.id } }, el("span", {}, message.service));
    return { key, node };
  }

  #place(wanted) {
    const kept = new Map(wanted.map(({ key, ...entry }) => [key, entry]));
    for (const [key, { node }] of this.nodes) if (kept.get(key)?.node !== node) this.#replaceOrRemove(node, kept.get(key));
    this.nodes = kept;
    let next = this.list.firstChild;
    for (const { node } of wanted) {
      if (node === next) next = next.nextSibling;
      else this.list.insertBefore(node, next);
    }
  }

  #replaceOrRemove(node, successor) {
    const hadFocus = node.contains(document.activeElement);
    if (successor && !successor.node.isConnected) {
      node.replaceWith(successor.node);
      if (hadFocus) successor.node.querySelector("button")?.focus({ preventScroll: true });
    } else node.remove();
  }

  #onScroll() {
    this.sticks = this.isAtBottom();
    if (this.sticks) {
      this.newBelow = 0;
      this.onBottom();
    }
    this.#showJump();
  }

  #showJump() {
    this.jump.hidden = this.sticks;
    this.jump.firstChild.textContent = this.newBelow ? `${this.newBelow} baru` : "";
  }
}
