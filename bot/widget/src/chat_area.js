import { createCounter } from "./counter.js";
import { cssFrom } from "./css.js";
import { h, icon } from "./dom.js";
import { DOWN } from "./icons.js";
import { createRows } from "./rows.js";
import { createScroll } from "./scroll.js";

const CHAT = "./deep_chat_adapter.js";

/** The list of messages and the field, loaded when the panel is first opened. */
export function createChatArea({ options, actions }) {
  const host = h("div", { class: "chat" });
  const notice = h("p", { class: "notice", role: "alert" });
  const counter = createCounter();
  const scroll = createScroll(h("button", { type: "button", class: "newest", hidden: true, onclick: () => scroll.toEnd() }, icon(DOWN)));
  const rows = createRows(actions);
  let chat;
  let view;
  let loading;

  async function create() {
    const css = await Promise.all(["chat", "cards"].map((name) => cssFrom(options.base, name)));
    const { createChat } = await import(CHAT);
    chat = await createChat(host, { css: css.join("\n"), send, typed });
    scroll.watch(chat.scroller);
    if (view) render(view);
  }

  function send(text) {
    if ([...text].length > actions.limit()) return complain();
    tell("");
    actions.say(text);
    return true;
  }

  function typed(text) {
    actions.typed(text);
    tell("");
    counter.show(text, actions.limit(), view.words);
  }

  function complain(limit = actions.limit()) {
    tell(view.words.tooLong(limit));
    return false;
  }

  function tell(text) {
    if (notice.textContent !== text) notice.textContent = text;
  }

  function render(now) {
    view = now;
    if (!chat) return;
    chat.setWords(view.words);
    scroll.setWords(view.words);
    const { greeting, privacy } = options;
    scroll.keep(() => chat.show(rows({ ...view, greeting, privacy })), view.messages.length);
  }

  return {
    nodes: [host, scroll.button, notice, counter.node],
    render,
    tell,
    follow: scroll.follow,
    focus: () => chat?.input.focus(),
    warm: () => import(CHAT).then(({ preload }) => preload()).catch(() => {}),
    get last() {
      return chat?.last;
    },
    async load(draft) {
      loading ??= create().then(() => chat.setText(draft));
      await loading.catch(() => {
        loading = null;
        tell(view.words.failedToLoad);
      });
    },
    /** A text that could not be taken returns to the field, before what stands there now. */
    giveBack(text, limit) {
      chat?.setText([text, chat.text()].filter((part) => part.trim()).join("\n"));
      complain(limit);
    },
  };
}
