import { h } from "./dom.js";
import { dateAndTime } from "./time.js";

const STYLE =
  "body{font:16px/1.6 sans-serif;max-width:44em;margin:2em auto;padding:0 1em}" +
  "p{white-space:pre-wrap}h2{font-size:1em;margin:1.5em 0 .3em}time{color:#555;font-weight:400}";

const who = ({ from, name }, words) => (from === "visitor" ? words.you : name ? `${name} (${words[from]})` : words[from]);

const when = ({ at }, language) => dateAndTime(at, language);

function asText({ messages, words, language }) {
  const parts = messages.map((message) => `${who(message, words)} · ${when(message, language)}\n${message.text}`);
  return [words.title, ...parts].join("\n\n") + "\n";
}

/** The conversation as elements, for printing and for the page that is saved. */
function asNodes({ messages, words, language }) {
  const parts = messages.map((message) => [
    h("h2", null, `${who(message, words)} · `, h("time", { datetime: message.at }, when(message, language))),
    h("p", { lang: message.language }, message.text),
  ]);
  return [h("h1", null, words.title), ...parts.flat()];
}

/** Made by the DOM, which escapes; the style is put in as text, since this page's policy forbids the element. */
function asPage(transcript) {
  const page = document.implementation.createHTMLDocument(transcript.words.title);
  page.documentElement.lang = transcript.language;
  page.body.append(...asNodes(transcript));
  const head = `<head><meta charset="utf-8"><style>${STYLE}</style>`;
  return `<!doctype html>\n${page.documentElement.outerHTML.replace("<head>", head)}`;
}

export const saveHtml = (transcript) => save(asPage(transcript), "html", "text/html");

export const saveText = (transcript) => save(asText(transcript), "txt", "text/plain");

function save(content, ending, type) {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const day = new Date().toISOString().slice(0, 10);
  h("a", { href: address, download: `rfs-advisor-${day}.${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Prints the conversation in place of the page around it. */
export function printTranscript(shadow, transcript) {
  const paper = h("div", { class: "paper" }, asNodes(transcript));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@media print { body > :not(${shadow.host.localName}) { display: none !important } }`);
  shadow.append(paper);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const tidy = () => {
    paper.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
  addEventListener("afterprint", tidy, { once: true });
  print();
}
