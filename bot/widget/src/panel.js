import { createAnnouncer } from "./announcer.js";
import { createChatArea } from "./chat_area.js";
import { createConfirmation } from "./confirmation.js";
import { focused, h } from "./dom.js";
import { createHeader } from "./header.js";
import { createMenu } from "./menu.js";
import { languageOf } from "./text.js";

const PHONE = "(max-width: 480px), (max-height: 480px)";

/** The dialog: header, menu, banner and the conversation. Full screen and modal on a phone. */
export function createPanel({ options, actions }) {
  const announcer = createAnnouncer();
  const banner = h("p", { class: "banner", role: "status" });
  const confirmation = createConfirmation(actions.restart);
  const menu = createMenu({ options, actions, restart: () => confirmation.ask(words) });
  const header = createHeader({ choose: actions.choose, close: actions.close, menu });
  const chat = createChatArea({ options, actions });
  const node = h(
    "dialog",
    { class: "panel", "aria-labelledby": "title", onkeydown, oncancel },
    header.node, menu.node, banner, chat.nodes, announcer.node, confirmation.node,
  );
  let words;
  let opener = null;

  function onkeydown(event) {
    if (event.key === "Escape" && !event.isComposing) escape(event);
    if (event.key === "Tab") keepInside(event);
  }

  function oncancel(event) {
    if (event.target === node) escape(event);
  }

  function escape(event) {
    if (confirmation.isOpen) return;
    event.preventDefault();
    event.stopPropagation();
    if (!menu.close()) actions.close();
  }

  function keepInside(event) {
    const [from, to] = event.shiftKey ? [header.first, chat.last] : [chat.last, header.first];
    if (confirmation.isOpen || focused(node.getRootNode()) !== from) return;
    event.preventDefault();
    (to ?? header.first).focus();
  }

  function fitKeyboard() {
    node.style.setProperty("--seen", `${Math.round(visualViewport.height)}px`);
  }
  globalThis.visualViewport?.addEventListener("resize", fitKeyboard);

  return {
    node,
    warm: chat.warm,
    tell: chat.tell,
    follow: chat.follow,
    giveBack: chat.giveBack,
    focusInput: chat.focus,
    get isOpen() {
      return node.open;
    },
    async open({ focus, draft }) {
      if (node.open) return;
      opener = focus ? null : focused();
      if (matchMedia(PHONE).matches) node.showModal();
      else node.show();
      if (!focus) opener?.focus?.();
      await chat.load(draft);
      if (focus && node.open) chat.focus();
    },
    close() {
      menu.close();
      node.close();
      announcer.clear();
    },
    announce(message) {
      const who = message.from === "staff" && message.name ? message.name : words[message.from];
      announcer.say(`${who}: ${message.text}`, message.language ?? languageOf(message.text));
    },
    render(view) {
      words = view.words;
      header.render(view);
      menu.render(view);
      const paused = view.pausedUntil > Date.now() && "slow";
      const line = view.line === "live" ? paused : view.line;
      const text = line ? words[line] : "";
      if (banner.textContent !== text) banner.textContent = text;
      banner.dataset.line = line || "";
      chat.render(view);
    },
  };
}
