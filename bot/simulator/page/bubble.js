// One bubble: a message, or an album of several. Built anew whenever one of its messages changes.

import { el, icon, iconButton } from "./dom.js";
import { openViewer } from "./overlay.js";
import { renderText } from "./text.js";
import { clockTime } from "./time.js";
import { choices, templateMark } from "./whatsapp.js";

const STATUS = { waiting: "menunggu sinyal", sent: "terkirim", delivered: "sampai", read: "dibaca" };

/** A short text for a quotation of a message or a line in a menu. */
export function summary(message) {
  if (message.deleted) return "Pesan dihapus";
  if (message.text || message.caption) return message.text || message.caption;
  if (message.photos?.length) return "Foto";
  if (message.document) return message.document.name ?? "Berkas";
  if (message.sticker) return "Stiker";
  if (message.voice) return "Pesan suara";
  if (message.location) return "Lokasi";
  if (message.contact) return `Kontak: ${message.contact.name}`;
  return "Pesan";
}

/** One colour of eight for a person, always the same. */
export function hueOf(id) {
  let sum = 0;
  for (const letter of String(id)) sum = (sum * 31 + letter.codePointAt(0)) % 8;
  return `hue-${sum}`;
}

function quotation(message, context) {
  if (!message.reply_to) return null;
  const original = context.find(message.reply_to);
  return el("button", { type: "button", class: "quotation", onclick: () => context.jumpTo(message.reply_to) },
    el("strong", {}, original?.name ?? "Pesan"),
    el("span", {}, original ? summary(original) : "Pesan tidak ada lagi"));
}

function photoTile(message, photo, isSingle) {
  const image = el("img", {
    src: photo.url, width: photo.width, height: photo.height, loading: "lazy", decoding: "async",
    alt: message.caption ? `Foto: ${message.caption}` : "Foto",
  });
  const tile = el("button", {
    type: "button", class: "photo", "aria-label": "Perbesar foto", dataset: { messageId: message.id },
    onclick: () => openViewer(photo.url, message.caption),
  }, image);
  if (isSingle && photo.width && photo.height) {
    const ratio = Math.min(Math.max(photo.width / photo.height, 0.62), 2.4);
    tile.style.aspectRatio = String(ratio);
  }
  return tile;
}

function photoGrid(messages) {
  const tiles = messages.flatMap((message) => (message.photos ?? []).map((photo) => ({ message, photo })));
  if (!tiles.length) return null;
  const isSingle = tiles.length === 1;
  return el("div", { class: `photos photos-${Math.min(tiles.length, 5)}` },
    tiles.map(({ message, photo }) => photoTile(message, photo, isSingle)));
}

