// Times for people: WITA (UTC+8, no daylight saving), written HH.MM as in Indonesia.

const WITA_MILLISECONDS = 8 * 3600 * 1000;
const DAYS = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
const MONTHS = [
  "Januari", "Februari", "Maret", "April", "Mei", "Juni",
  "Juli", "Agustus", "September", "Oktober", "November", "Desember",
];

const pad = (number) => String(number).padStart(2, "0");

function parts(milliseconds) {
  const wita = new Date(milliseconds + WITA_MILLISECONDS);
  return {
    year: wita.getUTCFullYear(), month: wita.getUTCMonth(), day: wita.getUTCDate(), weekday: wita.getUTCDay(),
    hour: pad(wita.getUTCHours()), minute: pad(wita.getUTCMinutes()), second: pad(wita.getUTCSeconds()),
  };
}

export const clockTime = (milliseconds) => {
  const { hour, minute } = parts(milliseconds);
  return `${hour}.${minute}`;
};

export const clockTimeWithSeconds = (milliseconds) => `${clockTime(milliseconds)}.${parts(milliseconds).second}`;

export const shortDate = (milliseconds) => {
  const { weekday, day, month, year } = parts(milliseconds);
  return `${DAYS[weekday].slice(0, 3)}, ${day} ${MONTHS[month].slice(0, 3)} ${year}`;
};

export const longDate = (milliseconds) => {
  const { weekday, day, month, year } = parts(milliseconds);
  return `${DAYS[weekday]}, ${day} ${MONTHS[month]} ${year}`;
};

/** The day in WITA as YYYY-MM-DD: equal exactly for messages of the same day. */
export const dayKey = (milliseconds) => {
  const { year, month, day } = parts(milliseconds);
  return `${year}-${pad(month + 1)}-${pad(day)}`;
};

/** "Hari ini", "Kemarin" or the long date, seen from the simulated now. */
export function dayLabel(milliseconds, now) {
  const key = dayKey(milliseconds);
  if (key === dayKey(now)) return "Hari ini";
  if (key === dayKey(now - 86_400_000)) return "Kemarin";
  return longDate(milliseconds);
}

/** What a `datetime-local` input shows and returns is WITA; the server is told an instant in UTC. */
export const toInputValue = (milliseconds) => {
  const { hour, minute } = parts(milliseconds);
  return `${dayKey(milliseconds)}T${hour}:${minute}`;
};

export const fromInputValue = (value) => new Date(`${value}:00+08:00`).toISOString();
