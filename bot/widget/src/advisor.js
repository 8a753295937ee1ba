import { createAnnouncer } from "./announcer.js";
import { accentProperties } from "./colour.js";
import { createConversation } from "./conversation.js";
import { sheetFrom } from "./css.js";
import { h } from "./dom.js";
import { LANGUAGES, wordsIn } from "./i18n.js";
import { createLauncher } from "./launcher.js";
import { createStore } from "./store.js";

export const TAG = "rfs-advisor";
const OPEN = "rfs-advisor.open";

/** The whole widget: launcher and panel in one shadow tree, the conversation behind them. */
export class Advisor extends HTMLElement {
  async connectedCallback() {
    if (this.shadowRoot) return;
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [await sheetFrom(this.options.base, "launcher")];
    for (const [name, value] of Object.entries(accentProperties(this.options.colour))) this.style.setProperty(name, value);
    this.setUp(shadow);
    if (tab.get(OPEN)) this.open({ focus: false });
    this.render();
  }

  setUp(shadow) {
    this.store = createStore("rfs-advisor.");
    this.store.watch(() => this.later());
    this.launcher = createLauncher({ open: () => this.open(), warm: () => this.load().then((panel) => panel.warm(), () => {}) });
    this.outside = createAnnouncer();
    this.conversation = createConversation({
      address: this.options.api,
      store: this.store,
      language: () => this.language,
      on: {
        change: () => this.later(),
        arrived: (message) => this.arrived(message),
        replaced: (expired) => this.replaced(expired),
        returned: (text) => this.returned(text),
      },
    });
    const root = h("div", { class: `root ${this.options.position}` }, this.launcher.node, this.outside.node);
    shadow.append(root);
    this.root = root;
    document.addEventListener("visibilitychange", () => this.later());
  }

  /** The panel, made when it is first wanted, so that a page that is only read loads little. */
  load() {
    this.loading ??= this.makePanel().catch((error) => {
      this.loading = null;
      throw error;
    });
    return this.loading;
  }

  async makePanel() {
    const { base } = this.options;
    const [{ createPanel }, sheet] = await Promise.all([import("./panel.js"), sheetFrom(base, "panel")]);
    this.shadowRoot.adoptedStyleSheets.push(sheet);
    this.panel = createPanel({ options: this.options, actions: this.actions() });
    this.root.append(this.panel.node);
    this.render();
    return this.panel;
  }

  actions() {
    const follow = (work) => (...all) => {
      this.panel.follow();
      work(...all);
    };
    return {
      say: follow((text) => this.conversation.say(text)),
      press: follow((message, index) => {
        this.conversation.press(message, index);
        this.panel.focusInput();
      }),
      retry: (item) => this.conversation.retry(item),
      judge: (message, value) => this.conversation.judge(message, value).catch(() => this.later()),
      restart: () => this.conversation.restart(),
      typed: (text) => this.store.set("draft", text),
      choose: (language) => this.choose(language),
      close: () => this.close(),
      limit: () => this.conversation.limit(),
      messages: () => this.conversation.messages(),
    };
  }

  get language() {
    const chosen = this.store.get("language");
    return LANGUAGES.includes(chosen) ? chosen : this.options.language;
  }

  choose(language) {
    this.store.set("language", language);
    this.render();
  }

  async open({ focus = true } = {}) {
    const panel = await this.load().catch(() => this.launcher.fail());
    if (!panel) return;
    tab.set(OPEN, "1");
    this.launcher.node.hidden = true;
    const opened = panel.open({ focus, draft: this.store.get("draft") ?? "" });
    this.render();
    await opened;
  }

  close() {
    tab.remove(OPEN);
    this.panel.close();
    this.launcher.node.hidden = false;
    this.launcher.node.focus();
    this.render();
  }

  /** Another conversation began: because the visitor asked for one, or the old one was not known any more. */
  replaced(expired) {
    this.store.set("read", 0);
    this.panel?.tell(expired ? wordsIn(this.language).expired : "");
    this.later();
  }

  /** A text that could not be taken goes back to where it was written. */
  returned(text) {
    if (this.panel) this.panel.giveBack(text, this.conversation.limit());
    else this.store.set("draft", [text, this.store.get("draft")].filter(Boolean).join("\n"));
  }

  arrived(message) {
    if (message.from === "visitor" || message.seq <= this.readUpTo) return;
    if (this.isRead) this.panel.announce(message);
    else this.outside.say(wordsIn(this.language).unread(this.unread()), this.language);
  }

  get readUpTo() {
    return this.store.get("read") ?? 0;
  }

  get isRead() {
    return Boolean(this.panel?.isOpen) && document.visibilityState === "visible";
  }

  unread() {
    return this.conversation.messages().filter(({ from, seq }) => from !== "visitor" && seq > this.readUpTo).length;
  }

  /** Renders once after all changes of this moment. */
  later() {
    this.due ??= Promise.resolve().then(() => {
      this.due = null;
      this.render();
    });
  }

  render() {
    if (!this.root) return;
    const { language, conversation } = this;
    const words = wordsIn(language);
    const messages = conversation.messages();
    this.root.lang = language;
    if (this.isRead && messages.length) this.store.set("read", Math.max(this.readUpTo, messages.at(-1).seq));
    this.launcher.render(words, this.unread());
    this.panel?.render({ words, language, messages, unsent: conversation.unsent(), ...conversation.state });
  }
}

/** What belongs to this tab alone and outlives a reload. */
const tab = {
  get: (key) => attempt(() => sessionStorage.getItem(key)),
  set: (key, value) => attempt(() => sessionStorage.setItem(key, value)),
  remove: (key) => attempt(() => sessionStorage.removeItem(key)),
};

function attempt(work) {
  try {
    return work();
  } catch {
    return null;
  }
}
