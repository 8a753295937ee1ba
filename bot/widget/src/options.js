import { LANGUAGES } from "./i18n.js";

/** What a page sets by data-* attributes, each with a sound value whatever was written. */
export function readOptions(src, dataset) {
  const address = (value, fallback) => webAddress(value, document.baseURI) ?? new URL(fallback, src).href;
  return {
    base: new URL(".", src).href,
    api: address(dataset.api, "/webhooks/website").replace(/\/$/, ""),
    privacy: address(dataset.privacy, "/privacy"),
    language: LANGUAGES.includes(dataset.language) ? dataset.language : pageLanguage(),
    colour: /^#[0-9a-f]{6}$/i.test(dataset.colour ?? "") ? dataset.colour : "#0b5a6f",
    greeting: dataset.greeting?.trim() ?? "",
    position: dataset.position === "left" ? "left" : "right",
  };
}

function pageLanguage() {
  const page = document.documentElement.lang.toLowerCase();
  if (page.startsWith("en")) return "en";
  return /^zh-(cn|sg|hans)/.test(page) ? "zh-CN" : "zh-HK";
}

function webAddress(value, base) {
  if (!value) return null;
  try {
    const url = new URL(value, base);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
