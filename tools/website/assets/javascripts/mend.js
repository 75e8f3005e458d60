// What the theme's own scripts leave out for those who use a keyboard or a screen reader.

function mend() {
  // Each block of code has a <nav> for its button: too many landmarks, all without a name.
  for (const nav of document.querySelectorAll("nav.md-code__nav:not([role])")) nav.setAttribute("role", "none");
  // A table that scrolls sideways has to be reached before it can be scrolled.
  for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])")) {
    wrap.tabIndex = 0;
    wrap.setAttribute("role", "group");
    wrap.setAttribute("aria-label", "Table, which may scroll sideways");
  }
}

new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
mend();
