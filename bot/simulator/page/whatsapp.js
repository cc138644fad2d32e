// What only a phone with WhatsApp has: choices in its own look, lists, templates, the 24-hour window.

import { el, icon, iconButton } from "./dom.js";
import { field, openDialog } from "./overlay.js";

const WINDOW_MILLISECONDS = 24 * 3600 * 1000;
const CATEGORIES = { UTILITY: "layanan", MARKETING: "promosi", AUTHENTICATION: "kode masuk" };

const pad = (number) => String(number).padStart(2, "0");

function duration(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${pad(Math.floor(seconds / 3600))}.${pad(Math.floor(seconds / 60) % 60)}.${pad(seconds % 60)}`;
}

/** The strip below the chat's head that tells how long the bot may still write freely; `show(until, now)`. */
export function buildWindow() {
  const words = el("span", {});
  const fill = el("i", { "aria-hidden": "true" });
  const node = el("div", { class: "window", dataset: { testid: "window" } }, fill, icon("waiting"), words);
  const show = (until, now) => {
    const left = until ? Date.parse(until) - now : 0;
    const isOpen = left > 0;
    node.classList.toggle("window-closed", !isOpen);
    const text = isOpen ? `Jendela 24 jam · sisa ${duration(left)}` : "Jendela tertutup · hanya templat";
    if (words.textContent !== text) words.textContent = text;
    fill.style.width = `${(100 * Math.min(1, Math.max(0, left / WINDOW_MILLISECONDS))).toFixed(2)}%`;
    node.title = isOpen
      ? "Sejak pesan terakhir orang ini, bot boleh menulis bebas selama 24 jam."
      : "Orang ini tidak menulis selama 24 jam: bot hanya boleh mengirim templat yang disetujui.";
  };
  return { node, show };
}

/** The mark of a template message, above its words. */
export function templateMark(template) {
  if (!template) return null;
  const about = CATEGORIES[template.category] ?? template.category.toLowerCase();
  return el("div", { class: "template-mark", title: `Templat ${template.name}`, dataset: { testid: "template" } },
    icon("template"), `templat · ${about}`);
}

function choice(message, button, context) {
  if (button.url) {
    return el("a", { class: "choice", href: button.url, target: "_blank", rel: "noopener noreferrer" },
      icon("link"), button.text);
  }
  const run = button.request_contact
    ? () => context.onContact()
    : (event) => context.onTap(message, button, event.currentTarget);
  return el("button", {
    type: "button", class: "choice", dataset: { testid: "inline-button", callback: button.data ?? "" }, onclick: run,
  }, icon(button.request_contact ? "person" : "reply"), button.text);
}

/** Reply buttons and the button that opens a list, as rows below the bubble's words. */
export function choices(message, context) {
  if (message.deleted) return null;
  const rows = (message.buttons ?? []).flat().map((button) => choice(message, button, context));
  if (message.list) {
    rows.push(el("button", {
      type: "button", class: "choice", "aria-haspopup": "dialog", dataset: { testid: "open-list" },
      onclick: (event) => openList(message, event.currentTarget, context),
    }, icon("list"), message.list.button));
  }
  return rows.length ? el("div", { class: "choices" }, rows) : null;
}

function openList(message, anchor, context) {
  const screen = anchor.closest(".screen");
  const sheet = el("div", {
    class: "sheet", role: "dialog", "aria-label": message.list.button, dataset: { testid: "list" },
  });
  const shade = el("div", { class: "sheet-shade" }, sheet);
  const close = () => {
    shade.remove();
    anchor.focus({ preventScroll: true });
  };
  const row = ({ id, title, description }) => el("button", {
    type: "button", class: "sheet-row", dataset: { testid: "list-row", callback: id },
    onclick: () => {
      close();
      context.onTap(message, { data: id }, anchor);
    },
  }, el("span", {}, el("strong", {}, title), description ? el("small", {}, description) : null), el("i", { "aria-hidden": "true" }));
  const section = ({ title, rows }) => [title ? el("h3", {}, title) : null, ...rows.map(row)];
  sheet.append(
    el("header", {}, iconButton("close", "Tutup daftar", { onclick: close }), el("strong", {}, message.list.button)),
    el("div", { class: "sheet-rows" }, message.list.sections.flatMap(section).filter(Boolean)));
  shade.addEventListener("click", (event) => event.target === shade && close());
  shade.addEventListener("keydown", (event) => event.key === "Escape" && close());
  screen.append(shade);
  sheet.querySelector(".sheet-row").focus({ preventScroll: true });
}

/** What a person can do about their number: items for the “+” menu. */
export function numberItems(composer) {
  const { phone } = composer;
  return [{
    label: "Ganti nomor…", icon: "sim", testid: "change-number",
    run: () => openDialog("Ganti nomor WhatsApp", [
      field("Nomor baru", {
        name: "to", type: "tel", required: true, placeholder: "+62 812-…", pattern: "[+0-9 \\-]{8,20}",
        title: "Angka dengan kode negara", dataset: { testid: "new-number" },
      }),
    ], { label: "Ganti", testid: "new-number-go" }, ({ to }) => composer.act("number", { to })),
  }, {
    label: phone.number_hidden ? "Tampilkan nomor" : "Sembunyikan nomor (pakai nama pengguna)", icon: "person",
    testid: "hide-number", run: () => composer.act("number", { hidden: !phone.number_hidden }),
  }];
}
