import { h } from "./dom.js";

/** Asks before the conversation is cleared. */
export function createConfirmation(restart) {
  let words;
  const [title, text] = [h("h3", { id: "ask" }), h("p", { id: "why" })];
  const failure = h("p", { class: "failure", role: "alert" });
  const yes = h("button", { type: "button", class: "yes", onclick: begin });
  const no = h("button", { type: "button", onclick: () => node.close() });
  const node = h(
    "dialog",
    { class: "confirmation", role: "alertdialog", "aria-labelledby": "ask", "aria-describedby": "why" },
    title, text, failure, h("div", { class: "answers" }, no, yes),
  );

  async function begin() {
    yes.disabled = true;
    failure.textContent = "";
    try {
      await restart();
      node.close();
    } catch {
      failure.textContent = words.restartFailed;
    }
    yes.disabled = false;
  }

  return {
    node,
    get isOpen() {
      return node.open;
    },
    ask(now) {
      words = now;
      failure.textContent = "";
      [title.textContent, text.textContent] = [words.restartAsk, words.restartText];
      [yes.textContent, no.textContent] = [words.restartYes, words.cancel];
      node.showModal();
      no.focus();
    },
  };
}
