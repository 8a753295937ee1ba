const LOCALE = { "zh-HK": "zh-Hant-HK", "zh-CN": "zh-Hans-CN", en: "en-HK" };

export const clock = (at, language) =>
  new Intl.DateTimeFormat(LOCALE[language], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(at));

/** The visitor's own day that a moment belongs to, as a key. */
export const dayOf = (at) => new Date(at).toDateString();

export function dayName(at, language, words, now = Date.now()) {
  if (dayOf(at) === dayOf(now)) return words.today;
  if (dayOf(at) === dayOf(now - 86_400_000)) return words.yesterday;
  return new Intl.DateTimeFormat(LOCALE[language], { dateStyle: "full" }).format(new Date(at));
}

export const dateAndTime = (at, language) =>
  new Intl.DateTimeFormat(LOCALE[language], { dateStyle: "medium", timeStyle: "short" }).format(new Date(at));
