import { h } from "./dom.js";

const LINK = /(https:\/\/[^\s<>"'`「」『』（）()，。、；：！？【】《》]+)/;
const LATIN = /([A-Za-z]{2,}(?:[ &'’./-]+[A-Za-z0-9]+)*)/;
const HAN = /(\p{Script=Han}[\p{Script=Han}，。、；：！？「」（）…]*)/u;

/** The language of what somebody wrote, for those who have it read out. */
export const languageOf = (text, reading) => {
  if (!/\p{Script=Han}/u.test(text)) return "en";
  return reading === "zh-CN" ? reading : "zh-HK";
};

/** Nodes for a text: never markup; https addresses as links, runs of another script with their lang. */
export function textNodes(text, language, { links = true } = {}) {
  const [run, other] = language?.startsWith("zh") ? [LATIN, "en"] : [HAN, "zh-HK"];
  const words = (part) => split(part, run, (found) => h("span", { lang: other }, found));
  return links ? split(text, LINK, link, words) : words(text);
}

/** Splits at the pattern's one group: every second part is a find. */
const split = (text, pattern, found, rest = (part) => part) =>
  text.split(pattern).flatMap((part, n) => (part === "" ? [] : n % 2 ? found(part) : rest(part)));

function link(address) {
  if (!isAddress(address)) return address;
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer", lang: "en" }, address);
}

function isAddress(text) {
  try {
    return new URL(text).protocol === "https:";
  } catch {
    return false;
  }
}
