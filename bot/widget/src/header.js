import { h, icon } from "./dom.js";
import { LANGUAGES, wordsIn } from "./i18n.js";
import { CLOSE, MORE } from "./icons.js";

/** Title, language switch and the buttons for menu and closing. */
export function createHeader({ choose, close, menu }) {
  const title = h("h2", { id: "title" });
  const subtitle = h("p");
  const languages = LANGUAGES.map((language) =>
    h("button", { type: "button", lang: language, "aria-label": wordsIn(language).name, onclick: () => choose(language) }, wordsIn(language).short),
  );
  const group = h("div", { class: "languages", role: "group" }, languages);
  const more = h("button", { type: "button", class: "tool", "aria-expanded": "false", "aria-controls": "menu", onclick: () => menu.toggle() }, icon(MORE));
  const shut = h("button", { type: "button", class: "tool", onclick: close }, icon(CLOSE));
  menu.button = more;
  return {
    node: h("div", { class: "top" }, h("div", { class: "names" }, title, subtitle), group, more, shut),
    first: languages[0],
    render({ words, language }) {
      title.textContent = words.title;
      subtitle.textContent = words.subtitle;
      group.setAttribute("aria-label", words.language);
      for (const button of languages) button.setAttribute("aria-pressed", button.lang === language);
      for (const [button, name] of [[more, words.more], [shut, words.close]]) {
        button.setAttribute("aria-label", name);
        button.title = name;
      }
    },
  };
}
