const NEAR = 48; // pixels from the end that still count as being there

/**
 * Follows the conversation as a reader would: a new answer is read from the question on, and whoever
 * has scrolled up to read stays there, with a button to the newest message.
 */
export function createScroll(button) {
  let scroller;
  let following = true;
  let known = 0;
  let near = true;

  const end = () => scroller.scrollHeight - scroller.clientHeight;
  const isNear = () => end() - scroller.scrollTop < NEAR;

  function settle() {
    const asked = [...scroller.querySelectorAll(".message.visitor")].at(-1);
    scroller.scrollTop = Math.min(end(), asked ? asked.offsetTop - 12 : end());
    button.hidden = isNear();
  }

  return {
    button,
    watch(element) {
      scroller = element;
      const look = () => {
        near = isNear();
        if (near) button.hidden = true;
      };
      scroller.addEventListener("scroll", look, { passive: true });
      // the field below has grown or the keyboard has come: the end stays in sight
      new ResizeObserver(() => near && (scroller.scrollTop = end())).observe(scroller);
    },
    setWords(words) {
      button.title = words.newest;
      button.setAttribute("aria-label", words.newest);
    },
    /** The next change is the visitor's own: go there. */
    follow() {
      following = true;
    },
    keep(change, count) {
      const follows = following || isNear();
      change();
      if (count > known || following) {
        // after deep-chat's own scrolling, which it does by a timer
        if (follows) setTimeout(settle);
        else button.hidden = false;
      }
      following = count === 0 && known === 0;
      known = count;
    },
    toEnd() {
      scroller.scrollTop = end();
      scroller.focus();
    },
  };
}
