// What lies above the page for a moment: menus, toasts, dialogs, and the photo viewer.

import { el, icon, iconButton } from "./dom.js";

let closeOpenMenu = null;

function place(menu, anchor) {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const left = Math.min(Math.max(8, box.left), window.innerWidth - width - 8);
  const fitsBelow = box.bottom + 6 + height < window.innerHeight;
  menu.style.left = `${left}px`;
  menu.style.top = `${Math.max(8, fitsBelow ? box.bottom + 6 : box.top - height - 6)}px`;
}

function moveFocus(menu, key) {
  const items = [...menu.querySelectorAll("[role=menuitem]")];
  const current = items.indexOf(document.activeElement);
  const next = { ArrowDown: current + 1, ArrowUp: current - 1 + items.length, Home: 0, End: items.length - 1 }[key];
  items[next % items.length].focus();
}

/** A menu beside `anchor`; items are `{label, icon, testid, danger, run}`. Escape and a click elsewhere close it. */
export function openMenu(anchor, label, items) {
  closeOpenMenu?.();
  const menu = el("div", { class: "menu", role: "menu", "aria-label": label, dataset: { testid: "menu" } });
  const close = (givesFocusBack) => {
    menu.remove();
    document.removeEventListener("pointerdown", onOutside, true);
    anchor.setAttribute("aria-expanded", "false");
    closeOpenMenu = null;
    if (givesFocusBack) anchor.focus({ preventScroll: true });
  };
  const onOutside = (event) => menu.contains(event.target) || close(false);
  menu.append(...items.map((item) => el("button", {
    type: "button", role: "menuitem", tabindex: "-1", class: item.danger ? "menu-item danger" : "menu-item",
    dataset: item.testid ? { testid: item.testid } : {},
    onclick: () => {
      close(true);
      item.run(anchor);
    },
  }, icon(item.icon), item.label)));
  menu.addEventListener("keydown", (event) => {
    if (["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) moveFocus(menu, event.key);
    else if (event.key === "Escape") close(true);
    else if (event.key === "Tab") close(false);
    else return;
    if (event.key !== "Tab") event.preventDefault();
  });
  document.body.append(menu);
  document.addEventListener("pointerdown", onOutside, true);
  anchor.setAttribute("aria-expanded", "true");
  closeOpenMenu = () => close(false);
  place(menu, anchor);
  menu.firstElementChild.focus({ preventScroll: true });
}

/** A short notice inside `host`; the same words are not shown twice at once. A tap sends it away. */
export function showToast(host, text, { isAlert = false, isError = false } = {}) {
  const same = [...host.querySelectorAll(".toast")].some((toast) => toast.textContent === text);
  if (same) return;
  const kinds = ["toast", isAlert && "toast-alert", isError && "toast-error"].filter(Boolean).join(" ");
  const toast = el("button", { type: "button", class: kinds, title: "Tutup", dataset: { testid: "toast" } }, text);
  const remove = () => toast.remove();
  toast.addEventListener("click", remove);
  host.append(toast);
  setTimeout(remove, isAlert || isError ? 7000 : 3500);
}

/** A modal dialog with a title and a form; `onSubmit` gets the form's fields as an object. */
export function openDialog(title, fields, submit, onSubmit) {
  const form = el("form", {
    class: "dialog-form",
    onsubmit: (event) => {
      event.preventDefault();
      const values = Object.fromEntries(new FormData(form));
      dialog.close();
      onSubmit(values);
    },
  },
  el("h2", {}, title), fields,
  el("div", { class: "dialog-actions" },
    el("button", { type: "button", class: "quiet", onclick: () => dialog.close() }, "Batal"),
    el("button", { type: "submit", class: "strong", dataset: { testid: submit.testid } }, submit.label)));
  const dialog = el("dialog", { class: "dialog", "aria-label": title }, form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** A labelled input for a dialog. */
export const field = (label, attributes) =>
  el("label", { class: "field" }, el("span", {}, label), el("input", attributes));

/** The photo on the whole page; a click on it switches between fitting and its real size. */
export function openViewer(url, caption) {
  const image = el("img", { src: url, alt: caption || "Foto" });
  const zoom = el("button", {
    type: "button", class: "viewer-photo", "aria-label": "Ubah ukuran foto",
    onclick: () => dialog.classList.toggle("zoomed"),
  }, image);
  const dialog = el("dialog", { class: "viewer", "aria-label": "Foto", dataset: { testid: "viewer" } },
    zoom,
    caption ? el("p", {}, caption) : null,
    el("div", { class: "viewer-actions" },
      el("a", { class: "icon-button", href: url, download: "foto.jpg", "aria-label": "Unduh foto", title: "Unduh foto" }, icon("save")),
      iconButton("close", "Tutup foto", { onclick: () => dialog.close(), dataset: { testid: "viewer-close" } })));
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
