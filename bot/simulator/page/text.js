// Message text with Telegram's entities, as safe nodes. Offsets count UTF-16 units, as JavaScript strings do.

import { el } from "./dom.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s",
  code: "code", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote",
};

function safeAddress(address) {
  const candidate = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  return /^(https?|tel|mailto):/i.test(candidate) ? candidate : null;
}

function link(address, children) {
  const safe = safeAddress(address);
  return safe ? el("a", { href: safe, target: "_blank", rel: "noopener noreferrer" }, children) : children;
}

function wrap(entity, covered, children, onCommand) {
  if (TAGS[entity.type]) return el(TAGS[entity.type], {}, children);
  if (entity.type === "spoiler") return el("span", { class: "spoiler", tabindex: "0", title: "Tersembunyi" }, children);
  if (entity.type === "text_link") return link(entity.url ?? "", children);
  if (entity.type === "url") return link(covered, children);
  if (entity.type === "email") return link(`mailto:${covered}`, children);
  if (entity.type === "phone_number") return link(`tel:${covered.replace(/[^+\d]/g, "")}`, children);
  if (entity.type === "bot_command" && onCommand) {
    return el("button", { type: "button", class: "command", onclick: () => onCommand(covered) }, children);
  }
  return children;
}

function build(text, from, to, entities, onCommand) {
  const nodes = [];
  let position = from;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const start = Math.max(entity.offset, position);
    const end = Math.min(entity.offset + entity.length, to);
    index += 1;
    const inside = [];
    while (index < entities.length && entities[index].offset < end) inside.push(entities[index++]);
    if (end <= start) continue;
    if (start > position) nodes.push(text.slice(position, start));
    const children = build(text, start, end, inside, onCommand);
    nodes.push(wrap(entity, text.slice(start, end), children, onCommand));
    position = end;
  }
  if (position < to) nodes.push(text.slice(position, to));
  return nodes.flat();
}

/** Nodes for a text; tapping a /command calls `onCommand`. */
export function renderText(text, entities, onCommand) {
  const ordered = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, 0, text.length, ordered, onCommand);
}
