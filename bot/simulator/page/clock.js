// The simulated clock in the top bar, and the ways to move it.

import * as api from "./api.js";
import { el, icon } from "./dom.js";
import { field, openDialog, showToast } from "./overlay.js";
import { clockTimeWithSeconds, fromInputValue, shortDate, toInputValue } from "./time.js";

const HOUR = 3600;
const STEPS = [
  { label: "+1 menit", seconds: 60, testid: "clock-plus-minute" },
  { label: "+1 jam", seconds: HOUR, testid: "clock-plus-hour" },
  { label: "+1 hari", seconds: 24 * HOUR, testid: "clock-plus-day" },
  { label: "+1 minggu", seconds: 7 * 24 * HOUR, testid: "clock-plus-week" },
];

/** Fill the clock's section; returns a function that shows the present simulated time. */
export function buildClock(section, store) {
  const toasts = el("div", { class: "toasts clock-toasts", role: "status" });
  const move = async (change) => {
    try {
      store.takeClock(await api.moveClock(change));
    } catch (error) {
      showToast(toasts, error.message, { isError: true });
    }
  };
  const date = el("span", { class: "clock-date" });
  const time = el("span", { class: "clock-time" });
  const face = el("time", { class: "clock-face", dataset: { testid: "clock-now" } },
    date, time, el("abbr", { title: "Waktu Indonesia Tengah" }, "WITA"));
  const reset = el("button", {
    type: "button", class: "pill", disabled: true, title: "Kembali ke waktu nyata", "aria-label": "Kembali ke waktu nyata",
    dataset: { testid: "clock-reset" },
    onclick: () => move({ reset: true }),
  }, icon("reset"), el("span", { class: "wide-only" }, "Waktu nyata"));
  const askForDate = () => openDialog("Pindahkan jam", [
    field("Tanggal dan jam (WITA)", {
      type: "datetime-local", name: "to", required: true, min: toInputValue(store.now()),
      value: toInputValue(store.now() + 24 * HOUR * 1000), dataset: { testid: "clock-date" },
    }),
  ], { label: "Pindahkan", testid: "clock-go" }, ({ to }) => move({ to: fromInputValue(to) }));
  section.append(face, el("div", { class: "clock-moves", role: "group", "aria-label": "Majukan jam" },
    STEPS.map(({ label, seconds, testid }) => el("button", {
      type: "button", class: "pill", dataset: { testid }, onclick: () => move({ advance_seconds: seconds }),
    }, label)),
    el("button", {
      type: "button", class: "pill", title: "Pindahkan ke tanggal", "aria-label": "Pindahkan ke tanggal",
      dataset: { testid: "clock-to" }, onclick: askForDate,
    }, icon("calendar"), el("span", { class: "wide-only" }, "Ke tanggal…")),
    reset), toasts);
  return () => {
    const now = store.now();
    date.textContent = shortDate(now);
    time.textContent = clockTimeWithSeconds(now);
    face.dateTime = new Date(now).toISOString();
    section.classList.toggle("moved", store.clockMoved);
    reset.disabled = !store.clockMoved;
  };
}
