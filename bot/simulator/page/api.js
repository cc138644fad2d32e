// Every call to the simulator's server, and the stream of what happens there.

export class RequestFailed extends Error {}

async function request(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new RequestFailed("Server simulator tidak terjangkau.");
  }
  const isJson = (response.headers.get("content-type") ?? "").includes("json");
  const answer = isJson ? await response.json() : null;
  if (!response.ok) {
    throw new RequestFailed(answer?.error ?? `Server menjawab ${response.status}.`);
  }
  return answer;
}

const post = (path, body) =>
  request(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

const at = (phone, action) => `/api/phones/${encodeURIComponent(phone)}/${action}`;

function upload(phone, action, fields, files) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value);
  for (const file of files) form.append(action, file, file.name || "foto.jpg");
  return request(at(phone, action), { method: "POST", body: form });
}

export const state = () => request("/api/state");
export const messages = async (phone, after = 0) => (await request(at(phone, `messages?after=${after}`))).messages;
export const moveClock = (move) => post("/api/clock", move);
export const transcriptAddress = (phone) => at(phone, "transcript");

/** One action of a person at a phone: text, tap, contact, sticker, edit, read, block, online… */
export const act = (phone, action, body) => post(at(phone, action), body);

export const sendPhotos = (phone, fields, files) => upload(phone, "photo", fields, files);
export const sendDocument = (phone, fields, file) => upload(phone, "document", fields, [file]);

const EVENTS = ["message", "edited", "deleted", "typing", "clock", "phone", "answer"];

/** Listen for ever: `onEvent(kind, data)`, `onOpen()` after each connection, `onBreak()` when it is lost. */
export function listen({ onEvent, onOpen, onBreak }) {
  let pause = 500;
  const connect = () => {
    const source = new EventSource("/api/events");
    source.addEventListener("open", () => {
      pause = 500;
      onOpen();
    });
    for (const kind of EVENTS) source.addEventListener(kind, (event) => onEvent(kind, JSON.parse(event.data)));
    // The browser's own retry gives up on an HTTP error, so we always connect anew ourselves.
    source.addEventListener("error", () => {
      source.close();
      onBreak();
      setTimeout(connect, pause);
      pause = Math.min(pause * 2, 5000);
    });
  };
  connect();
}
