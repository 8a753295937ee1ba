const loaded = new Map();

/** The text of one of the stylesheets in css/. Fetched, since a style element would need unsafe-inline. */
export function cssFrom(base, name) {
  if (!loaded.has(name)) loaded.set(name, fetch(new URL(`css/${name}.css`, base)).then((response) => response.text()));
  return loaded.get(name);
}

export async function sheetFrom(base, name) {
  const sheet = new CSSStyleSheet();
  return sheet.replace(await cssFrom(base, name).catch(() => ""));
}
