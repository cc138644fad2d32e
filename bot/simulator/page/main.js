// The page: phones side by side, tabs on a small screen, and the line to the server that mends itself.

import * as api from "./api.js";
import { buildClock } from "./clock.js";
import { el } from "./dom.js";
import { networkMark, PhoneView } from "./phone.js";
import { Store } from "./state.js";
import { dayKey } from "./time.js";

const store = new Store();
const phones = document.querySelector(".phones");
const tabs = document.querySelector(".tabs");
const connection = document.querySelector(".connection");
const showClock = buildClock(document.querySelector(".clock"), store);
let views = new Map();
let shownDay = null;

function activate(id) {
  for (const [phoneId, view] of views) {
    const isActive = phoneId === id;
    view.node.classList.toggle("active", isActive);
    view.tab.setAttribute("aria-pressed", String(isActive));
  }
  const view = views.get(id);
  view.node.scrollIntoView({ block: "nearest", inline: "center" });
  view.shown();
  sessionStorage.setItem("phone", id);
}

function buildTab(phone) {
  const badge = el("span", { class: "badge", hidden: true });
  const tab = el("button", {
    type: "button", "aria-pressed": "false", dataset: { tab: phone.id }, onclick: () => activate(phone.id),
  }, networkMark(phone), phone.isGroup ? "Petugas" : phone.label.split(" · ")[0], badge);
  const show = () => {
    badge.hidden = !phone.unread;
    badge.textContent = String(phone.unread);
    badge.setAttribute("aria-label", `${phone.unread} belum dibaca`);
    const unread = [...store.phones.values()].reduce((sum, { unread: count }) => sum + count, 0);
    document.title = `${unread ? `(${unread}) ` : ""}Gulir · simulator`;
  };
  phone.watch(show);
  show();
  return tab;
}

function buildPhones() {
  views = new Map();
  for (const phone of store.phones.values()) {
    phone.watchers.clear();
    const view = new PhoneView(phone, store);
    view.tab = buildTab(phone);
    views.set(phone.id, view);
  }
  phones.replaceChildren(...[...views.values()].map((view) => view.node));
  tabs.replaceChildren(...[...views.values()].map((view) => view.tab));
  phones.setAttribute("aria-busy", "false");
  for (const view of views.values()) view.thread.toBottom();
  const last = sessionStorage.getItem("phone");
  activate(views.has(last) ? last : [...views.keys()][0]);
}

function tick() {
  showClock();
  const now = store.now();
  for (const view of views.values()) view.showTime(now);
  // "Hari ini" becomes "Kemarin" at midnight, or when the clock is moved.
  if (shownDay !== dayKey(now)) {
    shownDay = dayKey(now);
    for (const view of views.values()) view.thread.render();
  }
}

let waiting = [];

function onEvent(kind, data) {
  if (waiting) waiting.push([kind, data]);
  else store.onEvent(kind, data);
}

function onBreak() {
  waiting = [];
  connection.hidden = false;
}

/** After each connection the server's state is read anew; events that come meanwhile wait their turn. */
async function onOpen() {
  waiting = [];
  try {
    const isAnother = await store.refresh();
    if (isAnother) buildPhones();
    for (const view of views.values()) view.showSwitches();
    connection.hidden = true;
    for (const [kind, data] of waiting) store.onEvent(kind, data);
    waiting = null;
    tick();
  } catch {
    connection.hidden = false;
    setTimeout(onOpen, 1000);
  }
}

store.watchClock(tick);
setInterval(tick, 1000);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) for (const view of views.values()) view.shown();
});
api.listen({ onEvent, onOpen, onBreak });
