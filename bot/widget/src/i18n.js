import en from "./i18n/en.js";
import cn from "./i18n/zh-CN.js";
import hk from "./i18n/zh-HK.js";

const WORDS = { "zh-HK": hk, "zh-CN": cn, en };

export const LANGUAGES = Object.keys(WORDS);

/** The widget's words in a language; Hong Kong Chinese where there is none or it is not known. */
export const wordsIn = (language) => WORDS[language] ?? hk;