function fileSize(bytes) {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace(".", ",")} MB`;
}

function documentCard(file) {
  if (!file) return null;
  return el("a", { class: "document", href: file.url, download: file.name || "berkas" },
    el("span", { class: "document-icon" }, icon("file")),
    el("span", { class: "document-name" }, file.name || "Berkas", el("small", {}, `${fileSize(file.size)} · unduh`)));
}

function voiceNote(voice) {
  const bars = [5, 9, 14, 8, 12, 17, 10, 6, 13, 16, 9, 5, 11, 15, 8, 12, 7, 4];
  const seconds = voice.duration;
  return el("div", { class: "voice" }, icon("mic"),
    el("span", { class: "voice-bars", "aria-hidden": "true" }, bars.map((height) => {
      const bar = el("i");
      bar.style.height = `${height}px`;
      return bar;
    })),
    el("span", {}, `Pesan suara ${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, "0")}`));
}

function place(location) {
  const { latitude, longitude } = location;
  const spot = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  return el("div", { class: "place" }, el("div", { class: "place-map", "aria-hidden": "true" }, icon("pin")),
    el("span", {}, "Lokasi ", el("small", {}, spot)));
}

function contactCard(contact) {
  return el("div", { class: "contact-card" }, el("span", { class: "document-icon" }, icon("person")),
    el("span", { class: "document-name" }, contact.name || "Kontak", el("small", {}, contact.phone)));
}

function stickerFace(sticker) {
  return el("div", { class: "sticker", role: "img", "aria-label": `Stiker ${sticker.emoji}` }, sticker.emoji);
}

function words(message, context) {
  const text = message.text || message.caption;
  if (!text) return null;
  return el("div", { class: "words", dir: "auto" }, renderText(text, message.entities, context.onCommand));
}

function footer(message, isOwn) {
  const status = isOwn && !message.deleted ? message.status : null;
  return el("div", { class: "foot" },
    message.edited_at && !message.deleted ? el("span", { class: "edited" }, "diubah") : null,
    el("time", { datetime: message.at }, clockTime(Date.parse(message.at))),
    STATUS[status]
      ? el("span", { class: `status status-${status}`, role: "img", "aria-label": STATUS[status], title: STATUS[status] }, icon(status))
      : null);
}

function inlineButtons(message, context) {
  if (!message.buttons?.length || message.deleted) return null;
  return el("div", { class: "inline-buttons" }, message.buttons.map((row) =>
    el("div", { class: "button-row" }, row.map((button) => {
      if (button.url && /^https?:/i.test(button.url)) {
        return el("a", { class: "inline-button", href: button.url, target: "_blank", rel: "noopener noreferrer" },
          button.text, icon("link"));
      }
      return el("button", {
        type: "button", class: "inline-button", dataset: { testid: "inline-button", callback: button.data ?? "" },
        onclick: (event) => context.onTap(message, button, event.currentTarget),
      }, button.text);
    }))));
}

function content(messages, context) {
  const [first] = messages;
  if (messages.every((message) => message.deleted)) {
    return [el("div", { class: "words gone" }, icon("trash"), "Pesan dihapus")];
  }
  const left = messages.filter((message) => !message.deleted);
  return [
    first.forwarded_from && el("div", { class: "forwarded" }, icon("forward"), `Diteruskan dari ${first.forwarded_from}`),
    first.forwarded && el("div", { class: "forwarded" }, icon("forward"), "Diteruskan"),
    templateMark(first.template), quotation(first, context), photoGrid(left),
    ...left.map((message) => documentCard(message.document)),
    first.sticker && stickerFace(first.sticker),
    first.voice && voiceNote(first.voice),
    first.location && place(first.location),
    first.contact && contactCard(first.contact),
    first.header && el("div", { class: "bubble-header" }, first.header),
    ...left.map((message) => words(message, context)),
    first.footer && el("div", { class: "bubble-footer" }, first.footer),
  ];
}

/** The article for one message or album; `context` answers what a bubble cannot know by itself. */
export function buildBubble(messages, { isOwn, isFirst, isLast, showsName }, context) {
  const last = messages.at(-1);
  const [first] = messages;
  const isGone = messages.every((message) => message.deleted);
  const isBare = Boolean(first.sticker) && !isGone;
  const hasWords = messages.some((message) => !message.deleted && (message.text || message.caption));
  const kinds = [
    "message", isOwn ? "own" : "other", isFirst && "first", isLast && "last", isBare && "bare",
    first.photos?.length && !isGone && "with-photo", !hasWords && !isGone && "wordless",
  ];
  const menu = iconButton("down", "Menu pesan", {
    class: "icon-button bubble-menu", "aria-haspopup": "menu", dataset: { testid: "message-menu" },
    onclick: (event) => context.onMenu(messages, event.currentTarget),
  });
  return el("article", {
    class: kinds.filter(Boolean).join(" "),
    "aria-label": `${first.name}, ${clockTime(Date.parse(first.at))}`,
    dataset: { messageId: first.id, from: first.from, status: last.status ?? "" },
    oncontextmenu: (event) => {
      if (event.target.closest("a, img")) return;
      event.preventDefault();
      context.onMenu(messages, menu);
    },
  },
  el("div", { class: "bubble" },
    showsName ? el("div", { class: `sender ${hueOf(first.from)}` }, first.name) : null,
    content(messages, context),
    footer(last, isOwn),
    last.reaction && !isGone ? el("span", { class: "reaction" }, last.reaction) : null,
    isGone ? null : menu),
  context.isWhatsApp ? choices(last, context) : inlineButtons(last, context));
}
