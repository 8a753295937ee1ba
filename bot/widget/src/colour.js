const WHITE = [255, 255, 255];
const ENOUGH = 4.5; // WCAG 2.2, 1.4.3

/** CSS properties for one accent colour, such that every text on or in it has enough contrast. */
export function accentProperties(hex) {
  const accent = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return {
    "--accent": css(accent),
    "--on-accent": contrast(accent, WHITE) >= ENOUGH ? "#fff" : "#111",
    "--ink-accent": css(darkened(accent)),
  };
}

/** The colour, made darker until it can be read on the palest tint of itself. */
function darkened(colour) {
  while (contrast(colour, WHITE) < ENOUGH + 1) colour = colour.map((part) => part * 0.92);
  return colour;
}

function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const css = (colour) => `rgb(${colour.map(Math.round).join(" ")})`;
