// The one line for a page: <script src=".../widget/embed.js" defer></script>
(() => {
  const { src, dataset } = document.currentScript;
  import(new URL("src/main.js", src).href).then(({ start }) => start(src, { ...dataset }));
})();
