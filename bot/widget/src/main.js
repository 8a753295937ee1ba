import { Advisor, TAG } from "./advisor.js";
import { readOptions } from "./options.js";

/** Puts the advisor on the page, once. `src` is the address of embed.js, `dataset` its data-*. */
export function start(src, dataset) {
  if (document.querySelector(TAG)) return;
  if (!customElements.get(TAG)) customElements.define(TAG, Advisor);
  const advisor = new Advisor();
  advisor.options = readOptions(src, dataset);
  document.body.append(advisor);
}
