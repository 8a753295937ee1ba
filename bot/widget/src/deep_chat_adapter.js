/**
 * The only module that knows deep-chat. It gives the list that scrolls, the field and the layout;
 * three of its ways are not taken over:
 * - texts: it renders markdown and HTML, so it gets empty slots, which are filled with our nodes;
 * - Enter: it sends when the composition of a Chinese input method ends with it in Safari;
 * - its send button: a div that does not take part in forced colours; ours is a button.
 */
import { h, icon } from "./dom.js";
import { SEND } from "./icons.js";

const BUNDLE = "../vendor/deep-chat/deepChat.bundle.js";
const SLOT = '<div class="slot"></div>';

export const preload = () => import(BUNDLE);

/**
 * `show(rows)` shows `{key, node}` in order; `send(text)` answers whether the text was taken.
 * @returns the chat, once it can be used.
 */
export async function createChat(host, { css, send, typed }) {
  await preload();
  const element = configured(document.createElement("deep-chat"), css);
  const rendered = new Promise((resolve) => (element.onComponentRender = resolve));
  host.append(element);
  await rendered;
  // a slow start renders twice, the second time in place of the first
  while (element._waitingToRender_) await new Promise((resolve) => setTimeout(resolve));
  const root = element.shadowRoot;
  const [scroller, input] = ["#messages", "#text-input"].map((id) => root.querySelector(id));
  const list = root.querySelector("#messages > div:last-child");
  const button = h("button", { type: "button", class: "send", onclick: submit }, icon(SEND));
  root.querySelector("#text-input-container").append(button);

  const text = () => textOf(input).replace(/\n$/, "");
  const setText = (value) => {
    input.textContent = value;
    input.dispatchEvent(new Event("input"));
  };

  function submit() {
    if (text().trim() && send(text().trim())) setText("");
    input.focus();
  }

  takeKeys(root, input, submit);
  asField(input);
  input.addEventListener("input", () => typed(text()));
  for (const [name, value] of Object.entries({ role: "log", "aria-live": "off", tabindex: "0" }))
    scroller.setAttribute(name, value);

  return {
    text,
    setText,
    scroller,
    last: button,
    input,
    show: (rows) => arrange(list, rows, () => element.addMessage({ html: SLOT, role: "ai" })),
    setWords({ log, placeholder, send }) {
      scroller.setAttribute("aria-label", log);
      element.setPlaceholderText(placeholder);
      button.setAttribute("aria-label", send);
      button.title = send;
    },
  };
}

function configured(element, css) {
  element.connect = { handler: () => {} }; // it never sends by itself
  element.auxiliaryStyle = css;
  element.maxVisibleMessages = Infinity;
  // a font of one's own, or it asks Google for one
  Object.assign(element.style, { fontFamily: "inherit", fontSize: "inherit", width: "100%", height: "100%" });
  Object.assign(element.style, { display: "block", backgroundColor: "transparent" });
  return element;
}

/** Enter sends, except with Shift or while an input method composes (229: Safari's last Enter). */
function takeKeys(root, input, submit) {
  const onKey = (event) => {
    if (event.key !== "Enter" || event.target !== input) return;
    event.stopPropagation();
    if (event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  };
  root.addEventListener("keydown", onKey, true);
}

function asField(input) {
  input.setAttribute("contenteditable", "plaintext-only");
  if (!input.isContentEditable) input.setAttribute("contenteditable", "true");
  for (const [name, value] of Object.entries({ "aria-multiline": "true", enterkeyhint: "send", tabindex: "0" }))
    input.setAttribute(name, value);
}

/** What was written; the browser makes lines of pasted text into blocks, and an empty one has a `br`. */
const textOf = (node) =>
  [...node.childNodes].map((child, n) => {
    if (child.nodeType === Node.TEXT_NODE) return child.data;
    if (child.localName === "br") return child.nextSibling ? "\n" : "";
    return (n ? "\n" : "") + textOf(child);
  }).join("");

/** Makes the list's children be the rows, touching only what differs. */
function arrange(list, rows, addSlot) {
  const present = new Map([...list.children].map((child) => [child.dataset.key, child]));
  for (const { key } of rows) {
    if (present.has(String(key))) continue;
    addSlot();
    const added = list.lastElementChild;
    added.dataset.key = key;
    present.set(String(key), added);
  }
  const wanted = new Set(rows.map(({ key }) => String(key)));
  for (const [key, child] of present) if (!wanted.has(key)) child.remove();
  rows.forEach(({ key, node }, n) => {
    const child = present.get(String(key));
    if (list.children[n] !== child) list.insertBefore(child, list.children[n]);
    const slot = child.querySelector(".slot");
    if (slot.firstChild !== node) slot.replaceChildren(node);
  });
}
