// Small helpers to build elements. Text always goes through text nodes, never through markup.

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  send: ["M4.5 12 20 4.5 15.5 20l-3.6-6.2z", "M11.9 13.8 20 4.5"],
  clip: ["m19.5 11.6-7.3 7.3a4.6 4.6 0 0 1-6.5-6.5l7.6-7.6a3.1 3.1 0 0 1 4.4 4.4l-7.6 7.5a1.5 1.5 0 0 1-2.2-2.1l6.8-6.8"],
  plus: ["M12 5v14", "M5 12h14"],
  more: ["M12 5.5v.01", "M12 12v.01", "M12 18.5v.01"],
  down: ["m6 9.5 6 6 6-6"],
  close: ["m6.5 6.5 11 11", "m17.5 6.5-11 11"],
  reply: ["M9.5 7 5 11.5 9.5 16", "M5.5 11.5H14a5 5 0 0 1 5 5v1"],
  forward: ["M14.5 7 19 11.5 14.5 16", "M18.5 11.5H10a5 5 0 0 0-5 5v1"],
  edit: ["M5 19h3.2L18.6 8.6a2.2 2.2 0 0 0-3.2-3.2L5 15.8z"],
  trash: ["M5 7.5h14", "M9.5 7.5V5h5v2.5", "m7 7.5.8 11.5h8.4L17 7.5"],
  copy: ["M9 9h9.5v10H9z", "M15 9V5H5.5v10H9"],
  keyboard: ["M4 7h16v10.5H4z", "M8 10.5v.01", "M12 10.5v.01", "M16 10.5v.01", "M8.5 14.2h7"],
  image: ["M4.5 5.5h15v13h-15z", "m4.8 16 4.4-4.4 3.4 3.4 2.4-2.2 4.2 4", "M15.5 9.2v.01"],
  file: ["M7 4h7l4 4v12H7z", "M14 4v4h4"],
  slip: ["M6 4.5h12v15l-2-1.4-2 1.4-2-1.4-2 1.4-2-1.4-2 1.4z", "M9 9h6", "M9 12.5h6"],
  field: ["M12 20v-8", "M12 12c0-3.6-2.4-5.6-6.5-5.8 0 3.9 2.4 6.1 6.5 5.8z", "M12 14.6c0-3 2-4.8 6-5 0 3.4-2 5.4-6 5z", "M5 20h14"],
  sticker: ["M12 4a8 8 0 1 0 8 8c-4.8.6-8.6-3.2-8-8z", "M12 4a11 11 0 0 0 8 8"],
  mic: ["M12 4a2.5 2.5 0 0 1 2.5 2.500v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4z", "M6.5 11.500a5.5 5.5 0 0 0 11 0", "M12 17v3"],
  pin: ["M12 20.500s6.5-5.8 6.5-10.500a6.5 6.5 0 0 0-13 0C5.5 14.7 12 20.5 12 20.500z", "M12 7.800a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.600z"],
  person: ["M12 4.500a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z", "M5 19.500c.6-3.4 3.3-5.2 7-5.200s6.4 1.8 7 5.2"],
  save: ["M12 4.500v10", "m7.8 10.6 4.2 4.2 4.2-4.2", "M5 19.500h14"],
  link: ["M9 15 18.5 5.5", "M12 5.500h6.500V12", "M16 14.500v4H5.500V8h4"],
  reset: ["M5 12a7 7 0 1 0 2.2-5.1", "M5 4.500v4h4"],
  calendar: ["M5 6.500h14v13H5z", "M5 10.500h14", "M9 4.500v3.5", "M15 4.500v3.5"],
  waiting: ["M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14z", "M12 8.500V12l2.5 1.5"],
  sent: ["m6 12.5 4 4 8.5-9"],
  delivered: ["m2.5 12.5 4 4 8.5-9", "m11.5 15.5 1.2 1.2 9-9.6"],
  read: ["m2.5 12.5 4 4 8.5-9", "m11.5 15.5 1.2 1.2 9-9.6"],
  list: ["M9.500 7h10", "M9.500 12h10", "M9.500 17h10", "M5 7v.01", "M5 12v.01", "M5 17v.01"],
  template: ["M6.500 4.500h11v15h-11z", "M9.500 9h5", "M9.500 12.500h5", "M9.500 16h3"],
  sim: ["M7 4h7l4 4v12H7z", "M10 12h5v5h-5z"],
  telegram: ["M4 11.500 20 5l-3 14-5-4-2.500 3v-5L17 8"],
  whatsapp: ["M5 19.500l1.200-3.600A7.500 7.500 0 1 1 9 18.400z", "M9.600 9.200c.2 2.600 2.200 4.600 4.900 5l.7-1.500-1.900-.9-.8.800c-.8-.4-1.300-.9-1.700-1.700l.8-.8-.9-1.900z"],
  signal: ["M5 19v-3", "M9.7 19v-6.5", "M14.3 19V9", "M19 19V5"],
  battery: ["M3.5 8.500h15v7h-15z", "M20.8 11v2", "M6 11v2", "M9 11v2", "M12 11v2"],
};

/** An element with attributes, `on…` listeners, a dataset and children (strings become text). */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "dataset") Object.assign(node.dataset, value);
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A line drawing of 24 × 24 in the text's colour, invisible to screen readers. */
export function icon(name, className = "icon") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", className);
  for (const line of ICONS[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", line);
    svg.append(path);
  }
  return svg;
}

/** A button that shows only an icon and speaks its label. */
export function iconButton(name, label, attributes = {}) {
  return el("button", { type: "button", class: "icon-button", "aria-label": label, title: label, ...attributes }, icon(name));
}
