/** localStorage below a prefix; where the browser refuses it, memory for the life of the page. */
export function createStore(prefix) {
  const memory = new Map();
  const attempt = (stored, remembered) => {
    try {
      return stored();
    } catch {
      return remembered();
    }
  };
  return {
    get: (key) => parse(attempt(() => localStorage.getItem(prefix + key), () => null) ?? memory.get(key)),
    set(key, value) {
      const text = JSON.stringify(value);
      memory.delete(key);
      attempt(() => localStorage.setItem(prefix + key, text), () => memory.set(key, text));
    },
    remove(key) {
      memory.delete(key);
      attempt(() => localStorage.removeItem(prefix + key), () => {});
    },
    /** The keys that begin with `start`, in their order as text. */
    keys(start) {
      const stored = attempt(() => Object.keys(localStorage), () => []);
      const own = stored.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
      return [...new Set([...own, ...memory.keys()])].filter((key) => key.startsWith(start)).sort();
    },
    /** Calls `changed(key)` when another tab has written. */
    watch(changed) {
      const listener = ({ key }) => key?.startsWith(prefix) && changed(key.slice(prefix.length));
      addEventListener("storage", listener);
    },
  };
}

function parse(text) {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

/** Runs `work` while no other tab runs anything under the same name, where the browser can. */
export const alone = (name, work) =>
  navigator.locks ? navigator.locks.request(name, work) : work();
